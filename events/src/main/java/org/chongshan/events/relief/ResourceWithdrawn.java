package org.chongshan.events.relief;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.chongshan.events.Confidential;
import org.chongshan.events.Id;
import org.chongshan.events.PostedBy;
import org.chongshan.events.Role;

/**
 * The giver takes back what is not matched yet.
 *
 * @param quantity in the resource's unit
 */
@PostedBy({Role.STREET, Role.DISTRICT, Role.ORGANISATION})
public record ResourceWithdrawn(@Id String resource, @Min(1) @Max(1_000_000_000) long quantity,
        @Size(min = 2, max = 500) Confidential grounds) implements ResourceEvent {}
