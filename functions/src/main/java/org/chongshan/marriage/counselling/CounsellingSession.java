package org.chongshan.marriage.counselling;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

import org.chongshan.core.Aggregate;
import org.chongshan.core.Deadline;
import org.chongshan.core.Listing;
import org.chongshan.events.marriage.CounsellingKind;
import org.jspecify.annotations.Nullable;

/**
 * A counselling session. How far its arrangement has come is a matter of decisions; whether somebody came and whether it was
 * held are facts, and count whatever the arrangement says.
 *
 * @param booking   what was booked last; null when violence came to light before anybody booked
 * @param stage     how far the arrangement has come
 * @param agreed    whether the client has said that they will come at that time
 * @param claims    what it asks for, by what it is
 * @param asked     how many numbers it has asked under
 * @param heldUntil when the holds it waits for or has run out; of no meaning once it stands
 * @param facts     what happened
 * @param report    by when somebody has said whether it was held
 * @param writers   its counsellors who wrote something on it, also those it was with before; at most {@value #MOST_NOTES}
 */
record CounsellingSession(String id, String subdistrict, @Nullable Booking booking, Stage stage, boolean agreed,
        SortedMap<Part, Claim> claims, int asked, @Nullable Instant heldUntil, Happenings facts,
        @Nullable Report report, SortedSet<String> writers) implements Aggregate {

    /** How many notes are taken of one session, and how often violence comes to light in it. */
    static final int MOST_NOTES = 100;

    /**
     * What was booked.
     *
     * @param client      pseudonym of the couple or family
     * @param application for divorce; null when there is none
     * @param room        null when it is online
     * @param bookedAt    when the platform heard of it
     */
    record Booking(String client, @Nullable String application, CounsellingKind kind, String counsellor,
            @Nullable String room, Instant startsAt, Instant endsAt, Instant bookedAt) {}

    /** What a session needs. */
    enum Part {
        /** A room, unless it is online. */
        ROOM,
        /** A counsellor. */
        COUNSELLOR
    }

    /** What is known of one of the things it needs. */
    enum Answer {
        /** Asked for. */
        ASKED,
        /** Held for it. */
        HELD,
        /** Not free; it waits for it. */
        REFUSED,
        /** Its own. */
        CONFIRMED,
        /** Given back, or given up. */
        RELEASED
    }

    /**
     * What it asked for.
     *
     * @param resource    id of the room or counsellor
     * @param appointment the number it asked under
     */
    record Claim(String resource, String appointment, Answer answer) {
        Claim now(Answer other) {
            return new Claim(resource, appointment, other);
        }
    }

    /**
     * What happened, in whatever order it was heard of.
     *
     * @param arrivedAt the earliest time the client was there; null when nobody said so
     * @param held      whether its counsellor says that it was held
     * @param missed    whether somebody says that nobody came
     * @param notes     how many notes its counsellor took; the notes stand in no record
     * @param harm      how often violence came to light
     */
    record Happenings(@Nullable Instant arrivedAt, boolean held, boolean missed, int notes, int harm) {
        static final Happenings NONE = new Happenings(null, false, false, 0, 0);
    }

    /**
     * That somebody says whether it was held.
     *
     * @param late whether it was stated that nobody has
     */
    record Report(Instant by, boolean late) {}

    /** How far an arrangement has come. */
    enum Stage {
        UNBOOKED,
        SEEKING,
        WAITING,
        OFFERED,
        CONFIRMING,
        CONFIRMED,
        DECLINED,
        CANCELLED,
        EXPIRED,
        LAPSED;

        boolean isOver() {
            return this == DECLINED || this == CANCELLED || this == EXPIRED || this == LAPSED;
        }
    }

    /** Where a session stands. */
    enum Status implements org.chongshan.core.Status {
        /** Violence came to light, and no session is booked. */
        UNBOOKED(Sight.LIST),
        /** It has asked for a room and a counsellor. */
        SEEKING(Sight.DEADLINE),
        /** Not all of it is free; it has a turn as soon as it is, or the desk finds another time. */
        WAITING(Sight.LIST),
        /** All of it is held; the client has not said yet that they will come. */
        OFFERED(Sight.DEADLINE),
        /** The client will come; the holds become firm. */
        CONFIRMING(Sight.DEADLINE),
        /** It stands. */
        CONFIRMED(Sight.DEADLINE),
        /** It took place. */
        HELD(Sight.ENDED),
        /** Nobody came. */
        MISSED(Sight.ENDED),
        /** The client does not want it. */
        DECLINED(Sight.ENDED),
        /** It cannot be held. */
        CANCELLED(Sight.ENDED),
        /** The client did not confirm in time. */
        EXPIRED(Sight.ENDED),
        /** Nothing was free before its time had come. */
        LAPSED(Sight.ENDED);

        private final Sight sight;

        Status(Sight sight) {
            this.sight = sight;
        }

        @Override
        public Sight sight() {
            return sight;
        }
    }

    /** The further lists a session stands in. */
    enum Listed implements Listing {
        /** Nobody has said whether it was held, by its beginning. */
        REPORT_OVERDUE
    }

    /** What a session waits for. */
    enum Due implements Deadline {
        /** Answers, and the client's. */
        HOLD,
        /** That everything becomes free, or firm, before its time is over. */
        TIME,
        /** That somebody says whether it was held. */
        REPORT
    }

    static CounsellingSession unbooked(String id, String subdistrict) {
        return new CounsellingSession(id, subdistrict, null, Stage.UNBOOKED, false, new TreeMap<>(), 0, null,
                Happenings.NONE, null, new TreeSet<>());
    }

    /** Asks for all that a booking needs, under new numbers. */
    CounsellingSession seeking(Booking what, Instant until, boolean clientWillCome) {
        var all = new TreeMap<Part, Claim>();
        var number = asked;
        if (what.room() != null) {
            all.put(Part.ROOM, new Claim(what.room(), id + "." + ++number, Answer.ASKED));
        }
        all.put(Part.COUNSELLOR, new Claim(what.counsellor(), id + "." + ++number, Answer.ASKED));
        return new CounsellingSession(id, subdistrict, what, Stage.SEEKING, clientWillCome, all, number, until, facts,
                null, writers);
    }

    /** Asks for one thing again: under its number where it still waits for it, under a new one where it had given it back. */
    CounsellingSession asking(Part part) {
        var claim = claims.get(part);
        if (claim == null) {
            return this;
        }
        var isNew = claim.answer() != Answer.REFUSED;
        var number = isNew ? asked + 1 : asked;
        var again = new Claim(claim.resource(), isNew ? id + "." + number : claim.appointment(), Answer.ASKED);
        return with(part, again, number);
    }

    CounsellingSession answered(Part part, Answer answer) {
        var claim = claims.get(part);
        return claim == null ? this : with(part, claim.now(answer), asked);
    }

    private CounsellingSession with(Part part, Claim claim, int numbers) {
        var all = new TreeMap<>(claims);
        all.put(part, claim);
        return new CounsellingSession(id, subdistrict, booking, stage, agreed, all, numbers, heldUntil, facts, report,
                writers);
    }

    /** The claim of that number; null when it has given it up, or never asked so. */
    @Nullable
    Claim claim(Part part, String appointment) {
        var claim = claims.get(part);
        return claim == null || claim.answer() == Answer.RELEASED || !claim.appointment().equals(appointment)
                ? null
                : claim;
    }

    boolean allAre(Answer answer) {
        return claims.values().stream().allMatch(claim -> claim.answer() == answer);
    }

    CounsellingSession at(Stage now) {
        return new CounsellingSession(id, subdistrict, booking, now, agreed, claims, asked, heldUntil, facts, report,
                writers);
    }

    CounsellingSession until(Instant end) {
        return new CounsellingSession(id, subdistrict, booking, stage, agreed, claims, asked, end, facts, report,
                writers);
    }

    CounsellingSession clientWillCome() {
        return new CounsellingSession(id, subdistrict, booking, stage, true, claims, asked, heldUntil, facts, report,
                writers);
    }

    CounsellingSession standing(Instant reportBy) {
        return new CounsellingSession(id, subdistrict, booking, Stage.CONFIRMED, true, claims, asked, null, facts,
                new Report(reportBy, false), writers);
    }

    CounsellingSession reportStatedLate(Instant again) {
        return new CounsellingSession(id, subdistrict, booking, stage, agreed, claims, asked, heldUntil, facts,
                new Report(again, true), writers);
    }

    CounsellingSession knowing(Happenings now) {
        return new CounsellingSession(id, subdistrict, booking, stage, agreed, claims, asked, heldUntil, now, report,
                writers);
    }

    /** The same, on which somebody wrote who may always read that. */
    CounsellingSession writtenBy(String counsellor) {
        var all = new TreeSet<>(writers);
        if (all.size() < MOST_NOTES) {
            all.add(counsellor);
        }
        return new CounsellingSession(id, subdistrict, booking, stage, agreed, claims, asked, heldUntil, facts, report,
                all);
    }

    @Override
    public Status status() {
        if (facts.held()) {
            return Status.HELD;
        }
        return facts.missed() && facts.arrivedAt() == null && stage == Stage.CONFIRMED
                ? Status.MISSED
                : Status.valueOf(stage.name());
    }

    /** Who waits longest comes first; all others by their time. */
    @Override
    public String rank() {
        return booking == null ? "" : (stage == Stage.WAITING ? booking.bookedAt() : booking.startsAt()).toString();
    }

    @Override
    public Map<Listed, String> lists() {
        return booking != null && status() == Status.CONFIRMED && report != null && report.late()
                ? Map.of(Listed.REPORT_OVERDUE, booking.startsAt().toString())
                : Map.of();
    }

    /** Its counsellor, and whoever wrote on it as its counsellor: each reads their own words, whoever it is with since. */
    @Override
    public Set<String> confidants() {
        var all = new TreeSet<>(writers);
        if (booking != null) {
            all.add(booking.counsellor());
        }
        return all;
    }

    @Override
    public Map<Due, Instant> deadlines() {
        if (booking == null) {
            return Map.of();
        }
        return switch (status()) {
            case SEEKING, OFFERED -> heldUntil == null ? Map.of() : Map.of(Due.HOLD, heldUntil);
            case WAITING -> Map.of(Due.TIME, booking.startsAt());
            case CONFIRMING -> Map.of(Due.TIME, booking.endsAt());
            case CONFIRMED -> report == null ? Map.of() : Map.of(Due.REPORT, report.by());
            case UNBOOKED, HELD, MISSED, DECLINED, CANCELLED, EXPIRED, LAPSED -> Map.of();
        };
    }
}
