package org.chongshan.relief.consultation;

import java.util.List;
import java.util.Set;

import org.chongshan.core.Given;
import org.chongshan.events.Confidential;
import org.chongshan.events.Role;
import org.chongshan.events.relief.ConsultationEvent;
import org.chongshan.events.relief.ConsultationEvent.AttendanceConfirmed;
import org.chongshan.events.relief.ConsultationEvent.CaseDeliberated;
import org.chongshan.events.relief.ConsultationEvent.CaseTabled;
import org.chongshan.events.relief.ConsultationEvent.ConsultationClosed;
import org.chongshan.events.relief.ConsultationEvent.ConsultationConvened;
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

    private static final AttendanceConfirmed I_ATTEND = new AttendanceConfirmed("1");

    /** Convened by an officer of the subdistrict; a colleague and the district say that they attend. */
    private static Given<Consultation, ConsultationEvent> inSession() {
        return given(new ConsultationDecider()).happened(THREE, ON_THE_TABLE).by("street-18", Role.STREET)
                .happened(I_ATTEND).by("district-1", Role.DISTRICT).happened(I_ATTEND).by("street-17", Role.STREET);
    }

    /** So many of an office, all of whom were convened and attend. */
    private static Given<Consultation, ConsultationEvent> attendedBy(String... members) {
        var consultation = given(new ConsultationDecider()).happened(new ConsultationConvened("1", List.of(members)),
                ON_THE_TABLE);
        for (var member : members) {
            if (!member.equals("street-17")) {
                consultation.by(member, Role.STREET).happened(I_ATTEND);
            }
        }
        return consultation.by("street-17", Role.STREET);
    }

    private static CaseDeliberated decision(int inFavour) {
        return new CaseDeliberated("1", "C-1", Verdict.APPROVE, inFavour, new Confidential("Nobody else helps."));
    }

    @Test
    void a_majority_of_those_present_decides_a_case_on_the_table_once() {
        inSession().when(decision(2))
                .then(DECIDED,
                        new ReliefCaseDeliberated("C-1", "1", Verdict.APPROVE, new Confidential("Nobody else helps."),
                                Set.of("district-1", "street-17", "street-18"), true))
                .when(decision(2)).thenRefused(NOT_ON_THE_TABLE);
    }

    @Test
    void half_is_no_majority_and_nobody_votes_twice() {
        attendedBy("street-17", "b", "c", "d").when(decision(2)).thenRefused(NO_MAJORITY).when(decision(5))
                .thenRefused(NO_MAJORITY).when(decision(3)).thenBy(DECIDED);
    }

    @Test
    void two_are_no_quorum() {
        attendedBy("street-17", "b").when(decision(2)).thenRefused(NO_QUORUM);
    }

    @Test
    void those_convened_count_once_they_say_themselves_that_they_attend() {
        given(new ConsultationDecider()).happened(THREE, ON_THE_TABLE).when(decision(3)).thenRefused(NO_QUORUM)
                .when(I_ATTEND).thenRefused(ATTENDS_ONCE).by("Street-17 ", Role.STREET).when(I_ATTEND)
                .thenRefused(ATTENDS_ONCE).by("street-99", Role.STREET).when(I_ATTEND).thenRefused(NOT_CONVENED)
                .by("street-18", Role.STREET).when(decision(2)).thenRefused(DELIBERATOR_ATTENDS).when(I_ATTEND)
                .then(ATTENDANCE_CONFIRMED).when(decision(2)).thenRefused(NO_QUORUM).by("grid-1", Role.GRID)
                .when(I_ATTEND).thenRefused(NOT_CONVENED).by("DISTRICT-1", Role.DISTRICT).when(I_ATTEND)
                .then(ATTENDANCE_CONFIRMED).when(decision(2)).thenBy(DECIDED);
    }

    @Test
    void whoever_convenes_others_does_not_attend_by_it() {
        given(new ConsultationDecider()).by("street-1", Role.STREET).when(THREE).then(CONVENED)
                .and(consultation -> assertThat(consultation.attending()).isEmpty());
    }

    @Test
    void a_consultation_without_the_district_says_so() {
        attendedBy("street-17", "b", "c").when(decision(3)).then(DECIDED, new ReliefCaseDeliberated("C-1", "1",
                Verdict.APPROVE, new Confidential("Nobody else helps."), Set.of("b", "c", "street-17"), false));
    }

    @Test
    void only_those_present_record_a_decision() {
        inSession().by("street-99", Role.STREET).when(decision(3)).thenRefused(DELIBERATOR_ATTENDS);
    }

    @Test
    void a_case_not_on_the_table_is_not_decided() {
        given(new ConsultationDecider()).when(THREE).then(CONVENED).when(decision(3)).thenRefused(NOT_ON_THE_TABLE)
                .when(ON_THE_TABLE).then(TABLED).when(ON_THE_TABLE).thenRefused(TABLED_ONCE);
    }

    @Test
    void a_consultation_is_convened_once_and_decides_nothing_after_its_end() {
        given(new ConsultationDecider()).when(ON_THE_TABLE).thenEarly(NOT_IN_SESSION).when(I_ATTEND)
                .thenEarly(NOT_IN_SESSION);
        inSession().when(THREE).thenRefused(CONVENED_ONCE).when(END).then(CLOSED).when(decision(3))
                .thenRefused(NOT_IN_SESSION);
    }
}
