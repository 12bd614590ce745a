package org.chongshan.relief.lead;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.chongshan.core.AnyOrder;
import org.chongshan.core.AnyOrder.Told;
import org.chongshan.core.Given;
import org.chongshan.events.Confidential;
import org.chongshan.events.relief.ClosedBecause;
import org.chongshan.events.relief.Hardship;
import org.chongshan.events.relief.HouseholdEvent.ReliefDisbursed;
import org.chongshan.events.relief.HouseholdEvent.ReliefReturned;
import org.chongshan.events.relief.LeadEvent;
import org.chongshan.events.relief.LeadEvent.HardshipLeadReported;
import org.chongshan.events.relief.LeadEvent.LeadTriaged;
import org.chongshan.events.relief.LeadEvent.ReliefCaseClosed;
import org.chongshan.events.relief.ReliefCaseEvent.ReliefApplicationSubmitted;
import org.chongshan.events.relief.ReliefCaseEvent.UrgentReliefRequested;
import org.chongshan.events.relief.Triage;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chongshan.core.Given.given;

/** A lead never ends without an outcome. */
class LeadTest {
    private static final Instant NOON = Instant.parse("2023-03-02T04:00:00Z");

    private static final HardshipLeadReported LEAD = new HardshipLeadReported("1", "H-1", Hardship.BEREAVEMENT, NOON);

    private static final LeadTriaged URGENT = new LeadTriaged("1", Triage.URGENT_RELIEF, 300_000, 2,
            new Confidential("Nobody earns."));

    private static Given<Lead, LeadEvent> atNoon() {
        return given(new LeadDecider()).at(NOON.toString());
    }

    private static HardshipLeadReported noticedAt(String instant) {
        return new HardshipLeadReported("1", "H-1", Hardship.BEREAVEMENT, Instant.parse(instant));
    }

    @Test
    void a_triage_to_urgent_relief_opens_a_case_that_bears_the_leads_id() {
        atNoon().happened(LEAD).when(URGENT).then(LeadRule.URGENT_RELIEF_ASKED_FOR,
                new UrgentReliefRequested("1", "H-1", Hardship.BEREAVEMENT, 300_000, 2, "1", NOON));
    }

    @Test
    void a_noticed_hardship_is_a_lead() {
        atNoon().when(LEAD).then(LeadRule.LEAD_REPORTED)
                .and(lead -> assertThat(lead.status()).isEqualTo(Lead.Status.REPORTED));
    }

    @Test
    void a_lead_is_triaged_once_and_only_when_reported() {
        atNoon().happened(LEAD, URGENT).when(URGENT).thenRefused(LeadRule.TRIAGED_ONCE);
        atNoon().when(URGENT).thenEarly(LeadRule.LEAD_UNKNOWN);
        atNoon().happened(LEAD).when(LEAD).then(LeadRule.LEAD_JOINED);
    }

    @Test
    void only_urgent_relief_names_an_amount() {
        atNoon().happened(LEAD).when(new LeadTriaged("1", Triage.URGENT_RELIEF, 0, 2, new Confidential("why")))
                .thenRefused(LeadRule.AMOUNT_BELONGS_TO_RELIEF);
        atNoon().happened(LEAD).when(new LeadTriaged("1", Triage.NO_ACTION, 1, 2, new Confidential("why")))
                .thenRefused(LeadRule.AMOUNT_BELONGS_TO_RELIEF);
        atNoon().happened(LEAD).when(new LeadTriaged("1", Triage.NO_ACTION, 0, 2, new Confidential("why")))
                .then(LeadRule.LEAD_CLOSED_WITH_GROUNDS);
        atNoon().happened(LEAD).when(new LeadTriaged("1", Triage.REFERRAL, 0, 2, new Confidential("why")))
                .then(LeadRule.LEAD_REFERRED);
    }

    @Test
    void hardship_noticed_again_after_its_lead_had_ended_opens_it_again() {
        var closed = new LeadTriaged("1", Triage.NO_ACTION, 0, 2, new Confidential("Small."));
        var again = new HardshipLeadReported("1", "H-1", Hardship.BEREAVEMENT, NOON.plusSeconds(60));
        atNoon().happened(LEAD, closed).when(LEAD).then(LeadRule.LEAD_JOINED).when(again).then(LeadRule.LEAD_REOPENED)
                .and(lead -> assertThat(lead.status()).isEqualTo(Lead.Status.REPORTED)).at("2023-03-02T04:01:00Z")
                .when(closed).then(LeadRule.LEAD_CLOSED_WITH_GROUNDS);
    }

    @Test
    void a_lead_whose_case_brought_no_relief_comes_back_and_becomes_another_case() {
        atNoon().happened(LEAD, URGENT).when(new ReliefCaseClosed("1", "1", ClosedBecause.REJECTED))
                .then(LeadRule.CASE_BROUGHT_NO_RELIEF)
                .and(lead -> assertThat(lead.status()).isEqualTo(Lead.Status.NOT_RELIEVED)).when(URGENT)
                .then(LeadRule.URGENT_RELIEF_ASKED_FOR,
                        new UrgentReliefRequested("1.2", "H-1", Hardship.BEREAVEMENT, 300_000, 2, "1", NOON));
        atNoon().when(new ReliefCaseClosed("1", "1", ClosedBecause.REJECTED)).thenRefused(LeadRule.LEAD_UNKNOWN);
    }

    @Test
    void relief_that_came_back_has_not_arrived() {
        atNoon().happened(LEAD, URGENT, new ReliefDisbursed("1", "1", "H-1", 300_000, NOON))
                .when(new ReliefReturned("1", "1", "H-1", 300_000)).then(LeadRule.RELIEF_CAME_BACK)
                .and(lead -> assertThat(lead.status()).isEqualTo(Lead.Status.RELIEF_ASKED));
    }

    @Test
    void relief_that_is_heard_to_come_back_before_it_arrived_has_not_arrived_once_both_are_heard() {
        atNoon().happened(LEAD, URGENT).when(new ReliefReturned("1", "1", "H-1", 300_000))
                .then(LeadRule.CAME_BACK_BEFORE_IT_ARRIVED).when(new ReliefDisbursed("1", "1", "H-1", 300_000, NOON))
                .then(LeadRule.RELIEF_CAME_BACK)
                .and(lead -> assertThat(lead.status()).isEqualTo(Lead.Status.RELIEF_ASKED))
                .when(new ReliefDisbursed("1", "1", "H-1", 300_000, NOON)).then(LeadRule.LEAD_RELIEVED);
    }

    @Test
    void relief_that_arrives_tells_the_minutes_since_the_hardship_was_noticed() {
        atNoon().happened(LEAD, URGENT).when(new ReliefDisbursed("1", "1", "H-1", 300_000, NOON.plusSeconds(5400)))
                .then(LeadRule.LEAD_RELIEVED).and(lead -> assertThat(lead.minutesToRelief()).isEqualTo(90));
    }

    @Test
    void a_lead_triaged_to_ordinary_relief_applies_under_its_own_id() {
        atNoon().happened(LEAD).when(new LeadTriaged("1", Triage.ORDINARY_RELIEF, 5, 2, new Confidential("Bills.")))
                .then(LeadRule.ORDINARY_RELIEF_APPLIED_FOR,
                        new ReliefApplicationSubmitted("1", "H-1", Hardship.BEREAVEMENT, 5, 2, "1", NOON));
    }

    @Test
    void where_no_hardship_was_seen_there_is_no_lead() {
        atNoon().when(new HardshipLeadReported("1", "H-1", Hardship.NONE, NOON))
                .thenRefused(LeadRule.HARDSHIP_IS_NAMED);
    }

    @Test
    void a_leads_id_is_not_another_households_nor_another_hardships() {
        atNoon().happened(LEAD).when(new HardshipLeadReported("1", "H-2", Hardship.BEREAVEMENT, NOON))
                .thenRefused(LeadRule.REPORTED_OF_ANOTHER)
                .when(new HardshipLeadReported("1", "H-1", Hardship.ILLNESS, NOON))
                .thenRefused(LeadRule.REPORTED_OF_ANOTHER);
    }

    @Property(tries = 100)
    void whoever_notices_first_or_is_heard_first_the_lead_is_the_same(@ForAll("notices") List<Told<LeadEvent>> order) {
        assertThat(AnyOrder.left(new LeadDecider(), order))
                .isEqualTo(AnyOrder.left(new LeadDecider(), List.of(told(1))));
    }

    @Provide
    Arbitrary<List<Told<LeadEvent>>> notices() {
        return AnyOrder.of(IntStream.rangeClosed(1, 5).mapToObj(LeadTest::told).toList());
    }

    private static Told<LeadEvent> told(int hour) {
        return new Told<>("E-" + hour, NOON, noticedAt("2023-03-02T0" + hour + ":00:00Z"));
    }

    @Test
    void a_triage_decides_about_what_was_noticed_before_it_unless_two_clocks_differ() {
        var closed = new LeadTriaged("1", Triage.NO_ACTION, 0, 2, new Confidential("Small."));
        atNoon().happened(LEAD).at("2023-03-02T03:54:59Z").when(closed)
                .thenRefused(LeadRule.TRIAGED_BEFORE_IT_WAS_NOTICED).at("2023-03-02T03:55:00Z").when(closed)
                .then(LeadRule.LEAD_CLOSED_WITH_GROUNDS);
    }

    @Test
    void a_hardship_of_long_ago_or_heard_of_late_goes_the_ordinary_way() {
        atNoon().happened(LEAD).at("2023-04-01T04:00:00Z").when(URGENT).thenBy(LeadRule.URGENT_RELIEF_ASKED_FOR);
        atNoon().happened(LEAD).at("2023-04-01T04:00:01Z").when(URGENT).thenRefused(LeadRule.NOT_URGENT_ANY_MORE)
                .when(new LeadTriaged("1", Triage.ORDINARY_RELIEF, 5, 2, new Confidential("Bills.")))
                .thenBy(LeadRule.ORDINARY_RELIEF_APPLIED_FOR);
        atNoon().happened(LEAD).receivedAt("2023-03-10T04:00:00Z").when(URGENT)
                .thenRefused(LeadRule.NOT_URGENT_ANY_MORE);
    }

    @Test
    void a_lead_hears_of_its_own_cases_alone() {
        var disbursed = new ReliefDisbursed("1", "1", "H-1", 300_000, NOON);
        var rejected = new ReliefCaseClosed("1", "1", ClosedBecause.REJECTED);
        atNoon().happened(LEAD).when(disbursed).thenRefused(LeadRule.NOT_ITS_CASE).happened(URGENT)
                .when(new ReliefDisbursed("1", "1", "H-2", 1, NOON)).thenRefused(LeadRule.NOT_ITS_CASE)
                .when(new ReliefDisbursed("C-1", "1", "H-1", 1, NOON)).thenRefused(LeadRule.NOT_ITS_CASE)
                .when(new ReliefReturned("1", "1", "H-2", 300_000)).thenRefused(LeadRule.NOT_ITS_CASE)
                .happened(rejected, URGENT).when(rejected).thenRefused(LeadRule.NOT_ITS_CASE)
                // Over the rejection a consultation decided otherwise.
                .when(disbursed).then(LeadRule.LEAD_RELIEVED)
                .when(new ReliefCaseClosed("1", "1.2", ClosedBecause.DUPLICATE)).thenRefused(LeadRule.NOT_ITS_CASE);
    }
}
