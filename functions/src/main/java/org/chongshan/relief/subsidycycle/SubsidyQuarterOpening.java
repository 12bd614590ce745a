package org.chongshan.relief.subsidycycle;

import java.time.LocalDate;

import org.chongshan.core.Opening;
import org.chongshan.events.Event;
import org.chongshan.events.relief.SubsidyCycleEvent.SubsidyQuarterOpened;

/** Opens the quarter a day lies in. */
public record SubsidyQuarterOpening() implements Opening {
    @Override
    public Event in(String subdistrict, LocalDate day) {
        return new SubsidyQuarterOpened(Quarter.of(day).cycleOf(subdistrict));
    }
}
