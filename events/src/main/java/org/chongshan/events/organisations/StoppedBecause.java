package org.chongshan.events.organisations;

/** Why a project was stopped (终止). */
public enum StoppedBecause {
    /** It failed an evaluation. */
    EVALUATION_FAILED,
    /** It did not report in time and gave no reason. */
    REPORT_MISSING,
    /** It broke the agreement; whoever does is banned for a time. */
    BREACH,
    /** It cannot go on, and nobody is to blame. */
    NO_LONGER_POSSIBLE
}
