package org.chongshan.events.relief;

import org.chongshan.events.Event;
import org.chongshan.events.Id;
import org.chongshan.events.Sweep;

/**
 * A quarter goes out to every recognised household of a subdistrict.
 *
 * @param subdistrict code
 */
public record SubsidyQuarterAnnounced(@Id String cycle, @Id String subdistrict) implements ReliefNotice, Sweep {
    @Override
    public String sweep() {
        return cycle;
    }

    @Override
    public String function() {
        return "household";
    }

    @Override
    public String list() {
        return "recognised";
    }

    @Override
    public Event reaching(String household) {
        return new SubsidyDue(cycle, household);
    }

    @Override
    public Event progress(long reached, boolean complete) {
        return new SubsidyQuarterSwept(cycle, reached, complete);
    }
}
