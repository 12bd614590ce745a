package org.chongshan.marriage.divorce;

import java.time.Instant;
import java.util.SortedSet;
import java.util.TreeSet;

import org.chongshan.core.Fact;
import org.chongshan.events.marriage.CounsellingAnswer;
import org.jspecify.annotations.Nullable;

/**
 * What was done for a couple beside its application. Nothing of it is a condition of anything.
 *
 * @param offered    what the couple last answered to the offer of counselling; null when nobody offered it
 * @param sessions   ids of the sessions it came to
 * @param counselled the first of them, as of when it was held; null when there was none
 * @param videos     ids of the learning videos it watched
 */
record Guidance(@Nullable Fact<CounsellingAnswer> offered, SortedSet<String> sessions,
        @Nullable Fact<String> counselled, SortedSet<String> videos) {

    /** How many sessions, and how many videos, are kept. */
    static final int MOST = 60;

    static Guidance none() {
        return new Guidance(null, new TreeSet<>(), null, new TreeSet<>());
    }

    Guidance offered(Fact<CounsellingAnswer> answer) {
        return new Guidance(Fact.later(offered, answer), sessions, counselled, videos);
    }

    Guidance counselled(Fact<String> session) {
        var first = counselled == null || session.isOlderThan(counselled) ? session : counselled;
        return new Guidance(offered, with(sessions, session.value()), first, videos);
    }

    Guidance watched(String video) {
        return new Guidance(offered, sessions, counselled, with(videos, video));
    }

    /** Whether a session was held before that time. */
    boolean isCounselledBefore(Instant time) {
        return counselled != null && counselled.at().isBefore(time);
    }

    /** Whether one more would be too many. */
    static boolean isFull(SortedSet<String> ids, String next) {
        return ids.size() >= MOST && !ids.contains(next);
    }

    private static SortedSet<String> with(SortedSet<String> ids, String next) {
        var all = new TreeSet<>(ids);
        all.add(next);
        return all;
    }
}
