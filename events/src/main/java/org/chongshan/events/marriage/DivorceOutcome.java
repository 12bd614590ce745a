package org.chongshan.events.marriage;

/**
 * How an application for divorce ends.
 */
public enum DivorceOutcome {
    /** The divorce is registered. */
    REGISTERED,
    /** One of them withdrew it; nobody had counselled them. */
    WITHDRAWN,
    /** One of them withdrew it after they had been counselled (调解和好). */
    MEDIATED,
    /** They did not come for the certificate in time: deemed withdrawn. */
    LAPSED,
    /** Death, a court, an annulment. */
    ENDED_ELSEWHERE
}
