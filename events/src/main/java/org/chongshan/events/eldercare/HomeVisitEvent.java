package org.chongshan.events.eldercare;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.chongshan.events.Confidential;
import org.chongshan.events.Happened;
import org.chongshan.events.Id;
import org.chongshan.events.Personal;
import org.chongshan.events.Planned;
import org.chongshan.events.PostedBy;
import org.chongshan.events.Role;
import org.jspecify.annotations.Nullable;

/**
 * What a home visit (上门服务) accepts.
 */
public sealed interface HomeVisitEvent extends EldercareEvent {
    /** Id of the visit it concerns. */
    String visit();

    /**
     * A home visit was asked for.
     *
     * @param items          of the catalogue, 1 to 10
     * @param plannedAt      when it is to begin, at most two years ahead
     * @param plannedMinutes how long it is to take, 30 to 480
     * @param place          id of the community the elder lives in: what lies in one takes no way
     */
    @PostedBy({Role.DESK, Role.STATION, Role.STREET, Role.DISTRICT})
    record HomeVisitBooked(@Id(begins = true) String visit, @Id @Size(max = Id.MOST_TO_DERIVE_FROM) String elder,
            BookingChannel channel, @Size(min = 1, max = 10) Set<@Pattern(regexp = Id.PATTERN) String> items,
            @Planned Instant plannedAt, @Min(30) @Max(480) int plannedMinutes,
            @Id String place) implements HomeVisitEvent {}

    /**
     * A home visit is to take place at another time.
     *
     * @param plannedMinutes 30 to 480
     */
    @PostedBy({Role.DESK, Role.STATION, Role.STREET, Role.DISTRICT, Role.ORGANISATION})
    record HomeVisitMoved(@Id String visit, @Planned Instant plannedAt,
            @Min(30) @Max(480) int plannedMinutes) implements HomeVisitEvent {}

    /**
     * A carer is to come, instead of whoever was to before.
     */
    @PostedBy({Role.ORGANISATION, Role.STATION, Role.STREET, Role.DISTRICT})
    record HomeVisitAssigned(@Id String visit, @Id String carer) implements HomeVisitEvent {}

    /**
     * The carer is held for the visit.
     *
     * @param asking number of the asking it answers
     */
    record CarerHeld(@Id String visit, @Min(1) int asking, @Id String carer, @Id String provider,
            CarerKind kind) implements HomeVisitEvent {}

    /**
     * The carer cannot be had.
     */
    record CarerRefused(@Id String visit, @Min(1) int asking, @Id String carer,
            CarerRefusal reason) implements HomeVisitEvent {}

    /**
     * The carer was held and not taken in time.
     */
    record CarerHoldLapsed(@Id String visit, @Min(1) int asking, @Id String carer) implements HomeVisitEvent {}

    /**
     * The carer was to come and will not: away, or gone.
     */
    record CarerUnavailable(@Id String visit, @Min(1) int asking, @Id String carer) implements HomeVisitEvent {}

    /**
     * What the carer's other visits say against this one's times, in place of what they said before.
     *
     * @param finding number of the statement of that carer's record, for later ones replace earlier ones
     */
    record VisitDoubtsFound(@Id String visit, @Id String carer, @Min(1) int finding,
            SortedSet<Doubt> doubts) implements HomeVisitEvent {}

    /**
     * Whether the elder is entitled to be visited on the day of the visit, as far as is known.
     *
     * @param on       the day that was asked for
     * @param failing  the tests that fail on that day; none when the elder is entitled
     * @param away     whether the elder was dead, or in hospital all day
     * @param revision counts what the elder's record says; the highest holds
     */
    record VisitEntitlementStated(@Id String visit, LocalDate on, SortedSet<EligibilityTest> failing, boolean away,
            @Min(1) long revision) implements HomeVisitEvent {}

    /**
     * A carer came.
     *
     * @param kind           APP of whoever cares, TELEPHONE of the desk, STAFF of an office
     * @param distanceMetres from where the elder lives; null when nobody measured
     * @param accuracyMetres of the phone's own position; null when nobody measured
     */
    @PostedBy({Role.CARE, Role.DESK, Role.ORGANISATION, Role.STREET})
    record CheckedIn(@Id String visit, @Id String carer, CheckKind kind,
            @Nullable @Min(0) @Max(100_000) Integer distanceMetres,
            @Nullable @Min(0) @Max(100_000) Integer accuracyMetres) implements HomeVisitEvent {}

    /**
     * A carer went.
     *
     * @param kind           APP of whoever cares, TELEPHONE of the desk, STAFF of an office
     * @param distanceMetres from where the elder lives; null when nobody measured
     * @param accuracyMetres of the phone's own position; null when nobody measured
     */
    @PostedBy({Role.CARE, Role.DESK, Role.ORGANISATION, Role.STREET})
    record CheckedOut(@Id String visit, @Id String carer, CheckKind kind,
            @Nullable @Min(0) @Max(100_000) Integer distanceMetres,
            @Nullable @Min(0) @Max(100_000) Integer accuracyMetres) implements HomeVisitEvent {}

    /**
     * What was done; another such report replaces an earlier one.
     *
     * @param items 1 to 10
     */
    @PostedBy({Role.CARE, Role.ORGANISATION, Role.STREET})
    record HomeVisitCompleted(@Id String visit,
            @Size(min = 1, max = 10) List<ItemReport> items) implements HomeVisitEvent {}

    /**
     * Somebody asks that other times count than those that were recorded. They stand beside them.
     *
     * @param adjustment id of the adjustment, of this visit's
     * @param memo       what happened, 2 to 500 characters; needed where the reason is another
     */
    @PostedBy({Role.CARE, Role.ORGANISATION, Role.STREET})
    record TimesAdjusted(@Id String visit, @Id String adjustment, @Happened Instant startedAt,
            @Happened Instant endedAt, AdjustmentReason reason,
            @Nullable @Size(min = 2, max = 500) Confidential memo) implements HomeVisitEvent {}

    /**
     * An officer approved adjusted times, or did not.
     *
     * @param grounds why, 2 to 500 characters
     */
    @PostedBy({Role.STREET, Role.DISTRICT})
    record TimesAdjustmentDecided(@Id String visit, @Id String adjustment, boolean approved,
            @Size(min = 2, max = 500) Confidential grounds) implements HomeVisitEvent {}

    /**
     * Elder or family say that the visit took place.
     *
     * @param items what was done, by their word, 1 to 10
     */
    @PostedBy({Role.DESK, Role.STATION, Role.STREET})
    record HomeVisitConfirmed(@Id String visit, ConfirmedBy by,
            @Size(min = 1, max = 10) Set<@Pattern(regexp = Id.PATTERN) String> items) implements HomeVisitEvent {}

    /**
     * Elder or family say that the visit was not as recorded.
     *
     * @param grounds what they say, 2 to 500 characters
     */
    @PostedBy({Role.DESK, Role.GRID, Role.STATION, Role.STREET, Role.DISTRICT})
    record HomeVisitDisputed(@Id String visit, @Size(min = 2, max = 500) Personal grounds) implements HomeVisitEvent {}

    /**
     * A dispute was reviewed.
     *
     * @param grounds why, 2 to 500 characters
     */
    @PostedBy({Role.STREET, Role.DISTRICT})
    record VisitDisputeResolved(@Id String visit, DisputeOutcome outcome,
            @Size(min = 2, max = 500) Confidential grounds) implements HomeVisitEvent {}

    /**
     * The visit will not take place.
     */
    @PostedBy({Role.DESK, Role.STATION, Role.STREET, Role.DISTRICT, Role.ORGANISATION})
    record HomeVisitCancelled(@Id String visit, CancelledBecause reason) implements HomeVisitEvent {}

    /**
     * What was recorded as a visit never was one.
     *
     * @param grounds how that is known, 2 to 500 characters
     */
    @PostedBy({Role.STREET, Role.DISTRICT, Role.ORGANISATION})
    record HomeVisitVoided(@Id String visit, VoidedBecause reason,
            @Size(min = 2, max = 500) Confidential grounds) implements HomeVisitEvent {}

    /**
     * Somebody looked at an exception and found nothing to hold against the visit.
     *
     * @param grounds why, 2 to 500 characters
     */
    @PostedBy({Role.STREET, Role.DISTRICT})
    record VisitExceptionCleared(@Id String visit, VisitException exception,
            @Size(min = 2, max = 500) Confidential grounds) implements HomeVisitEvent {}

    /**
     * Somebody called the elder afterwards (回访); a later call replaces an earlier one.
     *
     * @param rating      1 to 5; null when the elder gave none
     * @param observation at most 500 characters
     */
    @PostedBy({Role.DESK, Role.STATION, Role.STREET})
    record HomeVisitFollowedUp(@Id String visit, @Nullable @Min(1) @Max(5) Integer rating,
            @Nullable @Size(max = 500) Personal observation) implements HomeVisitEvent {}
}
