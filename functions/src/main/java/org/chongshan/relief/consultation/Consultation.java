package org.chongshan.relief.consultation;

import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

import org.chongshan.core.Aggregate;
import org.chongshan.events.Role;
import org.chongshan.events.relief.Verdict;

/**
 * A regular consultation (定期会商).
 *
 * @param attendees token subjects of those convened
 * @param present   those of them who said themselves that they attend, each with the role
 * @param tabled    relief cases on the table
 * @param decided   verdicts, by relief case
 */
record Consultation(String id, String subdistrict, Status status, SortedSet<String> attendees,
        SortedMap<String, Role> present, SortedSet<String> tabled,
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

    Consultation attended(String actor, Role role) {
        var all = new TreeMap<>(present);
        all.put(actor, role);
        return new Consultation(id, subdistrict, status, attendees, all, tabled, decided);
    }

    Consultation tabled(String reliefCase) {
        var all = new TreeSet<>(tabled);
        all.add(reliefCase);
        return new Consultation(id, subdistrict, status, attendees, present, all, decided);
    }

    Consultation decided(String reliefCase, Verdict verdict) {
        var all = new TreeMap<>(decided);
        all.put(reliefCase, verdict);
        return new Consultation(id, subdistrict, status, attendees, present, tabled, all);
    }

    Consultation closed() {
        return new Consultation(id, subdistrict, Status.CLOSED, attendees, present, tabled, decided);
    }
}
