package org.chongshan.eldercare.facility;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

import org.chongshan.core.Aggregate;
import org.chongshan.core.Count;
import org.chongshan.core.Fact;
import org.chongshan.eldercare.EldercareFigure;
import org.chongshan.events.eldercare.FacilityKind;
import org.chongshan.events.eldercare.KioskModule;
import org.jspecify.annotations.Nullable;

/**
 * A facility for old people.
 *
 * @param standardisedAt when it first met the standard; null before
 * @param kiosks         by id: the modules that ran on each when it was last heard of, none once it was removed
 * @param closedAt       when it closed; null before
 */
record Facility(String id, String subdistrict, FacilityKind kind, String name, @Nullable Instant standardisedAt,
        SortedMap<String, Fact<SortedSet<KioskModule>>> kiosks, @Nullable Instant closedAt) implements Aggregate {

    /** How many kiosks a facility has had. */
    static final int MOST_KIOSKS = 50;

    /** Where a facility stands. */
    enum Status implements org.chongshan.core.Status {
        /** It works, and has not been found to meet the standard. */
        OPEN(Sight.LIST),
        /** It works and meets the standard. */
        STANDARDISED(Sight.LIST),
        /** It works no more. */
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

    Facility standardised(Instant at) {
        return new Facility(id, subdistrict, kind, name, earlier(standardisedAt, at), kiosks, closedAt);
    }

    Facility kiosk(String kiosk, Fact<SortedSet<KioskModule>> modules) {
        var all = new TreeMap<>(kiosks);
        all.merge(kiosk, modules, Fact::later);
        return new Facility(id, subdistrict, kind, name, standardisedAt, all, closedAt);
    }

    Facility closed(Instant at) {
        return new Facility(id, subdistrict, kind, name, standardisedAt, kiosks, earlier(closedAt, at));
    }

    boolean hasRoomFor(String kiosk) {
        return kiosks.containsKey(kiosk) || kiosks.size() < MOST_KIOSKS;
    }

    /** Whether it worked at a time, as far as is known. */
    boolean isOpenAt(Instant time) {
        return closedAt == null || time.isBefore(closedAt);
    }

    private static Instant earlier(@Nullable Instant known, Instant at) {
        return known == null || at.isBefore(known) ? at : known;
    }

    @Override
    public Status status() {
        if (closedAt != null) {
            return Status.CLOSED;
        }
        return standardisedAt == null ? Status.OPEN : Status.STANDARDISED;
    }

    @Override
    public String rank() {
        return kind.name();
    }

    @Override
    public List<Count> counts() {
        var all = new ArrayList<Count>();
        if (status() == Status.STANDARDISED) {
            all.add(Count.of(switch (kind) {
                case CENTRE -> EldercareFigure.HOME_CARE_CENTRES;
                case STATION -> EldercareFigure.HOME_CARE_STATIONS;
                case COMPREHENSIVE_STATION -> EldercareFigure.COMPREHENSIVE_STATIONS;
            }, 1));
        }
        if (status() != Status.CLOSED) {
            kiosks.values().forEach(modules -> modules.value()
                    .forEach(module -> all.add(Count.each(EldercareFigure.KIOSK_MODULES, module.name()))));
        }
        return all;
    }
}
