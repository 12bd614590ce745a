package org.chongshan.shell;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

import org.chongshan.core.Key;

/** How deadlines are spread over the partitions of the sparse deadline index: by day, and by aggregate within the day. */
final class Shards {
    /** Partitions per day; each takes about a thousand deadlines a second. */
    static final int PER_DAY = 4;

    private static final DateTimeFormatter FIXED_WIDTH = DateTimeFormatter
            .ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSSSS'Z'").withZone(ZoneOffset.UTC);

    private Shards() {}

    /** An instant as the index sorts it. */
    static String sortable(Instant due) {
        return FIXED_WIDTH.format(due);
    }

    /** The deadline as the index holds it, with how often it was set. */
    static String sortable(Instant due, long set) {
        return sortable(due) + "#" + set;
    }

    /** The deadline of {@link #sortable(Instant, long)}. */
    static Instant due(String sortable) {
        return Instant.parse(sortable.substring(0, sortable.indexOf('#')));
    }

    /** How often that deadline was set. */
    static long set(String sortable) {
        return Long.parseLong(sortable.substring(sortable.indexOf('#') + 1));
    }

    static Instant dayOf(Instant time) {
        return time.truncatedTo(ChronoUnit.DAYS);
    }

    /**
     * The bucket a deadline is filed in. One already past is filed under the present day: a day the clock has left
     * behind never fills again.
     */
    static String bucket(Key aggregate, Instant due, Instant now) {
        return bucket(dayOf(due.isBefore(now) ? now : due), Math.floorMod(aggregate.toString().hashCode(), PER_DAY));
    }

    static String bucket(Instant day, int shard) {
        return day + "#" + shard;
    }
}
