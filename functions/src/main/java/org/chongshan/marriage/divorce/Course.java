package org.chongshan.marriage.divorce;

import java.time.LocalDate;
import java.util.SortedSet;

import org.chongshan.core.Fact;
import org.chongshan.events.marriage.DivorceOutcome;
import org.chongshan.events.marriage.EndedElsewhere;
import org.chongshan.events.marriage.NotRegisteredBecause;
import org.chongshan.events.marriage.Spouse;
import org.jspecify.annotations.Nullable;

/**
 * What came of an application so far.
 *
 * @param stated             which of its ends was stated to have passed
 * @param certificateRefused the last time the registry did not register the divorce; null when it never refused
 * @param end                the first thing that ended it, by its own time; null while nothing has
 * @param disputedBy         what had ended it before its divorce was registered, and was not known then; null when there is no such
 *                           thing
 */
record Course(Stated stated, @Nullable Fact<CertificateRefusal> certificateRefused, @Nullable Fact<End> end,
        @Nullable Fact<End> disputedBy) {

    /** The ends of an application's days that may have been stated. */
    enum Stated {
        NEITHER,
        COOLING_OFF_OVER,
        TIME_OVER
    }

    /**
     * The registry did not register the divorce.
     *
     * @param notice number of the notice
     */
    record CertificateRefusal(SortedSet<NotRegisteredBecause> reasons, String notice) {}

    /**
     * What ended it.
     *
     * @param outcome  registered, withdrawn or ended elsewhere
     * @param on       the day it did
     * @param by       who withdrew it; null when that is not what happened
     * @param because  what ended the marriage elsewhere; null when that is not what happened
     * @param document number of the certificate, the confirmation, or what was shown
     */
    record End(DivorceOutcome outcome, LocalDate on, @Nullable Spouse by, @Nullable EndedElsewhere because,
            String document) {}

    static Course begun() {
        return new Course(Stated.NEITHER, null, null, null);
    }

    Course stated(Stated now) {
        return new Course(now, certificateRefused, end, disputedBy);
    }

    Course certificateRefused(Fact<CertificateRefusal> refusal) {
        return new Course(stated, Fact.later(certificateRefused, refusal), end, disputedBy);
    }

    Course ended(Fact<End> by) {
        return new Course(stated, certificateRefused, by, disputedBy);
    }

    Course disputed(Fact<End> by) {
        return new Course(stated, certificateRefused, end,
                disputedBy == null || by.isOlderThan(disputedBy) ? by : disputedBy);
    }

    boolean isRegistered() {
        return end != null && end.value().outcome() == DivorceOutcome.REGISTERED;
    }
}
