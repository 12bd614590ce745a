package org.chongshan.events.relief;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.chongshan.events.Confidential;
import org.chongshan.events.Id;
import org.chongshan.events.PostedBy;
import org.chongshan.events.Role;

/**
 * What a pledged resource accepts.
 */
public sealed interface ResourceEvent extends ReliefEvent {
    /** Id of the resource it concerns. */
    String resource();

    /**
     * Somebody promised a resource.
     *
     * @param quantity in {@code unit}
     */
    @PostedBy({Role.STREET, Role.DISTRICT, Role.ORGANISATION})
    record ResourcePledged(@Id(begins = true) String resource, Donor donor, ResourceUnit unit,
            @Min(1) @Max(1_000_000_000) long quantity) implements ResourceEvent {}

    /**
     * A resource was matched to a household's need.
     *
     * @param match    id of the match, used once: one that is open, or among the last the record remembers as delivered, is
     *                 refused. The journal holds every one, each under its event's id
     * @param quantity in the resource's unit
     */
    @PostedBy({Role.STREET, Role.DISTRICT})
    record ResourceMatched(@Id String resource, @Id String match,
            @Id @Size(max = Id.MOST_TO_DERIVE_FROM) String household,
            @Min(1) @Max(1_000_000_000) long quantity) implements ResourceEvent {}

    /**
     * What was matched has arrived.
     *
     * @param receipt number of the signed receipt
     */
    @PostedBy({Role.GRID, Role.STREET, Role.CARE})
    record ResourceDelivered(@Id String resource, @Id String match, @Id String receipt) implements ResourceEvent {}

    /**
     * The giver takes back what is not matched yet.
     *
     * @param quantity in the resource's unit
     */
    @PostedBy({Role.STREET, Role.DISTRICT, Role.ORGANISATION})
    record ResourceWithdrawn(@Id String resource, @Min(1) @Max(1_000_000_000) long quantity,
            @Size(min = 2, max = 500) Confidential grounds) implements ResourceEvent {}
}
