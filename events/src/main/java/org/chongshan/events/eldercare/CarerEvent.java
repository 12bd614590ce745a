package org.chongshan.events.eldercare;

import java.time.Instant;
import java.util.Set;
import java.util.SortedSet;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.chongshan.events.Id;
import org.chongshan.events.Personal;
import org.chongshan.events.Planned;
import org.chongshan.events.PostedBy;
import org.chongshan.events.Role;
import org.jspecify.annotations.Nullable;

/**
 * What a carer's record accepts. An asking is one request of a visit for a carer: the visit numbers them from 1.
 */
public sealed interface CarerEvent extends EldercareEvent {
    /** Id of the carer it concerns. */
    String carer();

    /**
     * A carer works for a provider from now on, or for another than before, or with other training.
     *
     * @param provider       id of the organisation
     * @param qualifications all the carer has, at most 4
     */
    @PostedBy({Role.ORGANISATION, Role.STREET, Role.DISTRICT})
    record CarerEngaged(@Id(begins = true) String carer, @Id @Size(max = Id.MOST_TO_DERIVE_FROM) String provider,
            CarerKind kind, @Size(max = 4) Set<Qualification> qualifications, Personal name) implements CarerEvent {}

    /**
     * A carer does not work any more from now on.
     */
    @PostedBy({Role.ORGANISATION, Role.STREET, Role.DISTRICT})
    record CarerLeft(@Id String carer) implements CarerEvent {}

    /**
     * A carer is away for a time, or for another time than was said under that id.
     *
     * @param absence id of the absence, of this carer's
     */
    @PostedBy({Role.ORGANISATION, Role.STREET, Role.DISTRICT, Role.CARE})
    record CarerAway(@Id String carer, @Id String absence, @Planned Instant from,
            @Planned Instant until) implements CarerEvent {}

    /**
     * A carer is not away after all.
     */
    @PostedBy({Role.ORGANISATION, Role.STREET, Role.DISTRICT, Role.CARE})
    record CarerBack(@Id String carer, @Id String absence) implements CarerEvent {}

    /**
     * A visit asks for a carer.
     *
     * @param asking   number of the asking
     * @param instead  number of the asking it takes the place of, which is over; null when it takes none's
     * @param place    id of the community the elder lives in
     * @param requires what the items ask for
     */
    record CarerHoldRequested(@Id String carer, @Id String visit, @Min(1) int asking, @Nullable Integer instead,
            Instant from, Instant until, @Id String place, SortedSet<Qualification> requires) implements CarerEvent {}

    /**
     * A visit takes the carer that is held for it.
     */
    record CarerConfirmed(@Id String carer, @Id String visit, @Min(1) int asking) implements CarerEvent {}

    /**
     * A visit does not need the carer any more.
     */
    record CarerReleased(@Id String carer, @Id String visit, @Min(1) int asking) implements CarerEvent {}

    /**
     * A carer was at a visit, by the times that count there.
     *
     * @param sighting number of the statement, for later ones replace earlier ones
     * @param from     null, as is {@code until}, when the carer was not there after all
     */
    record CarerSighted(@Id String carer, @Id String visit, @Min(1) int sighting, @Nullable Instant from,
            @Nullable Instant until, @Id String place) implements CarerEvent {}
}
