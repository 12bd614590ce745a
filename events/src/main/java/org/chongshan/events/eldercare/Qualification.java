package org.chongshan.events.eldercare;

/**
 * What somebody is trained for. An assumption: the catalogue says which item asks for which.
 */
public enum Qualification {
    /** Trained in elder care (养老护理员). */
    CARE_WORKER,
    /** Nurse (护士). */
    NURSE,
    /** Rehabilitation therapist (康复治疗师). */
    THERAPIST,
    /** Psychological counsellor (心理咨询师). */
    COUNSELLOR
}
