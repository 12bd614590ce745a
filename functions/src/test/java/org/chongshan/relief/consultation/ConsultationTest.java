package org.chongshan.relief.consultation;

import java.util.List;
import java.util.TreeSet;

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
                .when(ON_THE_TABLE).then(TABLED).when(ON_THE_TABLE).thenRefused(TABLED_ONCE);
    }

    @Test
    void a_consultation_is_convened_once_and_decides_nothing_after_its_end() {
        given(new ConsultationDecider()).when(ON_THE_TABLE).thenEarly(NOT_IN_SESSION);
        inSession().when(THREE).thenRefused(CONVENED_ONCE).when(END).then(CLOSED).when(decision(3))
                .thenRefused(NOT_IN_SESSION);
    }
}
