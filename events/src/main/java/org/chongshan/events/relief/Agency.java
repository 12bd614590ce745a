package org.chongshan.events.relief;

/**
 * A department or facility the bureau works with.
 */
public enum Agency {
    /** The Disabled Persons' Federation (残联). */
    DISABLED_PERSONS_FEDERATION,
    /** The court (法院). */
    COURT,
    /** A hospital. */
    HOSPITAL,
    /** A care home (养老院). */
    CARE_HOME,
    /** A school. */
    SCHOOL,
    /** Legal aid. */
    LEGAL_AID,
    /** A social organisation. */
    SOCIAL_ORGANISATION
}
