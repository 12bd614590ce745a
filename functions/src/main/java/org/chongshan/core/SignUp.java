package org.chongshan.core;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * What is known of one participant of something that has {@link Places}: it is in from when it signs up to
 * when it withdraws, by the times these happened; of one instant the withdrawal counts.
 *
 * @param first of all times it signed up the one the platform heard first; null before
 * @param last  the latest it signed up, when that is another; null otherwise
 * @param out   the latest it withdrew; null before
 * @param came  whether somebody saw it come
 */
public record SignUp(@Nullable Mark first, @Nullable Mark last, @Nullable Instant out, boolean came) {

    /** Nothing is known. */
    public static final SignUp NONE = new SignUp(null, null, null, false);

    private static final Comparator<Mark> HEARD = Comparator.comparing(Mark::heard).thenComparing(Mark::at,
            Comparator.reverseOrder());
    private static final Comparator<Mark> HAPPENED = Comparator.comparing(Mark::at).thenComparing(Mark::heard,
            Comparator.reverseOrder());

    /**
     * Somebody signed up.
     *
     * @param at    by the clock of whoever took it
     * @param heard when the platform first knew
     */
    public record Mark(Instant at, Instant heard) {}

    /** Somebody who is in, and since when. */
    public record Turn(String participant, Mark since) {
        /** In the order the platform heard; of what it heard at once, the one that happened first. */
        public static final Comparator<Turn> FIRST_HEARD = Comparator.comparing((Turn turn) -> turn.since().heard())
                .thenComparing(turn -> turn.since().at()).thenComparing(Turn::participant);
    }

    /** So many places, taken and waited for by whoever is in, each in their turn. */
    public static Places arranged(int places, Map<String, SignUp> signUps) {
        var inTurn = signUps.entrySet().stream()
                .flatMap(known -> Stream.ofNullable(known.getValue().turn(known.getKey()))).sorted(Turn.FIRST_HEARD)
                .map(Turn::participant).toList();
        return Places.of(places, List.of(), inTurn).resize(places).places();
    }

    /** Signed up, at a time. */
    public SignUp in(Mark mark) {
        var latest = latest();
        var newFirst = first == null || HEARD.compare(mark, first) < 0 ? mark : first;
        var newLatest = latest == null || HAPPENED.compare(mark, latest) > 0 ? mark : latest;
        return new SignUp(newFirst, newLatest.equals(newFirst) ? null : newLatest, out, came);
    }

    /** Withdrew, at a time. */
    public SignUp out(Instant at) {
        return out == null || at.isAfter(out) ? new SignUp(first, last, at, came) : this;
    }

    /** Came. */
    public SignUp seen() {
        return new SignUp(first, last, out, true);
    }

    /** Its turn: by what the platform heard, so that no clock jumps the queue; null when it is not in. */
    public @Nullable Turn turn(String participant) {
        var latest = latest();
        if (first == null || latest == null || isOut(latest)) {
            return null;
        }
        return new Turn(participant, isOut(first) ? latest : first);
    }

    private @Nullable Mark latest() {
        return last == null ? first : last;
    }

    private boolean isOut(Mark mark) {
        return out != null && !mark.at().isAfter(out);
    }
}
