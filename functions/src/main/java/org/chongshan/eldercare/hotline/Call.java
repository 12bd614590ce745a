package org.chongshan.eldercare.hotline;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

import org.chongshan.core.Fact;
import org.chongshan.events.Personal;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one call. Word of it comes in any order and late: how it stands is derived by {@link Hotline}.
 *
 * @param arrival      the first there is; null before it is heard
 * @param emergency    whether the menu or a seat said so
 * @param answer       the first there is; null before it is heard
 * @param ended        the first time it is said to be over, and when its seat is free again; null before it is heard
 * @param abandonedAt  the first time the caller is said to have hung up unanswered; null before it is heard
 * @param turnedAwayAt when there was no room to wait; null when there was
 * @param words        facts heard of it
 * @param lastWordAt   the latest of them, by its own time
 * @param lateMinutes  how long after it is over word of it is still taken
 * @param ring         where it rings now; null when nowhere
 * @param letGo        seats at which it rang in vain, since it last rang at all there are
 * @param toldStuck    whether it was stated that its seat has been in it for long
 */
record Call(@Nullable Fact<Arrival> arrival, boolean emergency, @Nullable Fact<Answer> answer,
        @Nullable Fact<Instant> ended, @Nullable Instant abandonedAt, @Nullable Instant turnedAwayAt, int words,
        Instant lastWordAt, long lateMinutes, @Nullable Ring ring, SortedSet<String> letGo, boolean toldStuck) {

    Call {
        letGo = Collections.unmodifiableSortedSet(new TreeSet<>(letGo));
    }

    /**
     * Somebody called.
     *
     * @param caller    the number; null when it is withheld
     * @param waitUntil when the caller is told to wait no longer
     */
    record Arrival(@Nullable Personal caller, Instant waitUntil) {}

    /**
     * A seat answered.
     *
     * @param stuckAt when the seat counts as stuck in the call
     */
    record Answer(String seat, Instant stuckAt) {}

    /** It rings at a seat, up to, not including, an instant. */
    record Ring(String seat, Instant until) {}

    static Call unheard(long lateMinutes) {
        return new Call(null, false, null, null, null, null, 0, Instant.MIN, lateMinutes, null, new TreeSet<>(), false);
    }

    Call arrived(Fact<Arrival> fact, boolean isEmergency) {
        return new Call(earlier(arrival, fact), emergency || isEmergency, answer, ended, abandonedAt, turnedAwayAt,
                words + 1, later(lastWordAt, fact.at()), lateMinutes, ring, letGo, toldStuck);
    }

    Call marked(Instant at) {
        return new Call(arrival, true, answer, ended, abandonedAt, turnedAwayAt, words + 1, later(lastWordAt, at),
                lateMinutes, ring, letGo, toldStuck);
    }

    Call answered(Fact<Answer> fact) {
        return new Call(arrival, emergency, earlier(answer, fact), ended, abandonedAt, turnedAwayAt, words + 1,
                later(lastWordAt, fact.at()), lateMinutes, ring, letGo, toldStuck);
    }

    Call ended(Fact<Instant> freeAt) {
        return new Call(arrival, emergency, answer, earlier(ended, freeAt), abandonedAt, turnedAwayAt, words + 1,
                later(lastWordAt, freeAt.at()), lateMinutes, ring, letGo, toldStuck);
    }

    Call abandoned(Instant at) {
        return new Call(arrival, emergency, answer, ended,
                abandonedAt == null || at.isBefore(abandonedAt) ? at : abandonedAt, turnedAwayAt, words + 1,
                later(lastWordAt, at), lateMinutes, ring, letGo, toldStuck);
    }

    Call turnedAway(Instant at) {
        return new Call(arrival, emergency, answer, ended, abandonedAt, at, words, lastWordAt, lateMinutes, null, letGo,
                toldStuck);
    }

    Call rung(Ring at, SortedSet<String> letGoBefore) {
        return new Call(arrival, emergency, answer, ended, abandonedAt, turnedAwayAt, words, lastWordAt, lateMinutes,
                at, letGoBefore, toldStuck);
    }

    Call silent() {
        return new Call(arrival, emergency, answer, ended, abandonedAt, turnedAwayAt, words, lastWordAt, lateMinutes,
                null, letGo, toldStuck);
    }

    Call letGoBy(String seat) {
        var all = new TreeSet<>(letGo);
        all.add(seat);
        return new Call(arrival, emergency, answer, ended, abandonedAt, turnedAwayAt, words, lastWordAt, lateMinutes,
                null, all, toldStuck);
    }

    Call stuckTold() {
        return new Call(arrival, emergency, answer, ended, abandonedAt, turnedAwayAt, words, lastWordAt, lateMinutes,
                ring, letGo, true);
    }

    /** The answer, when the caller was still there: whoever hung up in the very moment was answered. */
    @Nullable
    Fact<Answer> answerInTime() {
        return answer != null && (abandonedAt == null || !answer.at().isAfter(abandonedAt)) ? answer : null;
    }

    Duration lateWord() {
        return Duration.ofMinutes(lateMinutes);
    }

    private static <T> Fact<T> earlier(@Nullable Fact<T> known, Fact<T> fact) {
        return known == null || Fact.BY_TIME.compare(fact, known) < 0 ? fact : known;
    }

    private static Instant later(Instant one, Instant other) {
        return other.isAfter(one) ? other : one;
    }
}
