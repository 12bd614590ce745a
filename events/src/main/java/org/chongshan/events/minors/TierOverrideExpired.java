package org.chongshan.events.minors;

import org.chongshan.events.Id;

/**
 * A tier set by the district ran out; the axes decide again.
 */
public record TierOverrideExpired(@Id String child) implements MinorsNotice {}
