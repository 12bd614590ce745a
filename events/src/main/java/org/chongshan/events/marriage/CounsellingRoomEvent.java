package org.chongshan.events.marriage;

import java.time.Instant;

import org.chongshan.events.Id;
import org.chongshan.events.Planned;
import org.chongshan.events.PostedBy;
import org.chongshan.events.Role;

/**
 * What a counselling room (婚姻家庭辅导室) accepts.
 */
public sealed interface CounsellingRoomEvent extends MarriageEvent {
    /** Id of the room it concerns. */
    String room();

    /**
     * A room can be booked.
     */
    @PostedBy({Role.REGISTRY, Role.DISTRICT})
    record RoomOpened(@Id(begins = true) String room) implements CounsellingRoomEvent {}

    /**
     * A room is closed for a time; the sessions in the way are taken out of it. Said again under the id of the closure, it is
     * closed for this time instead.
     *
     * @param closure id
     * @param from    first instant
     * @param until   first instant it is open again
     */
    @PostedBy({Role.REGISTRY, Role.DISTRICT})
    record RoomClosedFor(@Id String room, @Id(begins = true) String closure, @Planned Instant from,
            @Planned Instant until) implements CounsellingRoomEvent {}

    /**
     * A closure is taken back.
     */
    @PostedBy({Role.REGISTRY, Role.DISTRICT})
    record RoomReopened(@Id String room, @Id String closure) implements CounsellingRoomEvent {}

    /**
     * A session asks for the room.
     *
     * @param appointment the session's id and a number, with a dot between them
     * @param from        first instant of the session
     * @param until       its end
     * @param heldUntil   when the hold runs out unless confirmed
     */
    record RoomHoldRequested(@Id String room, @Id String appointment, Instant from, Instant until,
            Instant heldUntil) implements CounsellingRoomEvent {}

    /**
     * A session has what it needs, and asks that the hold becomes firm.
     */
    record RoomConfirmationRequested(@Id String room, @Id String appointment) implements CounsellingRoomEvent {}

    /**
     * A session does not need the room, held, firm or waited for, any more.
     */
    record RoomReleased(@Id String room, @Id String appointment) implements CounsellingRoomEvent {}
}
