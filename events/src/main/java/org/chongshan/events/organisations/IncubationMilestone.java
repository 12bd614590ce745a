package org.chongshan.events.organisations;

/** The steps of a team on its way to an organisation (相伴计划); the names are an assumption. */
public enum IncubationMilestone {
    /** What the team needs was found out with it. */
    NEEDS_ASSESSED,
    /** It has somebody who leads it, and duties are shared out. */
    TEAM_ORGANISED,
    /** It has rules of its own. */
    RULES_ADOPTED,
    /** It offers a service at fixed times. */
    SERVICE_REGULAR,
    /** It has what the register asks for. */
    READY_TO_REGISTER
}
