package org.chongshan.events.relief;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.chongshan.events.Id;
import org.chongshan.events.PostedBy;
import org.chongshan.events.Role;

/**
 * Somebody promised a resource.
 *
 * @param quantity in {@code unit}
 */
@PostedBy({Role.STREET, Role.DISTRICT, Role.ORGANISATION})
public record ResourcePledged(@Id String resource, Donor donor, ResourceUnit unit,
        @Min(1) @Max(1_000_000_000) long quantity) implements ResourceEvent {}
