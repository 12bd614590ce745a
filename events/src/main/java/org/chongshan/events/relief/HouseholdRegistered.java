package org.chongshan.events.relief;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import org.chongshan.events.Id;
import org.chongshan.events.PostedBy;
import org.chongshan.events.Role;

/**
 * A household came onto the books.
 *
 * @param household id given by whoever registers it
 * @param members   who lives there, 1 to 20
 */
@PostedBy({Role.GRID, Role.STREET})
public record HouseholdRegistered(@Id @Size(max = Id.MOST_TO_DERIVE_FROM) String household,
        @Size(min = 1, max = 20) List<@Valid Member> members) implements HouseholdEvent {}
