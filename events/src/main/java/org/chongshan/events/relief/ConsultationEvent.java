package org.chongshan.events.relief;

/**
 * What a consultation (会商) accepts.
 */
public sealed interface ConsultationEvent extends ReliefEvent
        permits ConsultationConvened, CaseTabled, CaseDeliberated, ConsultationClosed {}
