package org.chongshan.minors.station;

import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

import org.chongshan.core.Aggregate;
import org.chongshan.events.minors.StationKind;
import org.chongshan.events.minors.StationLevel;
import org.jspecify.annotations.Nullable;

/**
 * A station of the network "1+16+N+N" (未保站).
 *
 * @param subdistrict null before it opens
 * @param staff       by token subject
 * @param providers   organisations that work with it
 */
record Station(String id, @Nullable String subdistrict, @Nullable StationLevel level,
        SortedMap<String, StationKind> staff, SortedSet<String> providers) implements Aggregate {
    Station staffed(String who, StationKind kind) {
        var all = new TreeMap<>(staff);
        all.put(who, kind);
        return new Station(id, subdistrict, level, all, providers);
    }

    Station engaged(String provider) {
        var all = new TreeSet<>(providers);
        all.add(provider);
        return new Station(id, subdistrict, level, staff, all);
    }

    @Override
    public String status() {
        return level == StationLevel.CENTRE ? "centre" : "open";
    }
}
