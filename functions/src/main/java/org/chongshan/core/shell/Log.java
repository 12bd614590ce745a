package org.chongshan.core.shell;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the platform says of itself: names, keys, codes and classes of exceptions. Never a payload, never a message text. */
final class Log {
    private static final Logger LOG = LoggerFactory.getLogger("org.chongshan");

    private Log() {}

    /** Something could not be done and will be tried again. The exception's message may quote data: its class alone is said. */
    static void failure(String what, String where, Exception e) {
        LOG.warn("{} failed at {}: {}", what, where, e.getClass().getName());
        LOG.debug("in full, for a developer's own data only", e);
    }

    /** An event was decided. */
    static void decided(String function, String eventId, String outcome, String rule) {
        LOG.debug("{} {} {} by {}", function, eventId, outcome, rule);
    }
}
