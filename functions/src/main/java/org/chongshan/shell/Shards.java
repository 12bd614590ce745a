package org.chongshan.shell;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** How deadlines are spread over the partitions of the sparse deadline index: by day, and by aggregate within the day. */
final class Shards {
    /** Partitions per day; each takes about a thousand deadlines a second. */
    static final int PER_DAY = 4;

    private static final DateTimeFormatter FIXED_WIDTH = DateTimeFormatter
            .ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSSSS'Z'").withZone(ZoneOffset.UTC);

    private Shards() {}

    /** The deadline as the index sorts it. */
    static String sortable(Instant due) {
        return FIXED_WIDTH.format(due);
    }

    static Instant dayOf(Instant time) {
        return time.truncatedTo(ChronoUnit.DAYS);
    }

    /**
     * The bucket a deadline is filed in. One already past is filed under the present day: a day the clock has left
     * behind never fills again.
     */
    static String bucket(String aggregate, Instant due, Instant now) {
        return bucket(dayOf(due.isBefore(now) ? now : due), Math.floorMod(aggregate.hashCode(), PER_DAY));
    }

    static String bucket(Instant day, int shard) {
        return day + "#" + shard;
    }
}
