package org.chongshan.events.eldercare;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.chongshan.events.Confidential;
import org.chongshan.events.Id;
import org.chongshan.events.PostedBy;
import org.chongshan.events.Role;
import org.jspecify.annotations.Nullable;

/**
 * What a care bed in somebody's home (家庭养老床位) accepts.
 */
public sealed interface CareBedEvent extends EldercareEvent {
    /** Id of the bed it concerns. */
    String bed();

    /**
     * An elder's home was surveyed for a care bed.
     *
     * @param needs what has to be refitted, 1 to 3
     */
    @PostedBy({Role.STREET, Role.ORGANISATION})
    record CareBedSurveyed(@Id(begins = true) @Size(max = Id.MOST_TO_DERIVE_FROM) String bed,
            @Id @Size(max = Id.MOST_TO_DERIVE_FROM) String elder,
            @Size(min = 1, max = 3) Set<Refit> needs) implements CareBedEvent {}

    /**
     * What was built for a care bed; what is built again after a rejection is another of these, with what it costs besides.
     *
     * @param provider        who built
     * @param equipmentFen    for equipment
     * @param ageFriendlyFen  for the age-friendly refit
     * @param smartFen        for the smart refit
     */
    @PostedBy({Role.ORGANISATION})
    record CareBedBuilt(@Id @Size(max = Id.MOST_TO_DERIVE_FROM) String bed, @Id String provider,
            @Min(0) @Max(100_000_000) long equipmentFen, @Min(0) @Max(100_000_000) long ageFriendlyFen,
            @Min(0) @Max(100_000_000) long smartFen) implements CareBedEvent {}

    /**
     * An officer looked at what was built, and it is as it should be.
     */
    @PostedBy({Role.STREET, Role.DISTRICT})
    record CareBedAccepted(@Id @Size(max = Id.MOST_TO_DERIVE_FROM) String bed) implements CareBedEvent {}

    /**
     * An officer looked at what was built, and it has to be done again.
     *
     * @param defects 2 to 500 characters
     */
    @PostedBy({Role.STREET, Role.DISTRICT})
    record CareBedRejected(@Id @Size(max = Id.MOST_TO_DERIVE_FROM) String bed,
            @Size(min = 2, max = 500) Confidential defects) implements CareBedEvent {}

    /**
     * A care bed is given up.
     *
     * @param grounds why, 2 to 500 characters
     */
    @PostedBy({Role.STREET, Role.DISTRICT})
    record CareBedClosed(@Id @Size(max = Id.MOST_TO_DERIVE_FROM) String bed,
            @Size(min = 2, max = 500) Confidential grounds) implements CareBedEvent {}

    /**
     * How the elder of a bed stands. Of all that is said the highest revision holds.
     *
     * @param eligible whether all five tests hold
     * @param movedAt  when the elder moved last; null when it never did
     * @param diedOn   null while the elder lives
     * @param revision counts what the elder's record has heard
     */
    record CareBedElderStated(@Id String bed, @Id String elder, boolean eligible, @Nullable Instant movedAt,
            @Nullable LocalDate diedOn, @Min(1) long revision) implements CareBedEvent {}
}
