package org.chongshan.eldercare.callback;

import java.time.Duration;

import org.chongshan.core.Context;
import org.chongshan.core.Deadline;
import org.chongshan.core.Decider;
import org.chongshan.core.Decision;
import org.chongshan.core.Decision.Become;
import org.chongshan.eldercare.EldercareParameter;
import org.chongshan.eldercare.callback.Callback.Attempt;
import org.chongshan.eldercare.callback.Callback.Owed;
import org.chongshan.eldercare.callback.Callback.Status;
import org.chongshan.events.eldercare.CallbackEvent;
import org.chongshan.events.eldercare.CallbackEvent.CallbackAttempted;
import org.chongshan.events.eldercare.CallbackEvent.CallbackMade;
import org.chongshan.events.eldercare.CallbackEvent.CallbackNotOwed;
import org.chongshan.events.eldercare.CallbackEvent.CallbackOwed;
import org.chongshan.events.eldercare.HotlineNotice.CallbackOverdue;
import org.chongshan.events.eldercare.HotlineNotice.EmergencyNotCalledBack;
import org.jspecify.annotations.Nullable;

import static org.chongshan.core.Decision.become;
import static org.chongshan.core.Decision.early;
import static org.chongshan.core.Decision.refuse;
import static org.chongshan.eldercare.callback.CallbackRule.*;

/** Callbacks: owed as the hotline says, due in time, made, or given up after so many attempts. */
public record CallbackDecider() implements Decider<Callback, CallbackEvent> {
    @Override
    public String idOf(CallbackEvent event) {
        return event.callback();
    }

    @Override
    public Decision<Callback> begin(String id, CallbackEvent event, Context context) {
        return switch (event) {
            case CallbackOwed owed -> become(Callback.stated(id, context.subdistrict(), owed.hotline(), owed.call(),
                    owed.revision(), what(owed, context)), OWED);
            case CallbackNotOwed not ->
                become(Callback.stated(id, context.subdistrict(), not.hotline(), not.call(), not.revision(), null),
                        NOT_OWED);
            case CallbackAttempted _,CallbackMade _ -> early(CALLBACK_UNKNOWN);
        };
    }

    @Override
    public Decision<Callback> decide(Callback callback, CallbackEvent event, Context context) {
        return switch (event) {
            case CallbackOwed owed -> revise(callback, owed.revision(), what(owed, context), OWED);
            case CallbackNotOwed not -> revise(callback, not.revision(), null, NOT_OWED);
            case CallbackAttempted _ when !callback.hasRoomForAttempt() -> refuse(TOO_MANY_ATTEMPTS);
            case CallbackAttempted attempted -> attempt(callback, attempted, context);
            case CallbackMade _ -> become(callback.made(context.time()), callback.madeAt() == null ? MADE : MADE_ONCE);
        };
    }

    @Override
    public Become<Callback> reached(Callback callback, Deadline deadline, Context context) {
        var owed = callback.owed();
        var emergency = owed != null && owed.emergency();
        var told = Decision.<Callback>become(callback.told(context.time()), OVERDUE)
                .emit(new CallbackOverdue(callback.id(), emergency, context.time()));
        return emergency ? told.emit(new EmergencyNotCalledBack(callback.id(), context.time())) : told;
    }

    /** Whoever has to call has the time from when the platform knows of it. */
    private static Owed what(CallbackOwed owed, Context context) {
        var minutes = context.policy().value(
                owed.emergency() ? EldercareParameter.EMERGENCY_CALLBACK_MINUTES : EldercareParameter.CALLBACK_MINUTES);
        return new Owed(owed.caller(), owed.emergency(), owed.missedAt(),
                context.received().plus(Duration.ofMinutes(minutes)),
                context.policy().value(EldercareParameter.CALLBACK_ATTEMPTS));
    }

    private static Decision<Callback> revise(Callback callback, long revision, @Nullable Owed owed, CallbackRule rule) {
        return revision <= callback.revision()
                ? become(callback, REVISED_SINCE)
                : become(callback.revised(revision, owed), rule);
    }

    private static Decision<Callback> attempt(Callback callback, CallbackAttempted attempted, Context context) {
        var after = callback.attempted(context.fact(
                new Attempt(attempted.seat(), context.policy().value(EldercareParameter.EMERGENCY_CALLBACK_MINUTES),
                        context.policy().value(EldercareParameter.CALLBACK_MINUTES))));
        return become(after, after.status() == Status.GIVEN_UP ? GIVEN_UP : ATTEMPTED);
    }
}
