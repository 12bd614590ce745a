package org.chongshan.relief.consultation;

import java.util.List;
import java.util.TreeSet;

import org.chongshan.core.Given;
import org.chongshan.events.Confidential;
import org.chongshan.events.Role;
import org.chongshan.events.relief.CameToNothingBecause;
import org.chongshan.events.relief.ConsultationEvent;
import org.chongshan.events.relief.ConsultationEvent.AttendanceConfirmed;
import org.chongshan.events.relief.ConsultationEvent.CaseDeliberated;
import org.chongshan.events.relief.ConsultationEvent.CaseIntroduced;
import org.chongshan.events.relief.ConsultationEvent.CaseTabled;
import org.chongshan.events.relief.ConsultationEvent.ConsultationClosed;
import org.chongshan.events.relief.ConsultationEvent.ConsultationConvened;
import org.chongshan.events.relief.ConsultationEvent.VerdictAccepted;
import org.chongshan.events.relief.ConsultationEvent.VerdictCameToNothing;
import org.chongshan.events.relief.ConsultationEvent.VerdictReviewed;
import org.chongshan.events.relief.ReliefCaseEvent.CaseIntroductionRequested;
import org.chongshan.events.relief.ReliefCaseEvent.ReliefCaseDeliberated;
import org.chongshan.events.relief.Verdict;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chongshan.core.Given.given;
import static org.chongshan.relief.consultation.ConsultationRule.*;

class ConsultationTest {
    private static final ConsultationConvened THREE = new ConsultationConvened("1",
            List.of("street-17", "street-18", "district-1"));
    private static final CaseTabled ON_THE_TABLE = new CaseTabled("1", "C-1");
    private static final ConsultationClosed END = new ConsultationClosed("1");

    private static final AttendanceConfirmed ATTENDS_TOO = new AttendanceConfirmed("1");

    private static Given<Consultation, ConsultationEvent> inSession() {
        return attended(given(new ConsultationDecider()).happened(THREE, ON_THE_TABLE), "street-18", "district-1");
    }

    /** These say too that they attend; back to whoever convened. */
    private static Given<Consultation, ConsultationEvent> attended(Given<Consultation, ConsultationEvent> convened,
            String... others) {
        for (var other : others) {
            convened.by(other, Role.STREET).happened(ATTENDS_TOO);
        }
        return convened.by("street-17", Role.STREET);
    }

    private static CaseDeliberated decision(int inFavour) {
        return new CaseDeliberated("1", "C-1", Verdict.APPROVE, inFavour, new Confidential("Nobody else helps."));
    }

    @Test
    void a_majority_of_those_present_decides_a_case_on_the_table_once() {
        inSession().when(decision(2))
                .then(DECIDED,
                        new ReliefCaseDeliberated("C-1", "1", Verdict.APPROVE, new Confidential("Nobody else helps."),
                                new TreeSet<>(List.of("street-17", "street-18", "district-1")), false))
                .when(decision(2)).thenRefused(NOT_ON_THE_TABLE);
    }

    @Test
    void half_is_no_majority_and_nobody_votes_twice() {
        attended(
                given(new ConsultationDecider())
                        .happened(new ConsultationConvened("1", List.of("street-17", "b", "c", "d")), ON_THE_TABLE),
                "b", "c", "d").when(decision(2)).thenRefused(NO_MAJORITY).when(decision(5)).thenRefused(NO_MAJORITY)
                .when(decision(3)).thenBy(DECIDED);
    }

    @Test
    void two_are_no_quorum() {
        given(new ConsultationDecider())
                .happened(new ConsultationConvened("1", List.of("street-17", "b")), ON_THE_TABLE).when(decision(2))
                .thenRefused(NO_QUORUM);
    }

    @Test
    void those_convened_say_themselves_that_they_attend_and_they_alone_count() {
        given(new ConsultationDecider()).happened(THREE, ON_THE_TABLE).when(decision(3)).thenRefused(NO_QUORUM)
                .by("nobody-1", Role.STREET).when(ATTENDS_TOO).thenRefused(NOT_CONVENED).by(" STREET-18", Role.STREET)
                .when(ATTENDS_TOO).then(ATTENDS).by("street-18", Role.STREET).when(ATTENDS_TOO)
                .thenRefused(ATTENDS_ONCE).by("district-1", Role.DISTRICT).when(ATTENDS_TOO).then(ATTENDS)
                .by("street-17", Role.STREET).when(decision(2)).then(DECIDED,
                        new ReliefCaseDeliberated("C-1", "1", Verdict.APPROVE, new Confidential("Nobody else helps."),
                                new TreeSet<>(List.of("street-17", " STREET-18", "district-1")), true));
    }

    @Test
    void only_those_who_attend_record_a_decision() {
        inSession().by("street-99", org.chongshan.events.Role.STREET).when(decision(3))
                .thenRefused(DELIBERATOR_ATTENDS);
    }

    @Test
    void a_case_not_on_the_table_is_not_decided() {
        given(new ConsultationDecider()).when(THREE).then(CONVENED).when(decision(3)).thenRefused(NOT_ON_THE_TABLE)
                .when(ON_THE_TABLE).then(TABLED, new CaseIntroductionRequested("C-1", "1")).when(ON_THE_TABLE)
                .thenRefused(TABLED_ONCE);
    }

    @Test
    void a_consultation_is_convened_once_and_decides_nothing_after_its_end() {
        given(new ConsultationDecider()).when(ON_THE_TABLE).thenEarly(NOT_IN_SESSION);
        inSession().when(THREE).thenRefused(CONVENED_ONCE).when(END).then(CLOSED).when(decision(3))
                .thenRefused(NOT_IN_SESSION);
    }

    private static final VerdictCameToNothing NOTHING = new VerdictCameToNothing("1", "C-1",
            CameToNothingBecause.TOO_LATE);
    private static final VerdictReviewed REVIEWED = new VerdictReviewed("1", "C-1", new Confidential("Paid already."));

    @Test
    void a_verdict_stands_in_a_list_until_its_case_has_taken_it() {
        inSession().happened(decision(2))
                .and(one -> assertThat(one.lists()).containsOnlyKeys(Consultation.Listed.VERDICT_UNANSWERED))
                .when(new VerdictAccepted("1", "C-1")).then(CASE_TOOK_THE_VERDICT)
                .and(one -> assertThat(one.lists()).isEmpty()).when(NOTHING).thenRefused(NO_SUCH_VERDICT).when(REVIEWED)
                .thenRefused(NO_SUCH_VERDICT);
    }

    @Test
    void a_verdict_that_came_to_nothing_is_shown_with_its_reason_after_the_end_too_until_an_officer_has_looked() {
        inSession().happened(decision(2), END).when(NOTHING).then(ConsultationRule.VERDICT_CAME_TO_NOTHING)
                .and(one -> assertThat(one.lists()).containsOnlyKeys(Consultation.Listed.VERDICT_CAME_TO_NOTHING))
                .when(REVIEWED).then(VERDICT_REVIEWED).and(one -> assertThat(one.lists()).isEmpty())
                .and(one -> assertThat(one.cameToNothing()).containsEntry("C-1", CameToNothingBecause.TOO_LATE))
                .when(REVIEWED).thenRefused(NO_SUCH_VERDICT);
    }

    @Test
    void whoever_asked_for_the_relief_takes_no_part_as_soon_as_its_case_has_said_who_that_is() {
        given(new ConsultationDecider()).happened(THREE, ON_THE_TABLE)
                .when(new CaseIntroduced("1", "C-1", "STREET-17 ")).then(CASE_INTRODUCED).when(decision(3))
                .thenRefused(REQUESTER_NEVER_APPROVES);
        inSession().happened(new CaseIntroduced("1", "C-1", "district-1")).when(decision(3))
                .thenRefused(REQUESTER_NEVER_APPROVES);
        inSession().happened(new CaseIntroduced("1", "C-1", "grid-17")).when(decision(3)).thenBy(DECIDED)
                .when(new CaseIntroduced("1", "C-2", "grid-17")).thenRefused(NOT_ON_THE_TABLE);
    }

    @Test
    void a_table_holds_forty_cases_and_no_more() {
        var consultation = given(new ConsultationDecider()).happened(THREE);
        for (int one = 0; one < Consultation.MOST_TABLED; one++) {
            consultation.happened(new CaseTabled("1", "D-" + one));
        }
        consultation.when(ON_THE_TABLE).thenRefused(TABLE_IS_FULL).when(new CaseTabled("1", "D-0"))
                .thenRefused(TABLED_ONCE);
    }
}
