package org.chongshan.relief.household;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.chongshan.events.IdentityNumber;
import org.chongshan.events.Personal;
import org.chongshan.events.relief.Hardship;
import org.chongshan.events.relief.HouseholdEvent.EconomicFactsRequested;
import org.chongshan.events.relief.HouseholdEvent.GridVisitRecorded;
import org.chongshan.events.relief.HouseholdEvent.HouseholdRegistered;
import org.chongshan.events.relief.HouseholdEvent.ReliefDisbursed;
import org.chongshan.events.relief.HouseholdEvent.ReliefReturned;
import org.chongshan.events.relief.LeadEvent.HardshipLeadReported;
import org.chongshan.events.relief.Member;
import org.chongshan.events.relief.PersonEvent.MemberListed;
import org.chongshan.events.relief.Relation;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chongshan.core.Given.given;

/** Households: registered once, visited, and hardship found early. */
class HouseholdTest {
    private static final Instant NOON = Instant.parse("2023-03-02T04:00:00Z");

    private static final HouseholdRegistered REGISTERED = new HouseholdRegistered("1",
            List.of(new Member("M-1", new Personal("葛美云"), new IdentityNumber("320602196001010006"), Relation.HEAD)));

    private static GridVisitRecorded visit(Hardship found) {
        return new GridVisitRecorded("1", found, new Personal("seen"));
    }

    @Test
    void a_household_is_registered_once() {
        given(new HouseholdDecider()).happened(REGISTERED).when(REGISTERED).thenRefused(HouseholdRule.REGISTERED_ONCE);
    }

    @Test
    void its_members_are_listed_by_pseudonym_and_by_the_index_of_an_identity_number() {
        var index = "1-0123456789abcdef0123456789abcdef";
        var known = new IdentityNumber("sealed.1.abcdefghijklmnop.abcdefghijklmnopqrstuv." + index);
        var provisional = new IdentityNumber("sealed.1.abcdefghijklmnop.abcdefghijklmnopqrstuv");
        given(new HouseholdDecider())
                .when(new HouseholdRegistered("1",
                        List.of(new Member("M-1", new Personal("葛美云"), known, Relation.HEAD),
                                new Member("M-2", new Personal("李娟"), provisional, Relation.CHILD))))
                .then(HouseholdRule.HOUSEHOLD_REGISTERED, new MemberListed("M-1", "1"),
                        new MemberListed("n." + index, "1"), new MemberListed("M-2", "1"));
    }

    @Test
    void a_visit_that_finds_hardship_makes_a_lead_of_that_local_day() {
        given(new HouseholdDecider()).happened(REGISTERED).at("2023-03-02T16:30:00Z").when(visit(Hardship.BEREAVEMENT))
                .then(HouseholdRule.HARDSHIP_FOUND_EARLY, new HardshipLeadReported("1.bereavement.20230303", "1",
                        Hardship.BEREAVEMENT, Instant.parse("2023-03-02T16:30:00Z")));
    }

    @Test
    void a_visit_that_finds_none_makes_none() {
        given(new HouseholdDecider()).happened(REGISTERED).when(visit(Hardship.NONE))
                .then(HouseholdRule.VISIT_RECORDED);
    }

    @Test
    void what_concerns_a_household_not_on_the_books_yet_waits_until_it_is() {
        given(new HouseholdDecider()).when(visit(Hardship.NONE)).thenEarly(HouseholdRule.HOUSEHOLD_UNKNOWN)
                .when(new ReliefDisbursed("C", "C", "1", 5, NOON)).thenEarly(HouseholdRule.HOUSEHOLD_UNKNOWN)
                .when(new EconomicFactsRequested("1", "C", true, Hardship.ILLNESS, LocalDate.parse("2023-03-02"),
                        LocalDate.parse("2023-03-02")))
                .thenEarly(HouseholdRule.HOUSEHOLD_UNKNOWN).when(REGISTERED).thenBy(HouseholdRule.HOUSEHOLD_REGISTERED);
    }

    @Test
    void a_visit_from_before_the_registration_makes_its_lead_of_its_own_day() {
        given(new HouseholdDecider()).at("2023-03-03T04:00:00Z").happened(REGISTERED).at("2023-03-02T04:00:00Z")
                .when(visit(Hardship.ILLNESS))
                .then(HouseholdRule.HARDSHIP_FOUND_EARLY,
                        new HardshipLeadReported("1.illness.20230302", "1", Hardship.ILLNESS, NOON))
                .and(household -> assertThat(household.lastVisitedAt()).isEqualTo(NOON));
    }

    @Test
    void a_second_visit_of_the_day_reports_the_same_lead_again() {
        var lead = new HardshipLeadReported("1.accident.20230302", "1", Hardship.ACCIDENT, NOON);
        given(new HouseholdDecider()).at("2023-03-02T04:00:00Z").happened(REGISTERED).when(visit(Hardship.ACCIDENT))
                .then(HouseholdRule.HARDSHIP_FOUND_EARLY, lead).when(visit(Hardship.ACCIDENT))
                .then(HouseholdRule.HARDSHIP_FOUND_EARLY, lead);
    }

    @Test
    void relief_that_came_back_is_taken_off_the_record() {
        given(new HouseholdDecider()).happened(REGISTERED, new ReliefDisbursed("C", "C", "1", 5, NOON))
                .when(new ReliefReturned("C", "C", "1", 5)).then(HouseholdRule.RELIEF_CAME_BACK)
                .and(household -> assertThat(household.reliefPaidFen()).isZero());
    }
}
