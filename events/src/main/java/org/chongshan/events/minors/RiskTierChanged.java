package org.chongshan.events.minors;

import org.chongshan.events.Id;
import org.jspecify.annotations.Nullable;

/**
 * A child moved between tiers; levels may be skipped.
 *
 * @param from null when it had none
 */
public record RiskTierChanged(@Id String child, @Nullable Tier from, Tier to) implements MinorsNotice {}
