package org.chongshan.eldercare.caremonth;

import java.time.LocalDate;
import java.time.YearMonth;

import org.chongshan.core.Opening;
import org.chongshan.events.Event;
import org.chongshan.events.eldercare.CareMonthEvent.CareMonthOpened;

/** Opens the month a day lies in. */
public record CareMonthOpening() implements Opening {
    @Override
    public Event in(String subdistrict, LocalDate day) {
        return new CareMonthOpened(YearMonth.from(day) + "." + subdistrict);
    }
}
