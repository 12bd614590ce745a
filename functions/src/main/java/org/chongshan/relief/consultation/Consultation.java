package org.chongshan.relief.consultation;

import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

import org.chongshan.core.Aggregate;
import org.chongshan.events.relief.Verdict;

/**
 * A regular consultation (定期会商).
 *
 * @param attendees token subjects of those present
 * @param tabled    relief cases on the table
 * @param decided   verdicts, by relief case
 */
record Consultation(String id, String subdistrict, Status status, SortedSet<String> attendees, SortedSet<String> tabled,
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

    Consultation tabled(String reliefCase) {
        var all = new TreeSet<>(tabled);
        all.add(reliefCase);
        return new Consultation(id, subdistrict, status, attendees, all, decided);
    }

    Consultation decided(String reliefCase, Verdict verdict) {
        var all = new TreeMap<>(decided);
        all.put(reliefCase, verdict);
        return new Consultation(id, subdistrict, status, attendees, tabled, all);
    }

    Consultation closed() {
        return new Consultation(id, subdistrict, Status.CLOSED, attendees, tabled, decided);
    }
}
