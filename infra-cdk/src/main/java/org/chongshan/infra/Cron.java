package org.chongshan.infra;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.Arrays;

import org.chongshan.core.WorkingDays;
import org.springframework.scheduling.support.CronExpression;

/** What a schedule's cron says of its days. */
final class Cron {
    private static final int YEARS = 5;

    private Cron() {}

    /**
     * The longest time from one call to the next within five years.
     *
     * @param cron AWS's six fields; the year is left open
     */
    static Duration longestSilence(String cron) {
        // AWS leaves out the seconds and adds the year.
        var calls = CronExpression.parse("0 " + String.join(" ", Arrays.copyOf(cron.split(" "), 5)));
        var longest = Duration.ZERO;
        var from = ZonedDateTime.of(2026, 1, 1, 0, 0, 0, 0, WorkingDays.ZONE);
        var end = from.plusYears(YEARS);
        for (var at = from; at.isBefore(end);) {
            var next = calls.next(at);
            if (next == null) {
                return Duration.between(at, end);
            }
            var silence = Duration.between(at, next);
            longest = silence.compareTo(longest) > 0 ? silence : longest;
            at = next;
        }
        return longest;
    }
}
