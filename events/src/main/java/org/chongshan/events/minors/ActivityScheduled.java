package org.chongshan.events.minors;

import java.time.Instant;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.chongshan.events.Id;
import org.chongshan.events.PostedBy;
import org.chongshan.events.Role;

/**
 * An activity will take place.
 *
 * @param places   how many children may come, 1 to 500
 * @param startsAt when
 */
@PostedBy({Role.STATION, Role.STREET, Role.DISTRICT, Role.ORGANISATION})
public record ActivityScheduled(@Id String activity, @Id String base, @Id String course, @Min(1) @Max(500) int places,
        Instant startsAt) implements ActivityEvent {}
