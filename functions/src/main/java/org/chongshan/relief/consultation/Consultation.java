package org.chongshan.relief.consultation;

import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

import org.chongshan.core.Aggregate;
import org.chongshan.events.relief.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * A regular consultation (定期会商).
 *
 * @param subdistrict null before it is convened
 * @param status      {@code none}, {@code in-session} or {@code closed}
 * @param attendees   token subjects of those present
 * @param tabled      relief cases on the table
 * @param decided     verdicts, by relief case
 */
record Consultation(String id, @Nullable String subdistrict, String status, SortedSet<String> attendees,
        SortedSet<String> tabled, SortedMap<String, Verdict> decided) implements Aggregate {
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
        return new Consultation(id, subdistrict, "closed", attendees, tabled, decided);
    }
}
