package org.chongshan.events.relief;

/**
 * What a line of a household's plan is about.
 */
public enum PlanField {
    /** Basic living (基本生活). */
    BASIC_LIVING,
    /** Medical (医疗). */
    MEDICAL,
    /** Urgent need (急难). */
    URGENT
}
