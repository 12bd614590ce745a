package org.chongshan.relief.consultation;

import java.util.List;

import org.chongshan.core.Given;
import org.chongshan.events.Confidential;
import org.chongshan.events.relief.ConsultationEvent;
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

    private static Given<Consultation, ConsultationEvent> inSession() {
        return given(new ConsultationDecider()).happened(THREE, ON_THE_TABLE);
    }

    private static CaseDeliberated decision(int inFavour) {
        return new CaseDeliberated("1", "C-1", Verdict.APPROVE, inFavour, new Confidential("Nobody else helps."));
    }

    @Test
    void a_majority_of_those_present_decides_a_case_on_the_table_once() {
        inSession().when(decision(2))
                .then(DECIDED,
                        new ReliefCaseDeliberated("C-1", "1", Verdict.APPROVE, new Confidential("Nobody else helps.")))
                .when(decision(2)).thenRefused(NOT_ON_THE_TABLE);
    }

    @Test
    void half_is_no_majority_and_nobody_votes_twice() {
        given(new ConsultationDecider())
                .happened(new ConsultationConvened("1", List.of("street-17", "b", "c", "d")), ON_THE_TABLE)
                .when(decision(2)).thenRefused(NO_MAJORITY).when(decision(5)).thenRefused(NO_MAJORITY).when(decision(3))
                .thenBy(DECIDED);
    }

    @Test
    void two_are_no_quorum() {
        given(new ConsultationDecider())
                .happened(new ConsultationConvened("1", List.of("street-17", "b")), ON_THE_TABLE).when(decision(2))
                .thenRefused(NO_QUORUM);
    }

    @Test
    void only_those_present_record_a_decision() {
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
