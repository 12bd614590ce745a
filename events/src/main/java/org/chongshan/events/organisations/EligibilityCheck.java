package org.chongshan.events.organisations;

/** What a proposal must satisfy to be reviewed; each is shown with the fact it rests on. */
public enum EligibilityCheck {
    /** Handed in in the subdistrict whose books the call is in. */
    PLACE,
    /** Handed in before the call closed. */
    IN_TIME,
    /** In a field the call is for. */
    FIELD,
    /** Asks for the call's floor or more. */
    FLOOR,
    /** Asks for the call's ceiling or less. */
    CEILING,
    /** Whoever proposes is a registered organisation, and not dissolved. */
    REGISTERED,
    /** Has the grade the call asks for, or a higher one, on the day. */
    GRADE,
    /** Has no other proposal or project of that year. */
    ONE_A_YEAR,
    /** Has no project whose accounts are not settled. */
    NO_UNSETTLED_PROJECT,
    /** Is not banned from grants on the day. */
    NO_BAN
}
