package org.chongshan.minors.station;

import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

import org.chongshan.core.Aggregate;
import org.chongshan.events.minors.StationKind;
import org.chongshan.events.minors.StationLevel;

/**
 * A station of the network "1+16+N+N" (未保站).
 *
 * @param staff     by token subject
 * @param providers organisations that work with it
 */
record Station(String id, String subdistrict, StationLevel level, SortedMap<String, StationKind> staff,
        SortedSet<String> providers) implements Aggregate {

    /** Where a station stands. */
    enum Status implements org.chongshan.core.Status {
        /** A subdistrict's station works. */
        OPEN,
        /** The district's centre works. */
        CENTRE;

        @Override
        public Sight sight() {
            return Sight.LIST;
        }
    }

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
    public Status status() {
        return level == StationLevel.CENTRE ? Status.CENTRE : Status.OPEN;
    }
}
