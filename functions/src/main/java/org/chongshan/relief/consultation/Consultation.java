package org.chongshan.relief.consultation;

import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

import org.chongshan.core.Actors;
import org.chongshan.core.Aggregate;
import org.chongshan.events.Role;
import org.chongshan.events.relief.Verdict;

/**
 * A regular consultation (定期会商).
 *
 * @param attendees token subjects of those convened
 * @param attending of them, those who said themselves that they attend, and as what
 * @param tabled    relief cases on the table
 * @param decided   verdicts, by relief case
 */
record Consultation(String id, String subdistrict, Status status, SortedSet<String> attendees,
        SortedMap<String, Role> attending, SortedSet<String> tabled,
        SortedMap<String, Verdict> decided) implements Aggregate {

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

    boolean isConvened(String actor) {
        return attendees.stream().anyMatch(convened -> Actors.same(convened, actor));
    }

    boolean isAttending(String actor) {
        return attending.keySet().stream().anyMatch(present -> Actors.same(present, actor));
    }

    Consultation attendedBy(String actor, Role as) {
        var all = new TreeMap<>(attending);
        all.put(actor, as);
        return new Consultation(id, subdistrict, status, attendees, all, tabled, decided);
    }

    Consultation tabled(String reliefCase) {
        var all = new TreeSet<>(tabled);
        all.add(reliefCase);
        return new Consultation(id, subdistrict, status, attendees, attending, all, decided);
    }

    Consultation decided(String reliefCase, Verdict verdict) {
        var all = new TreeMap<>(decided);
        all.put(reliefCase, verdict);
        return new Consultation(id, subdistrict, status, attendees, attending, tabled, all);
    }

    Consultation closed() {
        return new Consultation(id, subdistrict, Status.CLOSED, attendees, attending, tabled, decided);
    }
}
