package org.chongshan.eldercare.elder;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

import org.chongshan.core.Aggregate;
import org.chongshan.core.Count;
import org.chongshan.core.Deadline;
import org.chongshan.core.InDigest;
import org.chongshan.core.Listing;
import org.chongshan.core.WorkingDays;
import org.chongshan.eldercare.EldercareFigure;
import org.chongshan.eldercare.elder.Eligibility.Finding;
import org.chongshan.events.Heading;
import org.chongshan.events.Personal;
import org.chongshan.events.eldercare.ElderEvent.ElderRegistered;
import org.chongshan.events.eldercare.EligibilityTest;

/**
 * An old person on the books of elder care. {@code tests} and {@code months} are derived from what is known, so that facts in
 * any order end in one record.
 *
 * @param file  who the elder is
 * @param known what is known, each fact as of its own time
 * @param asOf  the latest time anything was heard of: the tests are shown as of it
 * @param terms what the policy in force at that time asks
 * @param heard how many events it has taken: of two things it said the later is known by it
 * @param closed months in which what is missing was stated
 * @param tests the five tests
 * @param months by month, such as {@code 2023-03}
 */
record Elder(String id, String subdistrict, File file, Known known, Instant asOf, Terms terms, long heard,
        SortedSet<String> closed, SortedMap<EligibilityTest, Finding> tests,
        SortedMap<String, Month> months) implements Aggregate {

    /** Where an elder stands. */
    enum Status implements org.chongshan.core.Status {
        /** All five tests hold. */
        ELIGIBLE(Sight.LIST),
        /** All but one hold; the list is in the order of which. */
        NEARLY_ELIGIBLE(Sight.LIST),
        /** Two or more do not hold. */
        NOT_ELIGIBLE(Sight.LIST),
        /** In hospital, whatever the tests say. */
        SUSPENDED(Sight.LIST),
        /** Dead. */
        DIED(Sight.ENDED);

        private final Sight sight;

        Status(Sight sight) {
            this.sight = sight;
        }

        @Override
        public Sight sight() {
            return sight;
        }
    }

    /** The further lists an elder stands in. */
    enum Listed implements Listing {
        /** Everybody who lives: a month of care goes out to them. */
        ON_BOOKS,
        /** The assessment of ability is too old, by when it became so. */
        @InDigest(Heading.OVERDUE)
        REASSESSMENT_DUE,
        /** The last month that closed is short, by month. */
        @InDigest(Heading.BREACHED)
        VISITS_MISSED,
        /** Assessed, in the order in which that ends. */
        @InDigest(Heading.EXPIRING)
        ASSESSMENT_EXPIRING
    }

    /** What an elder's record waits for. */
    enum Due implements Deadline {
        /** The birthday from which on the elder is old enough. */
        AGE,
        /** The day from which on the elder has lived here for long. */
        RESIDENCE,
        /** The day the assessment of ability is too old. */
        REASSESSMENT,
        /** The day a month closes. */
        MONTH_CLOSE
    }

    /**
     * Who the elder is.
     *
     * @param registrar who registered the elder
     */
    record File(Personal name, Personal address, Personal contact, String registrar) {}

    static Elder registered(String id, String subdistrict, ElderRegistered event, String registrar, Known known,
            Instant asOf, Terms terms) {
        return derived(id, subdistrict, new File(event.name(), event.address(), event.contact(), registrar), known,
                asOf, terms, 1, new TreeSet<>());
    }

    private static Elder derived(String id, String subdistrict, File file, Known known, Instant asOf, Terms terms,
            long heard, SortedSet<String> closed) {
        var months = new TreeMap<String, Month>();
        known.months().forEach(month -> months.put(month, Month.of(known, month, closed.contains(month))));
        var stillClosed = new TreeSet<>(closed);
        stillClosed.retainAll(months.keySet());
        return new Elder(id, subdistrict, file, known, asOf, terms, heard, stillClosed,
                Eligibility.tests(known, terms, shownAsOf(known, asOf)), months);
    }

    /** Of the dead it is shown how they stood as they died. */
    private static Instant shownAsOf(Known known, Instant asOf) {
        var died = known.diedOn();
        return died == null || Known.startOf(died).isAfter(asOf) ? asOf : Known.startOf(died);
    }

    /** Something was heard of: at a time, under the terms in force then. */
    Elder hearing(Known now, Instant at, Terms inForce) {
        return at.isBefore(asOf)
                ? derived(id, subdistrict, file, now, asOf, terms, heard + 1, closed)
                : derived(id, subdistrict, file, now, at, inForce, heard + 1, closed);
    }

    Elder closing(String month) {
        var all = new TreeSet<>(closed);
        all.add(month);
        return derived(id, subdistrict, file, known, asOf, terms, heard, all);
    }

    /** The tests that do not hold. */
    SortedSet<EligibilityTest> failing() {
        return failing(tests);
    }

    private static SortedSet<EligibilityTest> failing(SortedMap<EligibilityTest, Finding> tests) {
        var failing = new TreeSet<EligibilityTest>();
        tests.forEach((test, finding) -> {
            if (!finding.holds()) {
                failing.add(test);
            }
        });
        return failing;
    }

    boolean isEligible() {
        return lives() && failing().isEmpty();
    }

    boolean lives() {
        return known.diedOn() == null;
    }

    Month month(String name) {
        return months.getOrDefault(name, Month.NONE);
    }

    /**
     * Whether the elder may be visited on a day: all five tests hold at its end, or the month was owed as it began.
     *
     * @param failing tests that do not hold; none when the month is owed
     * @param away    dead, or in hospital all day
     */
    record Entitlement(SortedSet<EligibilityTest> failing, boolean away) {}

    /** Whether the elder may be visited on a day, as far as is known. */
    Entitlement entitlement(LocalDate day) {
        var from = Known.startOf(day);
        var until = WorkingDays.endOf(day);
        var died = known.diedOn();
        var away = died != null && died.isBefore(day) || known.isInHospitalThroughout(from, until);
        var gone = known.gone(Known.startOf(day.withDayOfMonth(1)));
        var month = Known.monthOf(day);
        if (month(month).entitled() && (gone == null || !gone.isBefore(from))) {
            return new Entitlement(new TreeSet<>(), away);
        }
        var opening = known.openings().get(month);
        return new Entitlement(
                failing(Eligibility.tests(known, opening == null ? terms : opening.terms(), until.minusNanos(1))),
                away);
    }

    /** The month that closes next, of those that are open; empty when none is. */
    Optional<String> nextToClose() {
        return known.openings().keySet().stream().filter(month -> !closed.contains(month)).findFirst();
    }

    /** The id of a month in this subdistrict. */
    String careMonth(String month) {
        return month + "." + subdistrict;
    }

    @Override
    public Status status() {
        if (!lives()) {
            return Status.DIED;
        }
        if (known.isInHospital(asOf)) {
            return Status.SUSPENDED;
        }
        return switch (failing().size()) {
            case 0 -> Status.ELIGIBLE;
            case 1 -> Status.NEARLY_ELIGIBLE;
            default -> Status.NOT_ELIGIBLE;
        };
    }

    @Override
    public String rank() {
        return failing().isEmpty() ? "" : failing().first().name();
    }

    @Override
    public Map<Listed, String> lists() {
        var lists = new EnumMap<Listed, String>(Listed.class);
        if (!lives()) {
            return lists;
        }
        lists.put(Listed.ON_BOOKS, "");
        known.assessments().latest().map(fact -> fact.value().validUntil()).ifPresent(until -> lists
                .put(until.isAfter(asOf) ? Listed.ASSESSMENT_EXPIRING : Listed.REASSESSMENT_DUE, until.toString()));
        if (!closed.isEmpty() && !month(closed.last()).missing().isEmpty()) {
            lists.put(Listed.VISITS_MISSED, closed.last());
        }
        return lists;
    }

    @Override
    public Map<Due, Instant> deadlines() {
        var deadlines = new EnumMap<Due, Instant>(Due.class);
        nextToClose().ifPresent(month -> deadlines.put(Due.MONTH_CLOSE, known.openings().get(month).closesAt()));
        if (!lives()) {
            return deadlines;
        }
        known.born().latest().map(fact -> Eligibility.oldEnoughFrom(fact.value(), terms)).filter(this::isAhead)
                .ifPresent(at -> deadlines.put(Due.AGE, at));
        known.residence().latest().flatMap(fact -> Optional.ofNullable(fact.value().livesHereSince()))
                .map(since -> Eligibility.longTermFrom(since, terms)).filter(this::isAhead)
                .ifPresent(at -> deadlines.put(Due.RESIDENCE, at));
        known.assessments().latest().map(fact -> fact.value().validUntil()).filter(this::isAhead)
                .ifPresent(at -> deadlines.put(Due.REASSESSMENT, at));
        return deadlines;
    }

    private boolean isAhead(Instant at) {
        return at.isAfter(asOf);
    }

    @Override
    public List<Count> counts() {
        return months.entrySet().stream().filter(month -> month.getValue().verified() > 0)
                .map(month -> YearMonth.parse(month.getKey()).getYear()).distinct()
                .map(year -> Count.on(LocalDate.of(year, 1, 1), EldercareFigure.HOME_SERVICE_PERSONS, 1)).toList();
    }
}
