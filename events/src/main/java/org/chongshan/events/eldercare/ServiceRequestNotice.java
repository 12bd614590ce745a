package org.chongshan.events.eldercare;

import java.time.Instant;

import org.chongshan.events.Id;
import org.chongshan.events.Personal;

/**
 * What is stated of requests for a service: to officers, to relief and to minors' stations.
 */
public sealed interface ServiceRequestNotice extends EldercareEvent {
    /**
     * The next step is not done in time.
     *
     * @param step  that is missing
     * @param dueBy when it was to be done
     */
    record ServiceStepOverdue(@Id String request, ServiceStep step, Instant dueBy) implements ServiceRequestNotice {}

    /**
     * The next step of an emergency is not done in time. Somebody on duty hears of it.
     *
     * @param step  that is missing
     * @param dueBy when it was to be done
     */
    record EmergencyStepOverdue(@Id String request, ServiceStep step, Instant dueBy) implements ServiceRequestNotice {}

    /**
     * Somebody has to come at once, and no home visit could be booked: it is not known to whom or where.
     */
    record EmergencyWithoutAddress(@Id String request) implements ServiceRequestNotice {}

    /**
     * A household is in hardship.
     *
     * @param heardAt when it was heard
     */
    record HouseholdHardshipHeard(@Id String request, @Id String household, Plight plight,
            Instant heardAt) implements ServiceRequestNotice {}

    /**
     * A child is harmed.
     *
     * @param observation what the station has to know
     */
    record ChildHarmHeard(@Id String request, @Id String child, ChildHarm harm,
            Personal observation) implements ServiceRequestNotice {}
}
