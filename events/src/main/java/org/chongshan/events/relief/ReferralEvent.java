package org.chongshan.events.relief;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.chongshan.events.Confidential;
import org.chongshan.events.Id;
import org.chongshan.events.Personal;
import org.chongshan.events.PostedBy;
import org.chongshan.events.Role;
import org.jspecify.annotations.Nullable;

/**
 * What a referral (转介) accepts.
 */
public sealed interface ReferralEvent extends ReliefEvent {
    /** Id of the referral it concerns. */
    String referral();

    /**
     * A case was referred to another department or facility.
     *
     * @param household it concerns
     * @param member    whom it concerns
     * @param consent   whether the person, or the guardian, agreed
     * @param need      what is asked for, 2 to 500 characters
     * @param origin    key of what asked for it in another programme, which only its function states; null when an officer did
     */
    @PostedBy({Role.STATION, Role.STREET, Role.DISTRICT})
    record ReferralSent(@Id(begins = true) String referral, @Id @Size(max = Id.MOST_TO_DERIVE_FROM) String household,
            @Id String member, Agency agency, boolean consent, @Size(min = 2, max = 500) Personal need,
            @Nullable @Pattern(regexp = Id.ORIGIN_PATTERN) String origin) implements ReferralEvent {}

    /**
     * The department takes it on.
     */
    @PostedBy({Role.AGENCY})
    record ReferralAccepted(@Id String referral) implements ReferralEvent {}

    /**
     * The department does not take it on.
     *
     * @param grounds why, 2 to 500 characters
     */
    @PostedBy({Role.AGENCY})
    record ReferralDeclined(@Id String referral,
            @Size(min = 2, max = 500) Confidential grounds) implements ReferralEvent {}

    /**
     * The person was placed in a facility (安置).
     *
     * @param facility id of the facility
     */
    @PostedBy({Role.STREET, Role.DISTRICT, Role.AGENCY})
    record PlacementStarted(@Id String referral, @Id String facility) implements ReferralEvent {}

    /**
     * The placement ended.
     *
     * @param grounds why, 2 to 500 characters
     */
    @PostedBy({Role.STREET, Role.DISTRICT, Role.AGENCY})
    record PlacementEnded(@Id String referral,
            @Size(min = 2, max = 500) Confidential grounds) implements ReferralEvent {}

    /**
     * Somebody looked how the person fares (回访).
     *
     * @param observation at most 500 characters
     */
    @PostedBy({Role.STATION, Role.STREET, Role.CARE})
    record FollowUpRecorded(@Id String referral, @Size(max = 500) Personal observation) implements ReferralEvent {}
}
