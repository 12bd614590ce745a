package org.chongshan.marriage.divorce;

import java.time.LocalDate;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.chongshan.core.Fact;
import org.chongshan.events.marriage.DivorceOutcome;
import org.chongshan.events.marriage.EndedElsewhere;
import org.chongshan.events.marriage.NotRegisteredBecause;
import org.chongshan.events.marriage.Spouse;
import org.jspecify.annotations.Nullable;

/**
 * What came of an application so far. All that may end it is kept, for what ended it may turn out to have been stated by mistake.
 *
 * @param stated             which of its ends was stated to have passed
 * @param certificateRefused the last time the registry did not register the divorce; null when it never refused
 * @param registered         its registration; null when there is none
 * @param withdrawn          the first withdrawal, by its own time; null when there is none
 * @param elsewhere          what was last said of each document that shows an end of the marriage outside of the registry, by the
 *                           document's number; at most {@value #MOST_DOCUMENTS}
 */
record Course(Stated stated, @Nullable Fact<CertificateRefusal> certificateRefused, @Nullable Fact<End> registered,
        @Nullable Fact<End> withdrawn, SortedMap<String, Fact<Word>> elsewhere) {

    static final int MOST_DOCUMENTS = 20;

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

    /**
     * What was said of a document.
     *
     * @param end what it shows, as of the end of its day; null: it was no document of this case, or shows something else
     */
    record Word(@Nullable Fact<End> end) {}

    static Course begun() {
        return new Course(Stated.NEITHER, null, null, null, new TreeMap<>());
    }

    Course stated(Stated now) {
        return new Course(now, certificateRefused, registered, withdrawn, elsewhere);
    }

    Course certificateRefused(Fact<CertificateRefusal> refusal) {
        return new Course(stated, Fact.later(certificateRefused, refusal), registered, withdrawn, elsewhere);
    }

    Course registered(Fact<End> by) {
        return new Course(stated, certificateRefused, by, withdrawn, elsewhere);
    }

    Course withdrawn(Fact<End> by) {
        return new Course(stated, certificateRefused, registered,
                withdrawn == null || by.isOlderThan(withdrawn) ? by : withdrawn, elsewhere);
    }

    Course said(String document, Fact<Word> word) {
        var all = new TreeMap<>(elsewhere);
        all.put(document, Fact.later(elsewhere.get(document), word));
        return new Course(stated, certificateRefused, registered, withdrawn, all);
    }

    boolean hasRoomFor(String document) {
        return elsewhere.containsKey(document) || elsewhere.size() < MOST_DOCUMENTS;
    }

    boolean isRegistered() {
        return registered != null;
    }

    /** What ended it: its registration, which nobody undoes here, or else whatever came first; null while nothing has. */
    @Nullable
    Fact<End> end() {
        return registered != null ? registered : first();
    }

    /** What had ended it before its divorce was registered, and was not known then; null when there is no such thing. */
    @Nullable
    Fact<End> disputedBy() {
        var first = first();
        return registered != null && first != null && first.isOlderThan(registered) ? first : null;
    }

    private @Nullable Fact<End> first() {
        var elsewhereEnds = elsewhere.values().stream().flatMap(said -> Stream.ofNullable(said.value().end()));
        return Stream.concat(Stream.ofNullable(withdrawn), elsewhereEnds).min(Fact.BY_TIME).orElse(null);
    }
}
