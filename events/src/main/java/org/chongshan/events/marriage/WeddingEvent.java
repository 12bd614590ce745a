package org.chongshan.events.marriage;

import java.time.Instant;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.chongshan.events.Confidential;
import org.chongshan.events.Id;
import org.chongshan.events.Planned;
import org.chongshan.events.PostedBy;
import org.chongshan.events.Role;

/**
 * What a collective wedding (集体婚礼) accepts.
 */
public sealed interface WeddingEvent extends MarriageEvent {
    /** Id of the wedding it concerns. */
    String wedding();

    /**
     * A collective wedding will take place.
     *
     * @param places   for how many couples, 1 to 100
     * @param startsAt when, at most two years ahead
     */
    @PostedBy({Role.REGISTRY, Role.DISTRICT})
    record CollectiveWeddingAnnounced(@Id(begins = true) String wedding, @Min(1) @Max(100) int places,
            @Planned Instant startsAt) implements WeddingEvent {}

    /**
     * A couple wants to be wed there.
     *
     * @param couple pseudonym from the registry's books
     */
    @PostedBy({Role.REGISTRY, Role.DESK})
    record CollectiveWeddingBooked(@Id String wedding, @Id String couple) implements WeddingEvent {}

    /**
     * A couple that was offered a place will come.
     */
    @PostedBy({Role.REGISTRY, Role.DESK})
    record WeddingBookingConfirmed(@Id String wedding, @Id String couple) implements WeddingEvent {}

    /**
     * A couple will not come.
     */
    @PostedBy({Role.REGISTRY, Role.DESK})
    record WeddingBookingCancelled(@Id String wedding, @Id String couple) implements WeddingEvent {}

    /**
     * A couple came and was wed.
     */
    @PostedBy({Role.REGISTRY, Role.DISTRICT})
    record CoupleWed(@Id String wedding, @Id String couple) implements WeddingEvent {}

    /**
     * The wedding took place.
     */
    @PostedBy({Role.REGISTRY, Role.DISTRICT})
    record WeddingHeld(@Id String wedding) implements WeddingEvent {}

    /**
     * The wedding will not take place.
     *
     * @param grounds why, 2 to 500 characters
     */
    @PostedBy({Role.REGISTRY, Role.DISTRICT})
    record CollectiveWeddingCalledOff(@Id String wedding,
            @Size(min = 2, max = 500) Confidential grounds) implements WeddingEvent {}
}
