package org.chongshan.eldercare.centreactivity;

import java.time.Duration;

import org.chongshan.core.Context;
import org.chongshan.core.Deadline;
import org.chongshan.core.Decider;
import org.chongshan.core.Decision;
import org.chongshan.core.SignUp.Mark;
import org.chongshan.core.WorkingDays;
import org.chongshan.eldercare.EldercareParameter;
import org.chongshan.eldercare.centreactivity.CentreActivity.Status;
import org.chongshan.events.eldercare.CentreActivityEvent;
import org.chongshan.events.eldercare.CentreActivityEvent.ActivityAnnounced;
import org.chongshan.events.eldercare.CentreActivityEvent.ActivityCalledOff;
import org.chongshan.events.eldercare.CentreActivityEvent.ActivityTookPlace;
import org.chongshan.events.eldercare.CentreActivityEvent.ElderAttended;
import org.chongshan.events.eldercare.CentreActivityEvent.ElderSignedUp;
import org.chongshan.events.eldercare.CentreActivityEvent.ElderWithdrew;
import org.chongshan.events.eldercare.EldercareNotice.CentreActivityReportOverdue;
import org.chongshan.events.eldercare.EldercareNotice.ElderMovedUp;

import static org.chongshan.core.Decision.become;
import static org.chongshan.core.Decision.early;
import static org.chongshan.core.Decision.refuse;
import static org.chongshan.eldercare.centreactivity.CentreActivityRule.*;

/**
 * Activities: places never over-filled, a waiting list in order, everyone who came counted once. Who is in and who came are
 * facts of their own time, whenever a phone posts them; a turn in the queue is taken when the platform hears.
 */
public record CentreActivityDecider() implements Decider<CentreActivity, CentreActivityEvent> {
    @Override
    public String idOf(CentreActivityEvent event) {
        return event.activity();
    }

    @Override
    public Decision<CentreActivity> begin(String id, CentreActivityEvent event, Context context) {
        return event instanceof ActivityAnnounced announced
                ? announce(id, announced, context)
                : early(ACTIVITY_UNKNOWN);
    }

    @Override
    public Decision<CentreActivity> decide(CentreActivity activity, CentreActivityEvent event, Context context) {
        return switch (event) {
            case ActivityAnnounced _ -> refuse(ANNOUNCED_ONCE);

            case CentreActivityEvent _ when activity.status() == Status.CALLED_OFF -> refuse(NOT_AT_THIS_POINT);
            case ElderSignedUp participants -> signUp(activity, participants.elder(), context);
            case ElderWithdrew withdrawn -> withdraw(activity, withdrawn.elder(), context);
            case ElderAttended attended -> attend(activity, attended.elder(), context);

            case CentreActivityEvent _ when activity.status() == Status.TOOK_PLACE -> refuse(NOT_AT_THIS_POINT);
            case ActivityTookPlace _ when isBeforeItsDay(activity, context) -> refuse(NOT_YET);
            case ActivityTookPlace _ -> become(activity.ended(Status.TOOK_PLACE), TOOK_PLACE);
            case ActivityCalledOff _ when !activity.attended().isEmpty() || !activity.walkIns().isEmpty() ->
                refuse(NOT_AT_THIS_POINT);
            case ActivityCalledOff _ -> become(activity.ended(Status.CALLED_OFF), CALLED_OFF);
        };
    }

    @Override
    public Decision.Become<CentreActivity> reached(CentreActivity activity, Deadline deadline, Context context) {
        var again = context.now()
                .plus(Duration.ofDays(context.policy().value(EldercareParameter.CENTRE_ACTIVITY_REPORT_DAYS)));
        return Decision.<CentreActivity>become(activity.reportStatedLate(again), REPORT_OVERDUE)
                .emit(new CentreActivityReportOverdue(activity.id(), activity.reportBy()));
    }

    private static Decision<CentreActivity> announce(String id, ActivityAnnounced announced, Context context) {
        var day = WorkingDays.dayOf(announced.startsAt());
        if (day.isBefore(context.date())) {
            return refuse(STARTS_BEFORE_IT_IS_ANNOUNCED);
        }
        var reportBy = WorkingDays
                .endOf(day.plusDays(context.policy().value(EldercareParameter.CENTRE_ACTIVITY_REPORT_DAYS)));
        return become(CentreActivity.announced(id, context.subdistrict(), announced.facility(), announced.title(),
                announced.places(), announced.startsAt(), reportBy), ANNOUNCED);
    }

    private static Decision<CentreActivity> signUp(CentreActivity activity, String elder, Context context) {
        if (hasBegun(activity, context)) {
            return refuse(SIGN_UP_CLOSED);
        }
        if (!activity.hasRoomFor(elder)) {
            return refuse(TOO_MANY_ELDERS);
        }
        var known = activity.signUp(elder);
        var now = known.in(new Mark(context.time(), context.received()));
        var after = activity.with(elder, now);
        if (known.turn(elder) != null) {
            return now.equals(known) ? refuse(SIGNED_UP_ONCE) : become(after, SIGNED_UP_ONCE);
        }
        if (now.turn(elder) == null) {
            return become(after, WITHDRAWN_SINCE);
        }
        return become(after, after.participants().contains(elder) ? SIGNED_UP : WAITING);
    }

    private static Decision<CentreActivity> withdraw(CentreActivity activity, String elder, Context context) {
        if (hasBegun(activity, context)) {
            return refuse(SIGN_UP_CLOSED);
        }
        if (!activity.hasRoomFor(elder)) {
            return refuse(TOO_MANY_ELDERS);
        }
        var known = activity.signUp(elder);
        var after = activity.with(elder, known.out(context.time()));
        if (known.turn(elder) == null) {
            return become(after, NOT_SIGNED_UP);
        }
        if (after.signUp(elder).turn(elder) != null) {
            return become(after, SIGNED_UP_SINCE);
        }
        var moved = after.participants().stream().filter(other -> !activity.participants().contains(other));
        return Decision.<CentreActivity>become(after, WITHDRAWN)
                .emit(moved.map(next -> new ElderMovedUp(activity.id(), next)).toArray(ElderMovedUp[]::new));
    }

    /** Who came may be posted after the activity was reported, and before the sign-up; it still counts. */
    private static Decision<CentreActivity> attend(CentreActivity activity, String elder, Context context) {
        if (isBeforeItsDay(activity, context)) {
            return refuse(NOT_YET);
        }
        if (activity.signUp(elder).came()) {
            return refuse(ATTENDED_ONCE);
        }
        if (!activity.hasRoomFor(elder)) {
            return refuse(TOO_MANY_ELDERS);
        }
        var after = activity.with(elder, activity.signUp(elder).seen());
        return become(after, after.attended().contains(elder) ? ATTENDED : CAME_WITHOUT_A_PLACE);
    }

    private static boolean hasBegun(CentreActivity activity, Context context) {
        return !context.time().isBefore(activity.startsAt());
    }

    private static boolean isBeforeItsDay(CentreActivity activity, Context context) {
        return context.date().isBefore(WorkingDays.dayOf(activity.startsAt()));
    }
}
