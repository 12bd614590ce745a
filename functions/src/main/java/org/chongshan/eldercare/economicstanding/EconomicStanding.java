package org.chongshan.eldercare.economicstanding;

import java.util.SortedSet;
import java.util.TreeSet;

import org.chongshan.core.Aggregate;
import org.chongshan.core.Fact;
import org.chongshan.core.Facts;
import org.chongshan.events.eldercare.EconomicHardship;

/**
 * The economy of a household, as relief says it, and the old people that belong to it.
 *
 * @param id       of the household in relief's books
 * @param hardship what relief said, as of its own time
 * @param elders   who is told; at most {@value #MOST_ELDERS}
 */
record EconomicStanding(String id, String subdistrict, Facts<EconomicHardship> hardship,
        SortedSet<String> elders) implements Aggregate {

    static final int MOST_ELDERS = 20;

    /** Where it stands. */
    enum Status implements org.chongshan.core.Status {
        /** Relief has said something of the household; what it says last holds. */
        KNOWN;

        @Override
        public Sight sight() {
            return Sight.LIST;
        }
    }

    EconomicStanding stated(Fact<EconomicHardship> fact) {
        return new EconomicStanding(id, subdistrict, hardship.with(fact), elders);
    }

    EconomicStanding with(String elder) {
        var all = new TreeSet<>(elders);
        all.add(elder);
        return new EconomicStanding(id, subdistrict, hardship, all);
    }

    @Override
    public Status status() {
        return Status.KNOWN;
    }

    @Override
    public String rank() {
        return hardship.latest().map(fact -> fact.value().name()).orElse("");
    }
}
