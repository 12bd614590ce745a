package org.chongshan.events.marriage;

import java.time.Instant;

import jakarta.validation.constraints.Size;
import org.chongshan.events.Confidential;
import org.chongshan.events.Id;
import org.chongshan.events.Planned;
import org.chongshan.events.PostedBy;
import org.chongshan.events.Role;

/**
 * What a counsellor's diary accepts.
 */
public sealed interface CounsellorEvent extends MarriageEvent {
    /** Id of the counsellor it concerns: the subject of the counsellor's token. */
    String counsellor();

    /**
     * A counsellor works for the registry, from the time of this event on, until one after it says that they have left.
     *
     * @param organisation the social organisation or law firm they come from
     */
    @PostedBy({Role.REGISTRY, Role.DISTRICT})
    record CounsellorEngaged(@Id(begins = true) String counsellor, CounsellorKind kind,
            @Id String organisation) implements CounsellorEvent {}

    /**
     * A counsellor works for the registry no more, from the time of this event on; their sessions to come are taken out of
     * the diary.
     *
     * @param grounds why, 2 to 500 characters
     */
    @PostedBy({Role.REGISTRY, Role.DISTRICT})
    record CounsellorLeft(@Id String counsellor,
            @Size(min = 2, max = 500) Confidential grounds) implements CounsellorEvent {}

    /**
     * A counsellor is away for a time; the sessions in the way are taken out of the diary. Said again under the id of the
     * absence, they are away for this time instead.
     *
     * @param absence id
     * @param from    first instant
     * @param until   first instant they are there again
     */
    @PostedBy({Role.REGISTRY, Role.ORGANISATION})
    record CounsellorAwayFor(@Id String counsellor, @Id(begins = true) String absence, @Planned Instant from,
            @Planned Instant until) implements CounsellorEvent {}

    /**
     * An absence is taken back.
     */
    @PostedBy({Role.REGISTRY, Role.ORGANISATION})
    record CounsellorBack(@Id String counsellor, @Id String absence) implements CounsellorEvent {}

    /**
     * A session asks for the counsellor.
     *
     * @param appointment the session's id and a number, with a dot between them
     * @param from        first instant of the session
     * @param until       its end
     * @param heldUntil   when the hold runs out unless confirmed
     */
    record CounsellorHoldRequested(@Id String counsellor, @Id String appointment, Instant from, Instant until,
            Instant heldUntil) implements CounsellorEvent {}

    /**
     * A session has what it needs, and asks that the hold becomes firm.
     */
    record CounsellorConfirmationRequested(@Id String counsellor, @Id String appointment) implements CounsellorEvent {}

    /**
     * A session does not need the counsellor, held, firm or waited for, any more.
     */
    record CounsellorReleased(@Id String counsellor, @Id String appointment) implements CounsellorEvent {}
}
