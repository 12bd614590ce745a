package org.chongshan.bureau.morning;

import java.time.LocalDate;

import org.chongshan.core.Opening;
import org.chongshan.events.DigestEvent.DigestHourCame;
import org.chongshan.events.Event;

/** The digest of a day is stated, whatever has been heard by then. */
public record MorningDigestHour() implements Opening {
    @Override
    public Event in(String subdistrict, LocalDate day) {
        return new DigestHourCame(day + "." + subdistrict);
    }

    @Override
    public boolean isOfItsDayAlone() {
        return true;
    }
}
