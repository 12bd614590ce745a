package org.chongshan.shell;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.chongshan.events.CountChanged;
import org.chongshan.events.Envelope;
import org.chongshan.events.json.EventJson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the platform says of itself: names, keys, codes and classes of exceptions. Never a payload, never a message text. */
final class Log {
    private static final Logger LOG = LoggerFactory.getLogger("org.chongshan");
    private static final Logger DECISIONS = LoggerFactory.getLogger("org.chongshan.decisions");

    private static final ScopedValue<Boolean> REHEARSAL = ScopedValue.newInstance();
    private static final String NAMESPACE = Settings.metricNamespace(System.getenv("CHONGSHAN_PREFIX"));

    private Log() {}

    /** What is decided in a rehearsal is not said: it has not happened. */
    static void rehearsing(Runnable rehearsal) {
        ScopedValue.where(REHEARSAL, true).run(rehearsal);
    }

    /** Something could not be done and will be tried again. The exception's message may quote data: its class alone is said. */
    static void failure(String what, String where, Exception e) {
        LOG.warn("{} failed at {}: {}", what, where, e.getClass().getName());
        LOG.debug("in full, for a developer's own data only", e);
    }

    /** A text that should be sealed does not open. */
    static void unreadable(String why) {
        LOG.warn("a sealed text does not open: {}", why);
    }

    /**
     * An event was decided: one JSON object with the ids that tell where it came from, and in CloudWatch's embedded metric
     * format how often which outcome and which emitted event occurred, and how long after it was received.
     */
    static void decided(String function, Journal.Entry entry, Instant now) {
        if (!DECISIONS.isInfoEnabled()) {
            return;
        }
        var event = entry.event();
        var metrics = new LinkedHashMap<String, Long>();
        metrics.put(entry.outcome().word(), 1L);
        // What counts towards a figure is no metric of every function's: the figures are those of it.
        entry.emitted().stream().map(Envelope::data).filter(data -> !(data instanceof CountChanged))
                .forEach(data -> metrics.merge(data.getClass().getSimpleName(), 1L, Long::sum));
        metrics.put("millisecondsSinceReceived", Duration.between(event.receivedtime(), now).toMillis());
        var line = new LinkedHashMap<String, Object>();
        line.put("_aws",
                Map.of("Timestamp", now.toEpochMilli(), "CloudWatchMetrics",
                        List.of(Map.of("Namespace", NAMESPACE, "Dimensions", List.of(List.of("function")), "Metrics",
                                metrics.keySet().stream().map(name -> Map.of("Name", name)).toList()))));
        line.put("function", function);
        line.put("event", event.id());
        line.put("type", event.type());
        line.put("correlationid", event.correlationid());
        line.put("causationid", event.causationid());
        line.put("traceparent", event.trace().traceparent());
        line.put("rule", entry.rule());
        line.put("policy", entry.policy());
        line.putAll(metrics);
        var said = EventJson.writeValue(line);
        if (!REHEARSAL.isBound()) {
            DECISIONS.info(said);
        }
    }
}
