package org.chongshan.relief;

import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

import org.chongshan.core.Context;

/** The urgent way (急难型 "先行救助"): paid first and shown afterwards, and therefore for what presses now. */
public final class UrgentWay {
    private UrgentWay() {}

    /**
     * Whether what an event asks for may still go the urgent way: it reached the platform soon after it was asked for, and the
     * hardship is recent.
     *
     * @param struckOn day the hardship struck
     */
    public static boolean isOpen(LocalDate struckOn, Context context) {
        var policy = context.policy();
        var mostLate = Duration.ofDays(policy.value(ReliefParameter.URGENT_REQUEST_MOST_DAYS_LATE));
        var since = struckOn.until(context.date(), ChronoUnit.DAYS);
        return Duration.between(context.time(), context.received()).compareTo(mostLate) <= 0
                && policy.isWithin(ReliefParameter.URGENT_HARDSHIP_MOST_DAYS_OLD, since);
    }
}
