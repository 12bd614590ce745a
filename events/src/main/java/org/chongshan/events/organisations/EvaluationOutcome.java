package org.chongshan.events.organisations;

/** What an evaluation found. */
public enum EvaluationOutcome {
    PASSED,
    FAILED
}
