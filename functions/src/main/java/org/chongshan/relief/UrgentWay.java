package org.chongshan.relief;

import java.time.Duration;
import java.time.Instant;

import org.chongshan.core.Context;

/** The urgent way (急难型 "先行救助"): paid first and shown afterwards, and therefore for what presses now. */
public final class UrgentWay {
    private UrgentWay() {}

    /**
     * Whether what an event asks for may still go the urgent way: it reached the platform soon after it was asked for, and the
     * hardship is recent. Without the second somebody could choose the year of the claim, and so be paid once for each.
     *
     * @param struckAt when the hardship struck, or was noticed
     */
    public static boolean isOpen(Instant struckAt, Context context) {
        return isWithin(ReliefParameter.URGENT_REQUEST_DAYS, context.time(), context.received(), context)
                && isWithin(ReliefParameter.URGENT_HARDSHIP_DAYS, struckAt, context.time(), context);
    }

    private static boolean isWithin(ReliefParameter days, Instant from, Instant until, Context context) {
        return Duration.between(from, until).compareTo(Duration.ofDays(context.policy().value(days))) <= 0;
    }
}
