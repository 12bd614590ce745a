package org.chongshan.events.marriage;

/**
 * What a counsellor is (专业社工、心理咨询专家、律师).
 */
public enum CounsellorKind {
    /** Social worker, of a social organisation (社工). */
    SOCIAL_WORKER,
    /** Psychologist, of a social organisation (心理咨询专家). */
    PSYCHOLOGIST,
    /** Lawyer, of a law firm (律师). */
    LAWYER
}
