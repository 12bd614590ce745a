package org.chongshan.events.marriage;

import java.time.Instant;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.chongshan.events.Confidential;
import org.chongshan.events.Id;
import org.chongshan.events.Personal;
import org.chongshan.events.Planned;
import org.chongshan.events.PostedBy;
import org.chongshan.events.Role;
import org.jspecify.annotations.Nullable;

/**
 * What a counselling session (婚姻家庭辅导) accepts. It is voluntary and free.
 */
public sealed interface CounsellingEvent extends MarriageEvent {
    /** Id of the session it concerns. */
    String session();

    /** What is answered to a session by a room it asked for. */
    sealed interface RoomAnswer extends CounsellingEvent {
        /** Under which number the session asked. */
        String appointment();
    }

    /** What is answered to a session by the counsellor's diary it asked. */
    sealed interface CounsellorAnswer extends CounsellingEvent {
        /** Under which number the session asked. */
        String appointment();
    }

    /**
     * Somebody wants to be counselled.
     *
     * @param client      pseudonym of the couple or family from the registry's books
     * @param application the application for divorce it was offered to; null when there is none
     * @param room        the room; left out of account when it is online, needed otherwise
     * @param startsAt    when, at most two years ahead; now for whoever is asked in at once
     * @param minutes     how long, 15 to 240
     */
    @PostedBy({Role.REGISTRY, Role.DESK})
    record CounsellingBooked(@Id(begins = true) @Size(max = Id.MOST_TO_NUMBER) String session, @Id String client,
            @Nullable @Id @Size(max = Id.MOST_TO_DERIVE_FROM) String application, CounsellingKind kind,
            @Id String counsellor, @Nullable @Id String room, @Planned Instant startsAt,
            @Min(15) @Max(240) int minutes) implements CounsellingEvent {}

    /**
     * The session is to be at another time, with another counsellor or elsewhere; what was held for it is given up.
     *
     * @param room     the room; left out of account when the session is online
     * @param startsAt when, at most two years ahead
     * @param minutes  how long, 15 to 240
     */
    @PostedBy({Role.REGISTRY, Role.DESK})
    record CounsellingRescheduled(@Id @Size(max = Id.MOST_TO_NUMBER) String session, @Id String counsellor,
            @Nullable @Id String room, @Planned Instant startsAt,
            @Min(15) @Max(240) int minutes) implements CounsellingEvent {}

    /**
     * The client will come.
     */
    @PostedBy({Role.REGISTRY, Role.DESK})
    record CounsellingConfirmed(@Id @Size(max = Id.MOST_TO_NUMBER) String session) implements CounsellingEvent {}

    /**
     * The client does not want to be counselled, or not any more: no grounds are asked for and nothing follows from it.
     */
    @PostedBy({Role.REGISTRY, Role.DESK})
    record CounsellingDeclined(@Id @Size(max = Id.MOST_TO_NUMBER) String session) implements CounsellingEvent {}

    /**
     * The registry or the organisation cannot hold the session.
     *
     * @param grounds why, 2 to 500 characters
     */
    @PostedBy({Role.REGISTRY, Role.ORGANISATION})
    record CounsellingCancelled(@Id @Size(max = Id.MOST_TO_NUMBER) String session,
            @Size(min = 2, max = 500) Confidential grounds) implements CounsellingEvent {}

    /**
     * The client is there.
     */
    @PostedBy({Role.REGISTRY, Role.ORGANISATION})
    record PartiesArrived(@Id @Size(max = Id.MOST_TO_NUMBER) String session) implements CounsellingEvent {}

    /**
     * The session took place; its counsellor says so.
     */
    @PostedBy({Role.ORGANISATION})
    record CounsellingHeld(@Id @Size(max = Id.MOST_TO_NUMBER) String session) implements CounsellingEvent {}

    /**
     * Nobody came.
     */
    @PostedBy({Role.REGISTRY, Role.ORGANISATION})
    record CounsellingMissed(@Id @Size(max = Id.MOST_TO_NUMBER) String session) implements CounsellingEvent {}

    /**
     * The session's counsellor wrote a note on it, which nobody else reads.
     *
     * @param note in the counsellor's words, 2 to 2000 characters
     */
    @PostedBy({Role.ORGANISATION})
    record CounsellingNoted(@Id @Size(max = Id.MOST_TO_NUMBER) String session,
            @Size(min = 2, max = 2000) Personal note) implements CounsellingEvent {}

    /**
     * Violence came to light: the police are told, and of a child the minors' station, whatever the client wants
     * (Anti-Domestic-Violence Law 14).
     *
     * @param child   id of the child concerned; null when there is none
     * @param account what they must know in order to act, at most 500 characters: not the notes
     */
    @PostedBy({Role.REGISTRY, Role.ORGANISATION})
    record HarmDisclosed(@Id @Size(max = Id.MOST_TO_NUMBER) String session,
            @Nullable @Id(begins = true) @Size(max = Id.MOST_TO_DERIVE_FROM) String child,
            @Size(max = 500) Personal account) implements CounsellingEvent {}

    /**
     * The room is held.
     *
     * @param until when the hold runs out
     */
    record RoomHeld(@Id String session, @Id String appointment, Instant until) implements RoomAnswer {}

    /**
     * The room cannot be held or confirmed. Where it is taken or closed the session waits for it, and hears when it is free.
     */
    record RoomRefused(@Id String session, @Id String appointment, HoldRefusal reason) implements RoomAnswer {}

    /**
     * The room is the session's.
     */
    record RoomConfirmed(@Id String session, @Id String appointment) implements RoomAnswer {}

    /**
     * The room is closed at that time after all.
     */
    record RoomWithdrawn(@Id String session, @Id String appointment) implements RoomAnswer {}

    /**
     * The counsellor is held.
     *
     * @param until when the hold runs out
     */
    record CounsellorHeld(@Id String session, @Id String appointment, Instant until) implements CounsellorAnswer {}

    /**
     * The counsellor cannot be held or confirmed. Where they are taken or away the session waits for them, and hears when they
     * are free.
     */
    record CounsellorRefused(@Id String session, @Id String appointment,
            HoldRefusal reason) implements CounsellorAnswer {}

    /**
     * The counsellor is the session's.
     */
    record CounsellorConfirmed(@Id String session, @Id String appointment) implements CounsellorAnswer {}

    /**
     * The counsellor is away at that time after all, or has left.
     */
    record CounsellorWithdrawn(@Id String session, @Id String appointment) implements CounsellorAnswer {}
}
