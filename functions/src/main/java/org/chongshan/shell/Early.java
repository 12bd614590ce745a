package org.chongshan.shell;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.chongshan.core.Key;
import org.chongshan.events.EarlyEventsWait;
import org.chongshan.shell.Journal.Waiting;
import org.jspecify.annotations.Nullable;

/**
 * Events that came before what they are about: a visit from one phone overtakes the registration from another. They wait under
 * the key of what they are about, are seen in a list, and are decided in the order of their own times when it begins.
 */
final class Early {
    /** Where what has not begun may stand. */
    static final List<String> WORDS = List.of("early", "early-overdue");
    /** How many wait for one aggregate. */
    static final int MOST = 20;
    /** How long before it is stated; an assumption, to be set locally. */
    static final Duration PATIENCE = Duration.ofDays(7);

    private Early() {}

    /** Where an aggregate stands that has not begun: the word lists are asked for by. */
    static String status(Waiting waiting) {
        return WORDS.get(waiting.stated() ? 1 : 0);
    }

    static @Nullable Instant due(Waiting waiting) {
        return waiting.stated() ? null : waiting.since().plus(PATIENCE);
    }

    static EarlyEventsWait statement(Key key, Waiting waiting) {
        return new EarlyEventsWait(key.toString(), waiting.ids().size(), waiting.since());
    }
}
