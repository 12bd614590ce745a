package org.chongshan.minors.activity;

import java.util.List;
import java.util.TreeSet;

import org.chongshan.core.Context;
import org.chongshan.core.Deadline;
import org.chongshan.core.Decider;
import org.chongshan.core.Decision;
import org.chongshan.core.WorkingDays;
import org.chongshan.events.minors.ActivityEvent;
import org.chongshan.events.minors.ActivityEvent.ActivityCancelled;
import org.chongshan.events.minors.ActivityEvent.ActivityHeld;
import org.chongshan.events.minors.ActivityEvent.ActivityScheduled;
import org.chongshan.events.minors.ActivityEvent.ChildAttended;
import org.chongshan.events.minors.ActivityEvent.ChildEnrolled;
import org.chongshan.events.minors.ActivityEvent.ChildWithdrawn;
import org.chongshan.events.minors.MinorsNotice.ActivityReportOverdue;
import org.chongshan.events.minors.MinorsNotice.PlaceGranted;
import org.chongshan.minors.MinorsParameter;
import org.chongshan.minors.activity.Activity.Status;

import static org.chongshan.core.Decision.become;
import static org.chongshan.core.Decision.early;
import static org.chongshan.core.Decision.refuse;
import static org.chongshan.minors.activity.ActivityRule.*;

/** Activities: places never over-filled, a waiting list in order, everyone who came counted once. */
public record ActivityDecider() implements Decider<Activity, ActivityEvent> {
    @Override
    public String idOf(ActivityEvent event) {
        return event.activity();
    }

    @Override
    public Decision<Activity> begin(String id, ActivityEvent event, Context context) {
        return event instanceof ActivityScheduled scheduled
                ? schedule(id, scheduled, context)
                : early(ACTIVITY_UNKNOWN);
    }

    @Override
    public Decision<Activity> decide(Activity activity, ActivityEvent event, Context context) {
        return switch (event) {
            case ActivityScheduled _ -> refuse(SCHEDULED_ONCE);

            case ChildEnrolled enrolled -> enrol(activity, enrolled.child(), context);
            case ChildWithdrawn withdrawn -> withdraw(activity, withdrawn.child(), context);
            case ChildAttended attended -> attend(activity, attended.child(), context);

            case ActivityHeld _ when activity.status() != Status.SCHEDULED -> refuse(NOT_AT_THIS_POINT);
            case ActivityHeld _ when isBeforeItsDay(activity, context) -> refuse(NOT_YET);
            case ActivityHeld _ -> become(activity.ended(Status.HELD), HELD);
            case ActivityCancelled _ when activity.status() != Status.SCHEDULED || !activity.attended().isEmpty() ->
                refuse(NOT_AT_THIS_POINT);
            case ActivityCancelled _ -> become(activity.ended(Status.CANCELLED), CANCELLED);
        };
    }

    @Override
    public Decision.Become<Activity> reached(Activity activity, Deadline deadline, Context context) {
        return Decision.<Activity>become(activity.reportMissedStated(), REPORT_OVERDUE)
                .emit(new ActivityReportOverdue(activity.id(), context.time()));
    }

    private static Decision<Activity> schedule(String id, ActivityScheduled scheduled, Context context) {
        var day = scheduled.startsAt().atZone(WorkingDays.ZONE).toLocalDate();
        var reportBy = WorkingDays.endOf(day.plusDays(context.policy().value(MinorsParameter.ACTIVITY_REPORT_DAYS)));
        return become(new Activity(id, context.subdistrict(), Status.SCHEDULED, scheduled.base(), scheduled.course(),
                scheduled.places(), scheduled.startsAt(), reportBy, false, List.of(), List.of(), new TreeSet<>()),
                SCHEDULED);
    }

    private static Decision<Activity> enrol(Activity activity, String child, Context context) {
        if (isClosed(activity, context)) {
            return refuse(ENROLMENT_CLOSED);
        }
        var before = activity.children();
        if (before.include(child)) {
            return refuse(ENROLLED_ONCE);
        }
        var after = before.join(child);
        return become(activity.children(after.places()), after.gained().contains(child) ? ENROLLED : WAITING);
    }

    private static Decision<Activity> withdraw(Activity activity, String child, Context context) {
        if (isClosed(activity, context)) {
            return refuse(ENROLMENT_CLOSED);
        }
        var before = activity.children();
        if (!before.include(child)) {
            return refuse(NOT_ENROLLED);
        }
        var after = before.leave(child);
        return become(activity.children(after.places()), WITHDRAWN).emit(after.gained().stream()
                .map(next -> new PlaceGranted(activity.id(), next)).toArray(PlaceGranted[]::new));
    }

    /** Who came may be posted after the activity was reported held; it still counts. */
    private static Decision<Activity> attend(Activity activity, String child, Context context) {
        if (activity.status() == Status.CANCELLED) {
            return refuse(NOT_AT_THIS_POINT);
        }
        if (isBeforeItsDay(activity, context)) {
            return refuse(NOT_YET);
        }
        if (activity.attended().contains(child)) {
            return refuse(ATTENDED_ONCE);
        }
        if (!activity.enrolled().contains(child)) {
            return refuse(NOT_ENROLLED);
        }
        var all = new TreeSet<>(activity.attended());
        all.add(child);
        return become(activity.attended(all), ATTENDED);
    }

    private static boolean isClosed(Activity activity, Context context) {
        return activity.status() != Status.SCHEDULED || !context.time().isBefore(activity.startsAt());
    }

    private static boolean isBeforeItsDay(Activity activity, Context context) {
        return context.date().isBefore(activity.startsAt().atZone(WorkingDays.ZONE).toLocalDate());
    }
}
