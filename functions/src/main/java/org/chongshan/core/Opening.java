package org.chongshan.core;

import java.time.LocalDate;

import org.chongshan.events.Event;

/** What a schedule begins, in each subdistrict. Pure; implementations are records without components. */
public interface Opening {
    /**
     * The event to send.
     *
     * @param subdistrict code
     * @param day         the schedule's day, Asia/Shanghai
     */
    Event in(String subdistrict, LocalDate day);

    /** Whether a day that is over need not be opened: a call that comes later does nothing. */
    default boolean isOfItsDayAlone() {
        return false;
    }
}
