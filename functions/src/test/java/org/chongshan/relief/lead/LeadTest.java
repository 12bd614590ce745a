package org.chongshan.relief.lead;

import java.time.Instant;
import java.time.LocalDate;
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

    private static final LocalDate TODAY = LocalDate.parse("2023-03-02");

    private static final LeadTriaged NO_ACTION = new LeadTriaged("1", Triage.NO_ACTION, 0, 2,
            new Confidential("Insured."));

    private static final ReliefCaseClosed REJECTED = new ReliefCaseClosed("1", "1", ClosedBecause.REJECTED);

    private static final ReliefDisbursed DISBURSED = new ReliefDisbursed("1", "1", "H-1", 300_000,
            NOON.plusSeconds(5400));

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
                new UrgentReliefRequested("1", "H-1", Hardship.BEREAVEMENT, 300_000, 2, TODAY, "1"));
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
    void relief_that_arrives_tells_the_minutes_since_the_hardship_was_noticed() {
        atNoon().happened(LEAD, URGENT).when(new ReliefDisbursed("1", "1", "H-1", 300_000, NOON.plusSeconds(5400)))
                .then(LeadRule.LEAD_RELIEVED).and(lead -> assertThat(lead.minutesToRelief()).isEqualTo(90));
    }

    @Test
    void a_lead_triaged_to_ordinary_relief_applies_under_its_own_id() {
        atNoon().happened(LEAD).when(new LeadTriaged("1", Triage.ORDINARY_RELIEF, 5, 2, new Confidential("Bills.")))
                .then(LeadRule.ORDINARY_RELIEF_APPLIED_FOR,
                        new ReliefApplicationSubmitted("1", "H-1", Hardship.BEREAVEMENT, 5, 2, TODAY, "1"));
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

    @Test
    void what_is_noticed_again_while_the_lead_is_open_joins_it_and_is_measured_from_whoever_noticed_it_first() {
        atNoon().happened(LEAD).when(noticedAt("2023-03-02T03:00:00Z")).then(LeadRule.LEAD_NOTICED_AGAIN)
                .and(lead -> assertThat(lead.observedAt()).isEqualTo("2023-03-02T03:00:00Z")).happened(URGENT)
                .when(LEAD).then(LeadRule.LEAD_NOTICED_AGAIN)
                .and(lead -> assertThat(lead.status()).isEqualTo(Lead.Status.RELIEF_ASKED))
                .and(lead -> assertThat(lead.observedAt()).isEqualTo("2023-03-02T03:00:00Z"));
    }

    @Property(tries = 100)
    void whoever_notices_first_or_is_heard_first_the_lead_is_the_same(@ForAll("notices") List<Told<LeadEvent>> order) {
        var lead = AnyOrder.left(new LeadDecider(), order);
        assertThat(lead).isEqualTo(
                Lead.reported("1", "320613001", "H-1", Hardship.BEREAVEMENT, Instant.parse("2023-03-02T01:00:00Z")));
    }

    @Provide
    Arbitrary<List<Told<LeadEvent>>> notices() {
        var told = IntStream.rangeClosed(1, 5)
                .mapToObj(hour -> new Told<LeadEvent>("E-" + hour, NOON, noticedAt("2023-03-02T0" + hour + ":00:00Z")))
                .toList();
        return AnyOrder.of(told);
    }

    @Test
    void a_second_visit_after_the_lead_was_closed_opens_it_anew_and_it_is_triaged_again() {
        atNoon().happened(LEAD, NO_ACTION).at("2023-03-02T06:00:00Z").when(noticedAt("2023-03-02T06:00:00Z"))
                .then(LeadRule.LEAD_REOPENED).and(lead -> assertThat(lead.status()).isEqualTo(Lead.Status.REPORTED))
                .and(lead -> assertThat(lead.observedAt()).isEqualTo("2023-03-02T06:00:00Z")).when(URGENT)
                .then(LeadRule.URGENT_RELIEF_ASKED_FOR,
                        new UrgentReliefRequested("1", "H-1", Hardship.BEREAVEMENT, 300_000, 2, TODAY, "1"));
    }

    @Test
    void every_end_is_opened_anew_and_a_later_case_bears_a_number() {
        for (var end : List.of(REJECTED, DISBURSED)) {
            atNoon().happened(LEAD, URGENT, end).when(LEAD).then(LeadRule.LEAD_REOPENED)
                    .and(lead -> assertThat(lead.minutesToRelief()).isNull()).when(URGENT)
                    .then(LeadRule.URGENT_RELIEF_ASKED_FOR,
                            new UrgentReliefRequested("1.2", "H-1", Hardship.BEREAVEMENT, 300_000, 2, TODAY, "1"));
        }
    }

    @Test
    void a_triage_decides_about_what_was_noticed_before_it_unless_two_clocks_differ() {
        atNoon().happened(LEAD).at("2023-03-02T03:54:59Z").when(NO_ACTION)
                .thenRefused(LeadRule.TRIAGED_BEFORE_IT_WAS_NOTICED).at("2023-03-02T03:55:00Z").when(NO_ACTION)
                .then(LeadRule.LEAD_CLOSED_WITH_GROUNDS);
    }

    @Test
    void a_hardship_of_long_ago_goes_the_ordinary_way() {
        atNoon().happened(LEAD).at("2023-04-01T04:00:00Z").when(URGENT).thenBy(LeadRule.URGENT_RELIEF_ASKED_FOR);
        atNoon().happened(LEAD).at("2023-04-02T04:00:00Z").when(URGENT).thenRefused(LeadRule.NOT_URGENT_ANY_MORE)
                .when(new LeadTriaged("1", Triage.ORDINARY_RELIEF, 5, 2, new Confidential("Bills.")))
                .thenBy(LeadRule.ORDINARY_RELIEF_APPLIED_FOR);
        atNoon().happened(LEAD).receivedAt("2023-03-10T04:00:00Z").when(URGENT)
                .thenRefused(LeadRule.NOT_URGENT_ANY_MORE);
    }

    @Test
    void a_lead_noticed_on_the_last_day_of_the_year_asks_for_relief_of_that_year() {
        atNoon().happened(noticedAt("2023-12-31T15:59:59Z")).at("2023-12-31T16:10:00Z").when(URGENT)
                .then(LeadRule.URGENT_RELIEF_ASKED_FOR, new UrgentReliefRequested("1", "H-1", Hardship.BEREAVEMENT,
                        300_000, 2, LocalDate.parse("2023-12-31"), "1"));
    }

    @Test
    void a_lead_whose_case_ended_without_relief_comes_back_to_the_officers_who_triage_it_again() {
        for (var reason : ClosedBecause.values()) {
            atNoon().happened(LEAD, URGENT).when(new ReliefCaseClosed("1", "1", reason))
                    .then(LeadRule.LEAD_NOT_RELIEVED)
                    .and(lead -> assertThat(lead.status()).isEqualTo(Lead.Status.NOT_RELIEVED)).when(NO_ACTION)
                    .then(LeadRule.LEAD_CLOSED_WITH_GROUNDS);
        }
    }

    @Test
    void relief_that_was_sent_back_leaves_the_lead_waiting_for_its_case() {
        var returned = new ReliefReturned("1", "1", "H-1", 300_000);
        atNoon().happened(LEAD, URGENT).when(returned).thenRefused(LeadRule.NOT_ITS_CASE).happened(DISBURSED)
                .when(returned).then(LeadRule.RELIEF_RETURNED)
                .and(lead -> assertThat(lead.status()).isEqualTo(Lead.Status.RELIEF_ASKED))
                .and(lead -> assertThat(lead.minutesToRelief()).isNull());
    }

    @Test
    void a_lead_hears_of_its_own_cases_alone() {
        atNoon().happened(LEAD).when(DISBURSED).thenRefused(LeadRule.NOT_ITS_CASE).happened(URGENT)
                .when(new ReliefDisbursed("1", "1", "H-2", 1, NOON)).thenRefused(LeadRule.NOT_ITS_CASE)
                .happened(REJECTED, URGENT).when(REJECTED).thenRefused(LeadRule.NOT_ITS_CASE)
                // Over the rejection a consultation decided otherwise.
                .when(DISBURSED).then(LeadRule.LEAD_RELIEVED)
                .when(new ReliefCaseClosed("1.2", "1", ClosedBecause.DUPLICATE)).thenRefused(LeadRule.NOT_ITS_CASE);
    }
}
