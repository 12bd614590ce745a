package org.chongshan.events.minors;

import java.time.Instant;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.chongshan.events.Confidential;
import org.chongshan.events.Id;
import org.chongshan.events.Planned;
import org.chongshan.events.PostedBy;
import org.chongshan.events.Role;

/**
 * What an activity accepts.
 */
public sealed interface ActivityEvent extends MinorsEvent {
    /** Id of the activity it concerns. */
    String activity();

    /**
     * An activity will take place.
     *
     * @param places   how many children may come, 1 to 300
     * @param startsAt when, at most two years ahead
     */
    @PostedBy({Role.STATION, Role.STREET, Role.DISTRICT, Role.ORGANISATION})
    record ActivityScheduled(@Id(begins = true) String activity, @Id String base, @Id String course,
            @Min(1) @Max(300) int places, @Planned Instant startsAt) implements ActivityEvent {}

    /**
     * A child signs up.
     */
    @PostedBy({Role.STATION, Role.STREET, Role.DESK, Role.ORGANISATION})
    record ChildEnrolled(@Id String activity,
            @Id @Size(max = Id.MOST_TO_DERIVE_FROM) String child) implements ActivityEvent {}

    /**
     * A child will not come.
     */
    @PostedBy({Role.STATION, Role.STREET, Role.DESK, Role.ORGANISATION})
    record ChildWithdrawn(@Id String activity,
            @Id @Size(max = Id.MOST_TO_DERIVE_FROM) String child) implements ActivityEvent {}

    /**
     * A child came.
     */
    @PostedBy({Role.STATION, Role.STREET, Role.ORGANISATION})
    record ChildAttended(@Id String activity,
            @Id @Size(max = Id.MOST_TO_DERIVE_FROM) String child) implements ActivityEvent {}

    /**
     * An activity took place.
     */
    @PostedBy({Role.STATION, Role.STREET, Role.DISTRICT, Role.ORGANISATION})
    record ActivityHeld(@Id String activity) implements ActivityEvent {}

    /**
     * An activity will not take place.
     *
     * @param grounds why, 2 to 500 characters
     */
    @PostedBy({Role.STATION, Role.STREET, Role.DISTRICT, Role.ORGANISATION})
    record ActivityCancelled(@Id String activity,
            @Size(min = 2, max = 500) Confidential grounds) implements ActivityEvent {}
}
