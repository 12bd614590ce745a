package org.chongshan.events.marriage;

import java.time.Instant;

import org.chongshan.events.Id;
import org.chongshan.events.Personal;
import org.jspecify.annotations.Nullable;

/**
 * What counselling states to whom it may concern: no decider has to act on it for the books to be right.
 */
public sealed interface CounsellingNotice extends MarriageEvent {
    /**
     * Room and counsellor are held: the client has until then to say that they will come.
     */
    record CounsellingTimeHeld(@Id String session, Instant confirmBy) implements CounsellingNotice {}

    /**
     * The session stands: room and counsellor are its own, and the client will come.
     */
    record CounsellingAppointed(@Id String session, Instant startsAt) implements CounsellingNotice {}

    /**
     * What was arranged does not stand any more: the client must be told.
     */
    record CounsellingFellThrough(@Id String session) implements CounsellingNotice {}

    /**
     * Nobody has said whether a session was held.
     */
    record CounsellingReportOverdue(@Id String session, Instant dueAt) implements CounsellingNotice {}

    /**
     * Violence came to light in counselling: to the police.
     *
     * @param child   the child concerned; null when there is none
     * @param account what they must know in order to act
     */
    record ViolenceReported(@Id String session, @Nullable @Id String child,
            Personal account) implements CounsellingNotice {}
}
