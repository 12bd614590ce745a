package org.chongshan.marriage.divorce;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

import org.chongshan.core.Aggregate;
import org.chongshan.core.Count;
import org.chongshan.core.Deadline;
import org.chongshan.core.Listing;
import org.chongshan.core.WorkingDays;
import org.chongshan.events.marriage.DivorceOutcome;
import org.chongshan.events.marriage.NotAcceptedBecause;
import org.chongshan.events.marriage.Party;
import org.chongshan.marriage.MarriageFigure;
import org.chongshan.marriage.divorce.Course.Stated;
import org.jspecify.annotations.Nullable;

import static java.util.Objects.requireNonNull;

/**
 * An application for divorce by agreement (离婚登记申请), under the number of its receipt.
 *
 * @param registry    which took it
 * @param husband     who applies; null when the application was not accepted
 * @param wife        who applies; null when the application was not accepted
 * @param days        its days; null when the application was not accepted
 * @param notAccepted why it was not accepted; empty when it was
 * @param enteredLate whether its receipt reached the platform so late that somebody has to look why
 * @param guidance    what was done for the couple
 * @param beside      what else runs of one of the couple, by who it is: the blind index of the identity number
 * @param course      what came of it
 */
record DivorceApplication(String id, String subdistrict, String registry, @Nullable Party husband, @Nullable Party wife,
        @Nullable Days days, SortedSet<NotAcceptedBecause> notAccepted, boolean enteredLate, Guidance guidance,
        SortedMap<String, Others> beside, Course course) implements Aggregate {

    DivorceApplication {
        // Which end of its days was told before word of its true end came is no part of what it is then.
        if (days != null && course.end() != null) {
            course = course.stated(course.end().value().on().isAfter(days.coolingOffLastDay())
                    ? Stated.COOLING_OFF_OVER
                    : Stated.NEITHER);
        }
    }

    /**
     * Applications that run beside it.
     *
     * @param number of what the index of parties told; of two the higher counts
     * @param told   how often it told the index whether it runs
     */
    record Others(int number, SortedSet<String> applications, int told) {}

    /** Where an application stands. */
    enum Status implements org.chongshan.core.Status {
        /** Not accepted (不予受理). */
        NOT_ACCEPTED(Sight.ENDED),
        /** Either may withdraw. */
        COOLING_OFF(Sight.DEADLINE),
        /** Both may come for the certificate. */
        CERTIFICATE_PERIOD(Sight.DEADLINE),
        REGISTERED(Sight.ENDED),
        WITHDRAWN(Sight.ENDED),
        MEDIATED(Sight.ENDED),
        LAPSED(Sight.ENDED),
        ENDED_ELSEWHERE(Sight.ENDED);

        private final Sight sight;

        Status(Sight sight) {
            this.sight = sight;
        }

        @Override
        public Sight sight() {
            return sight;
        }
    }

    /** The further lists it may stand in. */
    enum Listed implements Listing {
        /** It runs, and nobody has offered counselling. */
        COUNSELLING_NOT_OFFERED,
        /** It runs, and a notice of the State Council can still move its days. */
        PROVISIONAL_DAYS,
        /** It runs, and the registry has not registered the divorce when asked. */
        CERTIFICATE_REFUSED,
        /** Its receipt was entered late. */
        ENTERED_LATE,
        /** It was registered though it had ended before. */
        DISPUTED,
        /** It runs, and another application of one of the couple does. */
        ANOTHER_RUNS
    }

    /** What it may wait for. */
    enum Due implements Deadline {
        COOLING_OFF,
        CERTIFICATE
    }

    static DivorceApplication received(String id, String subdistrict, String registry, Party husband, Party wife,
            Days days, boolean enteredLate) {
        return new DivorceApplication(id, subdistrict, registry, husband, wife, days, new TreeSet<>(), enteredLate,
                Guidance.none(), new TreeMap<>(), Course.begun());
    }

    static DivorceApplication notAccepted(String id, String subdistrict, String registry,
            SortedSet<NotAcceptedBecause> reasons) {
        return new DivorceApplication(id, subdistrict, registry, null, null, null, reasons, false, Guidance.none(),
                new TreeMap<>(), Course.begun());
    }

    DivorceApplication with(Guidance now) {
        return new DivorceApplication(id, subdistrict, registry, husband, wife, days, notAccepted, enteredLate, now,
                beside, course);
    }

    /** The same, of which that came. Where nothing ends it any more its days run, and each end that passed is told again. */
    DivorceApplication with(Course other) {
        var now = course.end() != null && other.end() == null ? other.stated(Stated.NEITHER) : other;
        return new DivorceApplication(id, subdistrict, registry, husband, wife, days, notAccepted, enteredLate,
                guidance, beside, now);
    }

    DivorceApplication with(Days now) {
        return new DivorceApplication(id, subdistrict, registry, husband, wife, now, notAccepted, enteredLate, guidance,
                beside, course);
    }

    /** The same, beside which these run, as the index of parties says under a number. */
    DivorceApplication beside(String party, int number, SortedSet<String> applications) {
        var known = beside.get(party);
        return beside(party, new Others(number, applications, known == null ? 0 : known.told()));
    }

    /** The same, which tells the index of parties once more whether it runs. */
    DivorceApplication telling(String party) {
        var known = requireNonNull(beside.get(party));
        return beside(party, new Others(known.number(), known.applications(), known.told() + 1));
    }

    private DivorceApplication beside(String party, Others others) {
        var all = new TreeMap<>(beside);
        all.put(party, others);
        return new DivorceApplication(id, subdistrict, registry, husband, wife, days, notAccepted, enteredLate,
                guidance, all, course);
    }

    /** Whether another application of one of the couple runs. */
    boolean runsBesideAnother() {
        return beside.values().stream().anyMatch(others -> !others.applications().isEmpty());
    }

    /** The same, with its days as this calendar has them. */
    DivorceApplication reckonedBy(WorkingDays calendar) {
        return days == null || outcome() != null ? this : with(days.by(calendar, course.stated() != Stated.NEITHER));
    }

    boolean isAccepted() {
        return notAccepted.isEmpty();
    }

    /** How it ended; null while it has not. */
    @Nullable
    DivorceOutcome outcome() {
        var end = course.end();
        if (end == null) {
            return course.stated() == Stated.TIME_OVER ? DivorceOutcome.LAPSED : null;
        }
        return end.value().outcome() == DivorceOutcome.WITHDRAWN && guidance.isCounselledBefore(end.at())
                ? DivorceOutcome.MEDIATED
                : end.value().outcome();
    }

    /** The day it ended. */
    LocalDate endedOn() {
        var end = course.end();
        return end == null ? requireNonNull(days).certificateLastDay() : end.value().on();
    }

    @Override
    public Status status() {
        var outcome = outcome();
        if (outcome != null) {
            return Status.valueOf(outcome.name());
        }
        if (!isAccepted()) {
            return Status.NOT_ACCEPTED;
        }
        return course.stated() == Stated.NEITHER ? Status.COOLING_OFF : Status.CERTIFICATE_PERIOD;
    }

    @Override
    public String rank() {
        return days == null ? "" : days.certificateLastDay().toString();
    }

    @Override
    public Map<Listed, String> lists() {
        var lists = new EnumMap<Listed, String>(Listed.class);
        if (days != null && outcome() == null) {
            put(lists, Listed.COUNSELLING_NOT_OFFERED, guidance.offered() == null);
            put(lists, Listed.PROVISIONAL_DAYS, days.provisional());
            put(lists, Listed.ANOTHER_RUNS, runsBesideAnother());
            put(lists, Listed.CERTIFICATE_REFUSED, course.certificateRefused() != null);
        }
        put(lists, Listed.ENTERED_LATE, enteredLate);
        put(lists, Listed.DISPUTED, course.disputedBy() != null);
        return lists;
    }

    private void put(Map<Listed, String> lists, Listed list, boolean stands) {
        if (stands) {
            lists.put(list, rank());
        }
    }

    @Override
    public Map<Due, Instant> deadlines() {
        if (days == null || outcome() != null) {
            return Map.of();
        }
        return course.stated() == Stated.NEITHER
                ? Map.of(Due.COOLING_OFF, days.coolingOffEnds())
                : Map.of(Due.CERTIFICATE, days.certificateEnds());
    }

    @Override
    public List<Count> counts() {
        var day = switch (status()) {
            case REGISTERED, WITHDRAWN, MEDIATED -> requireNonNull(course.end()).value().on();
            case LAPSED -> requireNonNull(days).certificateLastDay();
            case NOT_ACCEPTED, COOLING_OFF, CERTIFICATE_PERIOD, ENDED_ELSEWHERE -> null;
        };
        if (day == null) {
            return List.of();
        }
        var all = new ArrayList<Count>();
        all.add(Count.on(day, MarriageFigure.DIVORCE_APPLICATIONS_CLOSED, 1));
        if (status() == Status.REGISTERED) {
            all.add(Count.on(day, MarriageFigure.DIVORCES_REGISTERED, 1));
        }
        if (status() == Status.MEDIATED) {
            all.add(Count.on(day, MarriageFigure.DIVORCES_WITHDRAWN_AFTER_MEDIATION, 1));
        }
        return all;
    }
}
