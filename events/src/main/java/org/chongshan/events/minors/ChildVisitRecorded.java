package org.chongshan.events.minors;

import java.util.Set;

import jakarta.validation.constraints.Size;
import org.chongshan.events.Id;
import org.chongshan.events.Personal;
import org.chongshan.events.PostedBy;
import org.chongshan.events.Role;

/**
 * A child was visited at home, one to one.
 *
 * @param by           the stations that went; the cadence asks for both
 * @param observation  in the visitors' words, at most 500 characters
 */
@PostedBy({Role.STATION})
public record ChildVisitRecorded(@Id String child, @Size(min = 1, max = 2) Set<StationKind> by, Condition living,
        Condition schooling, Condition guardianship, @Size(max = 500) Personal observation) implements ChildEvent {}
