package org.chongshan.events.eldercare;

import java.time.Instant;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.chongshan.events.Confidential;
import org.chongshan.events.Id;
import org.chongshan.events.Planned;
import org.chongshan.events.PostedBy;
import org.chongshan.events.Role;

/**
 * What an activity at a facility accepts.
 */
public sealed interface CentreActivityEvent extends EldercareEvent {
    /** Id of the activity it concerns. */
    String activity();

    /**
     * An activity will take place.
     *
     * @param facility where
     * @param title    1 to 100 characters
     * @param places   how many may come, 1 to 300
     * @param startsAt when, at most two years ahead
     */
    @PostedBy({Role.STREET, Role.DISTRICT, Role.ORGANISATION})
    record ActivityAnnounced(@Id(begins = true) String activity, @Id String facility,
            @Size(min = 1, max = 100) String title, @Min(1) @Max(300) int places,
            @Planned Instant startsAt) implements CentreActivityEvent {}

    /**
     * An elder wants to come (活动报名): from a kiosk, the hotline or the app.
     */
    @PostedBy({Role.DESK, Role.GRID, Role.STREET, Role.CARE, Role.ORGANISATION})
    record ElderSignedUp(@Id String activity,
            @Id @Size(max = Id.MOST_TO_DERIVE_FROM) String elder) implements CentreActivityEvent {}

    /**
     * An elder will not come.
     */
    @PostedBy({Role.DESK, Role.GRID, Role.STREET, Role.CARE, Role.ORGANISATION})
    record ElderWithdrew(@Id String activity,
            @Id @Size(max = Id.MOST_TO_DERIVE_FROM) String elder) implements CentreActivityEvent {}

    /**
     * An elder came.
     */
    @PostedBy({Role.DESK, Role.STREET, Role.ORGANISATION})
    record ElderAttended(@Id String activity,
            @Id @Size(max = Id.MOST_TO_DERIVE_FROM) String elder) implements CentreActivityEvent {}

    /**
     * An activity took place; who came is posted one by one, before or after.
     */
    @PostedBy({Role.STREET, Role.DISTRICT, Role.ORGANISATION})
    record ActivityTookPlace(@Id String activity) implements CentreActivityEvent {}

    /**
     * An activity will not take place.
     *
     * @param grounds why, 2 to 500 characters
     */
    @PostedBy({Role.STREET, Role.DISTRICT, Role.ORGANISATION})
    record ActivityCalledOff(@Id String activity,
            @Size(min = 2, max = 500) Confidential grounds) implements CentreActivityEvent {}
}
