package org.chongshan.events.minors;

import java.time.Instant;

import org.chongshan.events.Id;

/**
 * A child is in danger: whoever it lies with acts by the time given. Stated again each time it goes up.
 */
public record ProtectionAlertRaised(@Id String child, AlertLevel level, Instant actBy) implements MinorsNotice {}
