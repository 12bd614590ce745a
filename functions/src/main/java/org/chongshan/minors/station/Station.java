package org.chongshan.minors.station;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

import org.chongshan.core.Aggregate;
import org.chongshan.core.Count;
import org.chongshan.core.Fact;
import org.chongshan.events.minors.StationKind;
import org.chongshan.events.minors.StationLevel;
import org.chongshan.minors.MinorsFigure;

/**
 * A station of the network "1+16+N+N" (未保站).
 *
 * @param staff     by token subject: what each was last assigned to
 * @param providers organisations that work with it
 */
record Station(String id, String subdistrict, StationLevel level, SortedMap<String, Fact<StationKind>> staff,
        SortedSet<String> providers) implements Aggregate {

    /** How many work at a station. */
    static final int MOST_STAFF = 100;
    /** With how many organisations a station works. */
    static final int MOST_PROVIDERS = 200;

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

    Station staffed(String who, Fact<StationKind> kind) {
        var all = new TreeMap<>(staff);
        all.merge(who, kind, Fact::later);
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

    @Override
    public List<Count> counts() {
        var all = new ArrayList<Count>();
        all.add(Count.of(
                level == StationLevel.CENTRE ? MinorsFigure.PROTECTION_CENTRES : MinorsFigure.PROTECTION_STATIONS, 1));
        if (staff.values().stream().anyMatch(one -> one.value() == StationKind.SOCIAL_WORK)) {
            all.add(Count.of(MinorsFigure.SOCIAL_WORK_STATION_PILOTS, 1));
        }
        providers.forEach(one -> all.add(Count.each(MinorsFigure.PROVIDER_ORGANISATIONS, one)));
        return all;
    }
}
