package org.chongshan.events.minors;

import java.time.Instant;

import org.chongshan.events.Id;
import org.chongshan.events.Personal;
import org.jspecify.annotations.Nullable;

/**
 * What minors states to whom it may concern: no decider has to act on it for the books to be right.
 */
public sealed interface MinorsNotice extends MinorsEvent {
    /**
     * A child moved between tiers; levels may be skipped.
     *
     * @param from null when it had none
     */
    record RiskTierChanged(@Id String child, @Nullable Tier from, Tier to) implements MinorsNotice {}

    /**
     * Both stations together have not visited in time.
     */
    record ChildVisitOverdue(@Id String child, Instant dueAt) implements MinorsNotice {}

    /**
     * A child is in danger: whoever it lies with acts by the time given. Stated again each time it goes up.
     */
    record ProtectionAlertRaised(@Id String child, AlertLevel level, Instant actBy) implements MinorsNotice {}

    /**
     * A tier set by the district ran out; the axes decide again.
     */
    record TierOverrideExpired(@Id String child) implements MinorsNotice {}

    /**
     * A child needs help that another programme arranges.
     */
    record InterventionSought(@Id String child, @Id String household, @Id String member, @Id String intervention,
            Intervention kind, Personal need) implements MinorsNotice {}

    /**
     * A child moved up from the waiting list.
     */
    record PlaceGranted(@Id String activity, @Id String child) implements MinorsNotice {}

    /**
     * Nobody has said whether an activity was held.
     */
    record ActivityReportOverdue(@Id String activity, Instant dueAt) implements MinorsNotice {}
}
