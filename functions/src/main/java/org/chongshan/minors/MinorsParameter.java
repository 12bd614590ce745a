package org.chongshan.minors;

import org.chongshan.core.Parameter;
import org.chongshan.events.Programme;

/** The numbers the rules of minors take from the policy. */
public enum MinorsParameter implements Parameter {
    /** Days to the next joint visit of a child at high risk. */
    VISIT_DAYS_HIGH,
    /** Days to the next joint visit at medium-high risk. */
    VISIT_DAYS_MEDIUM_HIGH,
    /** Days to the next joint visit at medium-low risk. */
    VISIT_DAYS_MEDIUM_LOW,
    /** Days to the next joint visit at low risk. */
    VISIT_DAYS_LOW,
    /** Days to the next joint visit when somebody worries, and of a child not assessed yet. */
    CONCERN_VISIT_DAYS,
    /** Hours each level has to take an alert on. */
    ALERT_HOURS,
    /** Days the district may override the axes at most. */
    OVERRIDE_MOST_DAYS,
    /** Points of 100 a course needs to be admitted. */
    COURSE_POINTS,
    /** Days after an activity by which somebody says whether it was held. */
    ACTIVITY_REPORT_DAYS;

    @Override
    public Programme programme() {
        return Programme.MINORS;
    }
}
