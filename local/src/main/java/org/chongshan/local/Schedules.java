package org.chongshan.local;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import org.chongshan.bureau.Topology;
import org.chongshan.core.FunctionSpec.ByCron;
import org.chongshan.core.FunctionSpec.Schedule;
import org.chongshan.core.WorkingDays;
import org.springframework.scheduling.support.CronExpression;

/**
 * EventBridge Scheduler in small: invokes every function that has a schedule, once for each time it named since the last
 * look. The first look goes back a day, as the scheduler's own retries do; what it invokes twice begins once.
 */
public final class Schedules {
    private static final Duration FIRST_LOOK = Duration.ofHours(24);

    private final Invoker invoker;
    private final Map<String, Instant> lookedAt = new HashMap<>();

    Schedules(Invoker invoker) {
        this.invoker = invoker;
    }

    synchronized void look(Instant now) {
        for (var function : Topology.of(ByCron.class)) {
            var from = lookedAt.getOrDefault(function.name(), now.minus(FIRST_LOOK)).atZone(WorkingDays.ZONE);
            var cron = cron(function);
            for (var at = cron.next(from); at != null && !at.toInstant().isAfter(now); at = cron.next(at)) {
                invoker.invoke(function.name(), event(at.toInstant()));
            }
            lookedAt.put(function.name(), now);
        }
    }

    /** AWS leaves out the seconds and adds the year, which every schedule here leaves open. */
    private static CronExpression cron(ByCron function) {
        var aws = function.cron().split(" ");
        return CronExpression.parse("0 " + String.join(" ", java.util.Arrays.copyOf(aws, 5)));
    }

    /** As the deployed schedules are told to call. */
    public static byte[] event(Instant at) {
        return Schedule.input(at.toString()).getBytes(StandardCharsets.UTF_8);
    }
}
