package org.chongshan.events.marriage;

import java.time.Instant;
import java.util.List;

import org.chongshan.events.Id;

/**
 * What collective weddings state to whom it may concern: no decider has to act on it for the books to be right.
 */
public sealed interface WeddingNotice extends MarriageEvent {
    /**
     * A place is a couple's if they confirm it before that time.
     */
    record WeddingPlaceOffered(@Id String wedding, @Id String couple, Instant confirmBefore) implements WeddingNotice {}

    /**
     * A couple has not confirmed in time, and has no place any more.
     */
    record WeddingPlaceLost(@Id String wedding, @Id String couple) implements WeddingNotice {}

    /**
     * A wedding does not take place.
     *
     * @param couples everybody who had a place or waited for one, and must be told
     */
    record CouplesToTell(@Id String wedding, List<String> couples) implements WeddingNotice {}

    /**
     * Nobody has said whether a wedding was held.
     */
    record WeddingReportOverdue(@Id String wedding, Instant dueAt) implements WeddingNotice {}
}
