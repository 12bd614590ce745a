package org.chongshan.events.marriage;

import java.time.LocalDate;

import org.chongshan.events.Id;
import org.jspecify.annotations.Nullable;

/**
 * What marriage states to whom it may concern: no decider has to act on it for the books to be right.
 */
public sealed interface MarriageNotice extends MarriageEvent {
    /**
     * An application for divorce runs, or its days were reckoned anew because the calendar knows more: what the couple is to be
     * told.
     *
     * @param coolingOffLastDay   the last day either may withdraw; nothing is registered on it
     * @param certificateFirstDay the first day the registry is open for the certificate
     * @param certificateLastDay  the last day for the certificate
     * @param provisional         whether a notice of the State Council still to come can move a day
     * @param calendar            edition of the calendar they were reckoned by
     */
    record DivorceDaysReckoned(@Id String application, LocalDate coolingOffLastDay, LocalDate certificateFirstDay,
            LocalDate certificateLastDay, boolean provisional, String calendar) implements MarriageNotice {}

    /**
     * The cooling-off of an application is over; both may come for the certificate.
     */
    record CoolingOffEnded(@Id String application, LocalDate certificateFirstDay,
            LocalDate certificateLastDay) implements MarriageNotice {}

    /**
     * An application for divorce has ended.
     *
     * @param instead what was stated of it before and does not hold, because word of something earlier came late, or it was
     *                stated by mistake; the same as the outcome where only the day was another; null when nothing was stated
     * @param on      the day it ended
     */
    record DivorceApplicationClosed(@Id String application, DivorceOutcome outcome, @Nullable DivorceOutcome instead,
            LocalDate on) implements MarriageNotice {}

    /**
     * An application for divorce runs on: what was stated to have ended it was a mistake. Its days are those it had.
     *
     * @param instead how it was stated to have ended
     */
    record DivorceApplicationReopened(@Id String application, DivorceOutcome instead) implements MarriageNotice {}

    /**
     * Word came late that an application had ended before its divorce was registered. What is registered stands until
     * somebody entitled to undoes it.
     */
    record DivorceRegistrationDisputed(@Id String application) implements MarriageNotice {}

    /**
     * What was said to have ended an application before its divorce was registered was a mistake: nothing speaks against the
     * registration any more.
     */
    record DivorceRegistrationUndisputed(@Id String application) implements MarriageNotice {}
}
