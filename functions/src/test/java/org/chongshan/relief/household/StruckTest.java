package org.chongshan.relief.household;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.IntStream;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.chongshan.core.AnyOrder;
import org.chongshan.core.AnyOrder.Told;
import org.chongshan.core.Given;
import org.chongshan.core.IdentityNumbers;
import org.chongshan.core.WorkingDays;
import org.chongshan.events.IdentityNumber;
import org.chongshan.events.Personal;
import org.chongshan.events.relief.Hardship;
import org.chongshan.events.relief.HouseholdEvent;
import org.chongshan.events.relief.HouseholdEvent.EconomicFactsRequested;
import org.chongshan.events.relief.HouseholdEvent.EconomicStatusVerified;
import org.chongshan.events.relief.HouseholdEvent.GridVisitRecorded;
import org.chongshan.events.relief.HouseholdEvent.HouseholdRegistered;
import org.chongshan.events.relief.Member;
import org.chongshan.events.relief.Relation;
import org.chongshan.events.relief.ReliefCaseEvent.EconomicFactsStated;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chongshan.core.Given.given;
import static org.chongshan.relief.household.HouseholdRule.*;

/** On which day a hardship struck: what a claim takes its year from, and so what is paid once. */
class StruckTest {
    private static final HouseholdRegistered REGISTERED = new HouseholdRegistered("1",
            List.of(new Member("M-1", new Personal("葛美云"), new IdentityNumber(IdentityNumbers.of(1)), Relation.HEAD)));
    private static final LocalDate NEW_YEARS_EVE = LocalDate.parse("2023-12-31");

    private static Given<Household, HouseholdEvent> household() {
        return given(new HouseholdDecider()).at("2023-03-02T04:00:00Z").happened(REGISTERED);
    }

    private static GridVisitRecorded finds(Hardship hardship) {
        return new GridVisitRecorded("1", hardship, new Personal(""));
    }

    private static EconomicFactsRequested asks(String reliefCase, String struckOn, String heardOn) {
        return new EconomicFactsRequested("1", reliefCase, true, Hardship.ILLNESS, LocalDate.parse(struckOn),
                LocalDate.parse(heardOn));
    }

    private static EconomicFactsStated told(String reliefCase, String day) {
        return new EconomicFactsStated(reliefCase, "1", null, 1, null, LocalDate.parse(day));
    }

    @Test
    void a_request_after_midnight_is_of_the_hardship_a_visit_found_before_it() {
        household().at("2023-12-31T15:50:00Z").happened(finds(Hardship.ILLNESS)).at("2023-12-31T16:10:00Z")
                .when(asks("C", "2024-01-01", "2024-01-01")).then(KNOWN_FACTS_STATED, told("C", "2023-12-31"));
    }

    @Test
    void two_requests_before_and_after_midnight_are_of_one_hardship_whichever_is_heard_of_first() {
        household().when(asks("C", "2023-12-31", "2023-12-31")).then(KNOWN_FACTS_STATED, told("C", "2023-12-31"))
                .when(asks("D", "2024-01-01", "2024-01-01")).then(KNOWN_FACTS_STATED, told("D", "2023-12-31"));
        household().when(asks("D", "2024-01-01", "2024-01-01")).then(KNOWN_FACTS_STATED, told("D", "2024-01-01"))
                .when(asks("C", "2023-12-31", "2024-01-01")).then(KNOWN_FACTS_STATED, told("C", "2024-01-01"));
    }

    @Test
    void nobody_moves_a_hardship_into_another_year_once_a_case_was_told_of_it() {
        household().happened(asks("C", "2024-01-02", "2024-01-02")).at("2023-12-31T04:00:00Z")
                .happened(finds(Hardship.ILLNESS)).when(asks("D", "2023-12-31", "2024-01-05"))
                .then(KNOWN_FACTS_STATED, told("D", "2024-01-02"));
    }

    @Test
    void what_was_verified_to_have_struck_is_known_too_and_another_hardship_is_another() {
        household().at("2023-12-30T04:00:00Z")
                .happened(new EconomicStatusVerified("1", 1, 9_000_000, 0, true, false, Hardship.ILLNESS))
                .when(asks("C", "2024-01-01", "2024-01-01")).thenBy(KNOWN_FACTS_STATED)
                .and(one -> assertThat(one.struck().told())
                        .containsExactly(new Struck.Day(Hardship.ILLNESS, LocalDate.parse("2023-12-30"))));
        household().at("2023-12-30T04:00:00Z").happened(finds(Hardship.ACCIDENT))
                .when(asks("C", "2024-01-01", "2024-01-01")).then(KNOWN_FACTS_STATED, told("C", "2024-01-01"));
    }

    @Test
    void noticed_again_on_the_thirtieth_day_it_is_the_same_and_a_day_later_another() {
        household().at("2023-12-15T04:00:00Z").happened(finds(Hardship.ILLNESS))
                .when(asks("C", "2024-01-13", "2024-01-13")).then(KNOWN_FACTS_STATED, told("C", "2023-12-15"))
                .when(asks("D", "2024-01-14", "2024-01-14")).then(KNOWN_FACTS_STATED, told("D", "2024-01-14"));
    }

    @Test
    void nobodys_own_word_puts_a_hardship_more_than_ninety_days_before_the_bureau_heard_of_it() {
        household().when(asks("C", "2023-12-31", "2024-03-30")).then(KNOWN_FACTS_STATED, told("C", "2023-12-31"));
        household().when(asks("C", "2023-12-31", "2024-03-31")).then(KNOWN_FACTS_STATED, told("C", "2024-01-01"));
        // Nor does a visit whose time lies that far before it was heard of.
        household().at("2023-12-31T04:00:00Z").receivedAt("2024-03-31T04:00:00Z").happened(finds(Hardship.ILLNESS))
                .when(asks("C", "2023-12-31", "2024-03-31")).then(KNOWN_FACTS_STATED, told("C", "2024-01-01"));
    }

    @Test
    void what_was_known_in_its_time_is_of_its_year_however_late_somebody_asks() {
        household().at("2023-11-02T04:00:00Z").happened(finds(Hardship.ILLNESS))
                .when(asks("C", "2023-11-10", "2024-06-01")).then(KNOWN_FACTS_STATED, told("C", "2023-11-02"));
    }

    /** Within less than thirty days around New Year: visits, and cases that ask. */
    @Provide
    Arbitrary<List<Told<HouseholdEvent>>> aroundNewYear() {
        var day = Arbitraries.integers().between(-14, 14).map(NEW_YEARS_EVE::plusDays);
        var visit = day.map(on -> new Heard(on, finds(Hardship.ILLNESS)));
        var asked = Combinators.combine(day, Arbitraries.integers().between(1, 1_000))
                .as((on, number) -> new Heard(on, asks("C-" + number, on.toString(), "2024-01-20")));
        return Arbitraries.oneOf(visit, asked).list().ofMinSize(2).ofMaxSize(12).map(StruckTest::numbered)
                .flatMap(AnyOrder::of);
    }

    record Heard(LocalDate on, HouseholdEvent event) {
        Instant at() {
            return on.atTime(LocalTime.NOON).atZone(WorkingDays.ZONE).toInstant();
        }
    }

    private static List<Told<HouseholdEvent>> numbered(List<Heard> heard) {
        return IntStream.rangeClosed(0, heard.size())
                .mapToObj(number -> number == 0
                        ? new Told<HouseholdEvent>("event 0", Instant.parse("2023-03-02T04:00:00Z"), REGISTERED)
                        : new Told<>("event " + number, heard.get(number - 1).at(), heard.get(number - 1).event()))
                .toList();
    }

    @Property
    void in_whatever_order_visits_and_requests_arrive_one_hardship_has_one_claim(
            @ForAll("aroundNewYear") List<Told<HouseholdEvent>> order) {
        var years = AnyOrder.emitted(new HouseholdDecider(), order).stream()
                .filter(EconomicFactsStated.class::isInstance).map(EconomicFactsStated.class::cast)
                .map(EconomicFactsStated::struckOn).distinct();
        assertThat(years).hasSizeLessThanOrEqualTo(1);
    }
}
