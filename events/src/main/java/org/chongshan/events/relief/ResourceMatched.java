package org.chongshan.events.relief;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.chongshan.events.Id;
import org.chongshan.events.PostedBy;
import org.chongshan.events.Role;

/**
 * A resource was matched to a household's need.
 *
 * @param match    id of the match
 * @param quantity in the resource's unit
 */
@PostedBy({Role.STREET, Role.DISTRICT})
public record ResourceMatched(@Id String resource, @Id String match, @Id String household,
        @Min(1) @Max(1_000_000_000) long quantity) implements ResourceEvent {}
