package org.chongshan.events.minors;

/**
 * Professional help linked to a child.
 */
public enum Intervention {
    /** A psychotherapist (心理治疗师). */
    PSYCHOTHERAPY,
    /** Psychological measurement of parents and child (心理测量). */
    MEASUREMENT,
    /** A tutoring organisation (辅导机构). */
    TUTORING,
    /** A hospital. */
    MEDICAL,
    /** Legal aid or the court. */
    LEGAL,
    /** Funding support. */
    FUNDING
}
