package org.chongshan.minors.activity;

import java.time.Duration;

import org.chongshan.core.Context;
import org.chongshan.core.Deadline;
import org.chongshan.core.Decider;
import org.chongshan.core.Decision;
import org.chongshan.core.SignUp.Mark;
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

/**
 * Activities: places never over-filled, a waiting list in order, everyone who came counted once. Who is in and who came are
 * facts of their own time, whenever a phone posts them; a turn in the queue is taken when the platform hears.
 */
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

            case ActivityEvent _ when activity.status() == Status.CANCELLED -> refuse(NOT_AT_THIS_POINT);
            case ChildEnrolled enrolled -> enrol(activity, enrolled.child(), context);
            case ChildWithdrawn withdrawn -> withdraw(activity, withdrawn.child(), context);
            case ChildAttended attended -> attend(activity, attended.child(), context);

            case ActivityEvent _ when activity.status() == Status.HELD -> refuse(NOT_AT_THIS_POINT);
            case ActivityHeld _ when isBeforeItsDay(activity, context) -> refuse(NOT_YET);
            case ActivityHeld _ -> become(activity.ended(Status.HELD), HELD);
            case ActivityCancelled _ when !activity.attended().isEmpty() -> refuse(NOT_AT_THIS_POINT);
            case ActivityCancelled _ -> become(activity.ended(Status.CANCELLED), CANCELLED);
        };
    }

    @Override
    public Decision.Become<Activity> reached(Activity activity, Deadline deadline, Context context) {
        var again = context.now().plus(Duration.ofDays(context.policy().value(MinorsParameter.ACTIVITY_REPORT_DAYS)));
        return Decision.<Activity>become(activity.reportStatedLate(again), REPORT_OVERDUE)
                .emit(new ActivityReportOverdue(activity.id(), activity.reportBy()));
    }

    private static Decision<Activity> schedule(String id, ActivityScheduled scheduled, Context context) {
        var day = WorkingDays.dayOf(scheduled.startsAt());
        if (day.isBefore(context.date())) {
            return refuse(STARTS_BEFORE_IT_IS_SCHEDULED);
        }
        var reportBy = WorkingDays.endOf(day.plusDays(context.policy().value(MinorsParameter.ACTIVITY_REPORT_DAYS)));
        return become(Activity.scheduled(id, context.subdistrict(), scheduled.base(), scheduled.course(),
                scheduled.places(), scheduled.startsAt(), reportBy), SCHEDULED);
    }

    private static Decision<Activity> enrol(Activity activity, String child, Context context) {
        if (hasBegun(activity, context)) {
            return refuse(ENROLMENT_CLOSED);
        }
        if (!activity.hasRoomFor(child)) {
            return refuse(TOO_MANY_CHILDREN);
        }
        var known = activity.signUp(child);
        var now = known.in(new Mark(context.time(), context.received()));
        var after = activity.with(child, now);
        if (known.turn(child) != null) {
            return now.equals(known) ? refuse(ENROLLED_ONCE) : become(after, ENROLLED_ONCE);
        }
        if (now.turn(child) == null) {
            return become(after, WITHDRAWN_SINCE);
        }
        return become(after, after.enrolled().contains(child) ? ENROLLED : WAITING);
    }

    private static Decision<Activity> withdraw(Activity activity, String child, Context context) {
        if (hasBegun(activity, context)) {
            return refuse(ENROLMENT_CLOSED);
        }
        if (!activity.hasRoomFor(child)) {
            return refuse(TOO_MANY_CHILDREN);
        }
        var known = activity.signUp(child);
        var after = activity.with(child, known.out(context.time()));
        if (known.turn(child) == null) {
            return become(after, NOT_ENROLLED);
        }
        if (after.signUp(child).turn(child) != null) {
            return become(after, ENROLLED_SINCE);
        }
        var moved = after.enrolled().stream().filter(other -> !activity.enrolled().contains(other));
        return Decision.<Activity>become(after, WITHDRAWN)
                .emit(moved.map(next -> new PlaceGranted(activity.id(), next)).toArray(PlaceGranted[]::new));
    }

    /** Who came may be posted after the activity was reported held, and before the sign-up; it still counts. */
    private static Decision<Activity> attend(Activity activity, String child, Context context) {
        if (isBeforeItsDay(activity, context)) {
            return refuse(NOT_YET);
        }
        if (activity.signUp(child).came()) {
            return refuse(ATTENDED_ONCE);
        }
        if (!activity.hasRoomFor(child)) {
            return refuse(TOO_MANY_CHILDREN);
        }
        var after = activity.with(child, activity.signUp(child).seen());
        return become(after, after.attended().contains(child) ? ATTENDED : CAME_WITHOUT_A_PLACE);
    }

    private static boolean hasBegun(Activity activity, Context context) {
        return !context.time().isBefore(activity.startsAt());
    }

    private static boolean isBeforeItsDay(Activity activity, Context context) {
        return context.date().isBefore(WorkingDays.dayOf(activity.startsAt()));
    }
}
