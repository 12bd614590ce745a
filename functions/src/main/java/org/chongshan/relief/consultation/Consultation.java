package org.chongshan.relief.consultation;

import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

import org.chongshan.core.Aggregate;
import org.chongshan.core.Listing;
import org.chongshan.events.Role;
import org.chongshan.events.relief.CameToNothingBecause;
import org.chongshan.events.relief.Verdict;

/**
 * A regular consultation (定期会商).
 *
 * @param attendees     token subjects of those convened
 * @param present       those of them who said themselves that they attend, each with the role
 * @param tabled        relief cases on the table, at most {@value #MOST_TABLED}
 * @param requesters    who asked for the relief, by case, of those on the table that have said
 * @param decided       verdicts, by relief case
 * @param unanswered    of those, the cases that have not said yet what became of the verdict
 * @param cameToNothing why a verdict changed nothing, by relief case
 * @param toReview      of those, the cases nobody has looked at yet
 */
record Consultation(String id, String subdistrict, Status status, SortedSet<String> attendees,
        SortedMap<String, Role> present, SortedSet<String> tabled, SortedMap<String, String> requesters,
        SortedMap<String, Verdict> decided, SortedSet<String> unanswered,
        SortedMap<String, CameToNothingBecause> cameToNothing, SortedSet<String> toReview) implements Aggregate {

    /** A sitting has no more before it. */
    static final int MOST_TABLED = 40;

    /** Whether it still decides. */
    enum Status implements org.chongshan.core.Status {
        IN_SESSION(Sight.LIST),
        CLOSED(Sight.ENDED);

        private final Sight sight;

        Status(Sight sight) {
            this.sight = sight;
        }

        @Override
        public Sight sight() {
            return sight;
        }
    }

    /** The further lists it may stand in, in session or closed. */
    enum Listed implements Listing {
        /** A case has not said what became of a verdict: it has not begun, or lies where the verdict does not reach. */
        VERDICT_UNANSWERED,
        /** A verdict changed nothing, and nobody has looked at that. */
        VERDICT_CAME_TO_NOTHING
    }

    static Consultation convened(String id, String subdistrict, SortedSet<String> attendees) {
        return new Consultation(id, subdistrict, Status.IN_SESSION, attendees, new TreeMap<>(), new TreeSet<>(),
                new TreeMap<>(), new TreeMap<>(), new TreeSet<>(), new TreeMap<>(), new TreeSet<>());
    }

    Consultation attended(String actor, Role role) {
        return new Consultation(id, subdistrict, status, attendees, with(present, actor, role), tabled, requesters,
                decided, unanswered, cameToNothing, toReview);
    }

    Consultation tabled(String reliefCase) {
        return new Consultation(id, subdistrict, status, attendees, present, with(tabled, reliefCase), requesters,
                decided, unanswered, cameToNothing, toReview);
    }

    /** A case on the table has said who asked for the relief. */
    Consultation introduced(String reliefCase, String requester) {
        return new Consultation(id, subdistrict, status, attendees, present, tabled,
                with(requesters, reliefCase, requester), decided, unanswered, cameToNothing, toReview);
    }

    Consultation decided(String reliefCase, Verdict verdict) {
        return new Consultation(id, subdistrict, status, attendees, present, tabled, requesters,
                with(decided, reliefCase, verdict), with(unanswered, reliefCase), cameToNothing, toReview);
    }

    /** The case took the verdict. */
    Consultation accepted(String reliefCase) {
        return new Consultation(id, subdistrict, status, attendees, present, tabled, requesters, decided,
                without(unanswered, reliefCase), cameToNothing, toReview);
    }

    /** The verdict changed nothing. */
    Consultation cameToNothing(String reliefCase, CameToNothingBecause because) {
        return new Consultation(id, subdistrict, status, attendees, present, tabled, requesters, decided,
                without(unanswered, reliefCase), with(cameToNothing, reliefCase, because), with(toReview, reliefCase));
    }

    Consultation reviewed(String reliefCase) {
        return new Consultation(id, subdistrict, status, attendees, present, tabled, requesters, decided, unanswered,
                cameToNothing, without(toReview, reliefCase));
    }

    Consultation closed() {
        return new Consultation(id, subdistrict, Status.CLOSED, attendees, present, tabled, requesters, decided,
                unanswered, cameToNothing, toReview);
    }

    private static <T> SortedMap<String, T> with(SortedMap<String, T> known, String key, T value) {
        var all = new TreeMap<>(known);
        all.put(key, value);
        return all;
    }

    private static SortedSet<String> with(SortedSet<String> known, String one) {
        var all = new TreeSet<>(known);
        all.add(one);
        return all;
    }

    private static SortedSet<String> without(SortedSet<String> known, String one) {
        var all = new TreeSet<>(known);
        all.remove(one);
        return all;
    }

    @Override
    public Map<Listed, String> lists() {
        var lists = new EnumMap<Listed, String>(Listed.class);
        if (!unanswered.isEmpty()) {
            lists.put(Listed.VERDICT_UNANSWERED, "");
        }
        if (!toReview.isEmpty()) {
            lists.put(Listed.VERDICT_CAME_TO_NOTHING, "");
        }
        return lists;
    }
}
