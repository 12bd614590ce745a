package org.chongshan.eldercare.elder;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.chongshan.core.Fact;
import org.chongshan.core.Facts;
import org.chongshan.core.WorkingDays;
import org.chongshan.events.eldercare.AbilityGrade;
import org.chongshan.events.eldercare.EconomicHardship;
import org.chongshan.events.eldercare.VisitNotMade;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an elder, each fact as of its own time.
 *
 * @param born        the day of birth: the last that was stated, of all times
 * @param residence   where the elder is registered and lives
 * @param household   in relief's books
 * @param hardship    what relief said of each household, by its id; at most {@value #MOST_HOUSEHOLDS}
 * @param assessments of ability
 * @param inHospital  whether the elder is in hospital
 * @param life        whether the elder has died
 * @param visits      what holds of each home visit, by its id; at most {@value #MOST_VISITS}
 * @param openings    the months that reached the elder, such as {@code 2023-03}; with the visits of the latest
 *                    {@value #MONTHS_KEPT} months, older ones stand in the journal
 * @param asked       visits that want to hear whether the elder is entitled to them, each with its day; at most
 *                    {@value #MOST_VISITS}, of the months that are kept
 * @param beds        care beds that want to hear how the elder stands; at most {@value #MOST_BEDS}
 */
record Known(Facts<LocalDate> born, Facts<Residence> residence, Facts<String> household,
        SortedMap<String, Facts<EconomicHardship>> hardship, Facts<Assessment> assessments, Facts<Boolean> inHospital,
        Facts<Life> life, SortedMap<String, Visit> visits, SortedMap<String, Opening> openings, SortedSet<String> beds,
        SortedMap<String, LocalDate> asked) {

    static final int MOST_HOUSEHOLDS = 5;
    static final int MOST_VISITS = 200;
    static final int MONTHS_KEPT = 13;
    static final int MOST_BEDS = 10;

    /** Nothing. */
    static final Known NOTHING = new Known(Facts.none(), Facts.none(), Facts.none(), new TreeMap<>(), Facts.none(),
            Facts.none(), Facts.none(), new TreeMap<>(), new TreeMap<>(), new TreeSet<>(), new TreeMap<>());

    /**
     * Where somebody is registered and lives.
     *
     * @param livesHereSince null when the person does not live in the district
     * @param newHome        whether it is another home than before
     */
    record Residence(boolean registeredHere, @Nullable LocalDate livesHereSince, boolean newHome) {}

    /**
     * An assessment of ability.
     *
     * @param validUntil when it is too old
     */
    record Assessment(AbilityGrade grade, String assessor, Instant validUntil) {}

    /**
     * Whether somebody lives.
     *
     * @param diedOn null: lives
     */
    record Life(@Nullable LocalDate diedOn) {}

    /**
     * A home visit.
     *
     * @param from     when it began or was to begin
     * @param notMade  why it does not count; null when it does
     * @param revision of what its record said; the highest holds
     */
    record Visit(Instant from, int minutes, long feeFen, @Nullable VisitNotMade notMade, int revision) {
        String month() {
            return YearMonth.from(from.atZone(WorkingDays.ZONE)).toString();
        }

        boolean counts() {
            return notMade == null;
        }
    }

    /**
     * A month that reached the elder.
     *
     * @param terms    in force at its beginning
     * @param visits   how many an eligible elder is entitled to
     * @param closesAt when what is missing is stated
     */
    record Opening(Terms terms, int visits, Instant closesAt) {}

    Known born(Fact<LocalDate> fact) {
        return new Known(born.with(fact), residence, household, hardship, assessments, inHospital, life, visits,
                openings, beds, asked);
    }

    Known residence(Fact<Residence> fact) {
        return new Known(born, residence.with(fact), household, hardship, assessments, inHospital, life, visits,
                openings, beds, asked);
    }

    Known household(Fact<String> fact) {
        return new Known(born, residence, household.with(fact), hardship, assessments, inHospital, life, visits,
                openings, beds, asked);
    }

    Known hardship(String of, Fact<EconomicHardship> fact) {
        var all = new TreeMap<>(hardship);
        all.merge(of, Facts.<EconomicHardship>none().with(fact), (known, _) -> known.with(fact));
        return new Known(born, residence, household, all, assessments, inHospital, life, visits, openings, beds, asked);
    }

    Known assessed(Fact<Assessment> fact) {
        return new Known(born, residence, household, hardship, assessments.with(fact), inHospital, life, visits,
                openings, beds, asked);
    }

    Known inHospital(Fact<Boolean> fact) {
        return new Known(born, residence, household, hardship, assessments, inHospital.with(fact), life, visits,
                openings, beds, asked);
    }

    Known life(Fact<Life> fact) {
        return new Known(born, residence, household, hardship, assessments, inHospital, life.with(fact), visits,
                openings, beds, asked);
    }

    Known visit(String id, Visit visit) {
        var all = new TreeMap<>(visits);
        all.merge(id, visit, (known, said) -> said.revision() > known.revision() ? said : known);
        return new Known(born, residence, household, hardship, assessments, inHospital, life, all, openings, beds,
                asked).withoutWhatIsTooOld();
    }

    Known opened(String month, Opening opening) {
        var all = new TreeMap<>(openings);
        all.put(month, opening);
        return new Known(born, residence, household, hardship, assessments, inHospital, life, visits, all, beds, asked)
                .withoutWhatIsTooOld();
    }

    Known bed(String bed) {
        var all = new TreeSet<>(beds);
        all.add(bed);
        return new Known(born, residence, household, hardship, assessments, inHospital, life, visits, openings, all,
                asked);
    }

    Known asked(String visit, LocalDate day) {
        var all = new TreeMap<>(asked);
        all.put(visit, day);
        return new Known(born, residence, household, hardship, assessments, inHospital, life, visits, openings, beds,
                all);
    }

    /** The months anything is known of, in order. */
    SortedSet<String> months() {
        var all = new TreeSet<>(openings.keySet());
        visits.values().forEach(visit -> all.add(visit.month()));
        return all;
    }

    /** Whether a month lies before all that are kept. */
    boolean isForgotten(String month) {
        var months = months();
        return months.size() >= MONTHS_KEPT && month.compareTo(months.first()) < 0;
    }

    boolean hasRoomForVisit(String visit) {
        return visits.containsKey(visit) || visits.size() < MOST_VISITS;
    }

    boolean hasRoomToAsk(String visit) {
        return asked.containsKey(visit) || asked.size() < MOST_VISITS;
    }

    static String monthOf(LocalDate day) {
        return YearMonth.from(day).toString();
    }

    private Known withoutWhatIsTooOld() {
        var months = months();
        if (months.size() <= MONTHS_KEPT) {
            return this;
        }
        var first = months.stream().skip(months.size() - MONTHS_KEPT).findFirst().orElseThrow();
        var young = new TreeMap<String, Visit>();
        visits.forEach((id, visit) -> {
            if (visit.month().compareTo(first) >= 0) {
                young.put(id, visit);
            }
        });
        var askedSince = new TreeMap<>(asked);
        askedSince.values().removeIf(day -> monthOf(day).compareTo(first) < 0);
        return new Known(born, residence, household, hardship, assessments, inHospital, life, young,
                new TreeMap<>(openings.tailMap(first)), beds, askedSince);
    }

    /** The day of death; null while the elder lives. */
    @Nullable
    LocalDate diedOn() {
        return life.latest().map(fact -> fact.value().diedOn()).orElse(null);
    }

    /** When the elder moved last; null when never. */
    @Nullable
    Instant movedAt() {
        return residence.all().stream().filter(fact -> fact.value().newHome()).map(Fact::at)
                .max(Comparator.naturalOrder()).orElse(null);
    }

    /** Whether the elder was in hospital at a time. */
    boolean isInHospital(Instant at) {
        return inHospital.asOf(at).map(Fact::value).orElse(false);
    }

    /** Whether the elder was in hospital all the time from one instant up to another. */
    boolean isInHospitalThroughout(Instant from, Instant until) {
        return isInHospital(from) && inHospital.all().stream()
                .noneMatch(fact -> !fact.value() && fact.at().isAfter(from) && fact.at().isBefore(until));
    }

    /** When after some time nobody is there to be visited any more: the elder died, or left the district; null when neither. */
    @Nullable
    Instant gone(Instant after) {
        var died = diedOn();
        var left = residence.all().stream()
                .filter(fact -> fact.at().isAfter(after) && fact.value().livesHereSince() == null).map(Fact::at);
        var all = died == null ? left : Stream.concat(left, Stream.of(startOf(died)));
        return all.min(Comparator.naturalOrder()).orElse(null);
    }

    /** The midnight a day begins with, in the bureau's time. */
    static Instant startOf(LocalDate day) {
        return day.atStartOfDay(WorkingDays.ZONE).toInstant();
    }
}
