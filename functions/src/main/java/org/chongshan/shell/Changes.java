package org.chongshan.shell;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.chongshan.core.Key;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

/**
 * How far somebody has read what changes in a scope. Records are filed by the hour of their last change, so that one which
 * changes ten times in an hour moves in the index once; the record itself says when it was.
 *
 * @param since what changed from then on is told
 * @param begun when the reading of it began, some pages ago
 * @param after key of the change index the last page ended with; empty for the first
 */
record Changes(Instant since, Instant begun, Map<String, AttributeValue> after) {

    /** What somebody says who has read nothing yet. */
    static final String NOW = "now";
    /**
     * How long after its own time a change may come to be seen: a function's time limit, clocks that differ, and an index that
     * is a little behind. That much is told twice.
     */
    static final Duration SETTLES = Duration.ofMinutes(2);

    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH")
            .withZone(ZoneOffset.UTC);
    private static final String SINCE = "since";
    private static final String BEGUN = "begun";
    private static final List<String> POSITION = List.of(TableShape.PK, TableShape.SK, TableShape.SCOPE,
            TableShape.CHANGED);
    private static final List<String> WHOLE = Stream.concat(Stream.of(SINCE, BEGUN), POSITION.stream()).toList();
    /** In place of a part of the position where there is none. */
    private static final AttributeValue NONE = fromS("");

    /** Where a record that changes now is filed. */
    static String filed(Key key, Instant now) {
        return HOUR.format(now) + "/" + key.id();
    }

    /** The first place in the index where a change of then on may be filed. */
    String from() {
        return HOUR.format(since);
    }

    /** Whether a record changed then or after. */
    boolean holds(Map<String, AttributeValue> state) {
        return !Instant.parse(state.get(TableShape.CHANGED_AT).s()).isBefore(since);
    }

    /**
     * What somebody says who has read so far.
     *
     * @param now when that is said
     * @throws Problem.Occurrence when nobody was told to say so of this scope
     */
    static Changes read(String said, String scope, Instant now) {
        if (said.equals(NOW)) {
            return new Changes(now, now, Map.of());
        }
        var cursor = new HashMap<>(Cursor.read(said, WHOLE));
        try {
            var since = Instant.parse(Objects.requireNonNull(cursor.remove(SINCE)).s());
            var begun = Instant.parse(Objects.requireNonNull(cursor.remove(BEGUN)).s());
            if (isPossible(since, now) && isPossible(begun, now)) {
                if (cursor.values().stream().allMatch(NONE::equals)) {
                    return new Changes(since, now, Map.of());
                }
                if (cursor.get(TableShape.SCOPE).s().equals(scope)) {
                    return new Changes(since, begun, cursor);
                }
            }
        } catch (DateTimeParseException e) {
            throw Problem.MALFORMED_CURSOR.occurrence();
        }
        throw Problem.MALFORMED_CURSOR.occurrence();
    }

    /** Another function's clock may be a little ahead; nobody asked in another age. */
    private static boolean isPossible(Instant said, Instant now) {
        return said.isAfter(Instant.EPOCH) && said.isBefore(now.plus(SETTLES));
    }

    /**
     * What is to be said for the next page; when all is read, the next time.
     *
     * @param last key of the index a page ended with; empty when nothing follows
     */
    String next(Map<String, AttributeValue> last) {
        var next = new HashMap<String, AttributeValue>();
        POSITION.forEach(name -> next.put(name, last.getOrDefault(name, NONE)));
        next.put(SINCE, fromS((last.isEmpty() ? begun.minus(SETTLES) : since).toString()));
        next.put(BEGUN, fromS(begun.toString()));
        return Objects.requireNonNull(Cursor.of(next));
    }
}
