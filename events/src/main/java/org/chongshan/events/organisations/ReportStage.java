package org.chongshan.events.organisations;

/** What a project reports on and is evaluated at. */
public enum ReportStage {
    /** Half-way (中期). */
    MID_TERM,
    /** At its end (结项). */
    FINAL
}
