package org.chongshan.lambda;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.logging.ConsoleHandler;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import org.chongshan.events.json.EventJson;

/**
 * Logging on Lambda: the JDK's own, which needs no file parsed at each start; one JSON object a line. Warnings of libraries,
 * and what the platform says of itself.
 */
final class JsonLines extends Formatter {
    /** What a decision says of itself is JSON already, with its metrics embedded. */
    private static final String DECISIONS = "org.chongshan.decisions";
    /** Held here: the JDK forgets the level of a logger that nobody holds. */
    private static final List<Logger> LEVELS = List.of(level("", Level.WARNING), level("org.chongshan", Level.INFO),
            // These say whole payloads.
            level("org.springframework.cloud.function", Level.SEVERE),
            level("software.amazon.awssdk.request", Level.SEVERE),
            // It warns of every annotation of ours in a schema.
            level("com.networknt.schema", Level.SEVERE));

    private JsonLines() {}

    /** From here on everything that is logged is logged so. */
    static void install() {
        var root = LEVELS.getFirst();
        for (var standard : root.getHandlers()) {
            root.removeHandler(standard);
        }
        var console = new ConsoleHandler();
        console.setFormatter(new JsonLines());
        root.addHandler(console);
    }

    private static Logger level(String name, Level level) {
        var logger = Logger.getLogger(name);
        logger.setLevel(level);
        return logger;
    }

    @Override
    public String format(LogRecord entry) {
        if (DECISIONS.equals(entry.getLoggerName())) {
            return entry.getMessage() + "\n";
        }
        var line = new LinkedHashMap<String, String>();
        line.put("timestamp", entry.getInstant().toString());
        line.put("level", entry.getLevel().getName());
        line.put("logger", entry.getLoggerName());
        line.put("message", formatMessage(entry));
        // The class alone: the message of an exception may quote data.
        if (entry.getThrown() != null) {
            line.put("thrown", entry.getThrown().getClass().getName());
        }
        return EventJson.writeValue(line) + "\n";
    }
}
