package org.chongshan.marriage.divorce;

import java.time.Instant;
import java.time.LocalDate;

import org.chongshan.core.WorkingDays;

/**
 * The days of an application, as Civil Code 1077 and 201 to 203 have them counted: neither the day of the receipt nor the
 * last day of the cooling-off is counted; a last day that is a day off rolls forward; a day ends when the window closes.
 *
 * @param receivedOn          the day of the receipt
 * @param terms               by which they are counted: those of that day
 * @param coolingOffLastDay   the last day either may withdraw; nothing is registered on it
 * @param certificateFirstDay the first day after it the registry is open
 * @param certificateLastDay  the last day for the certificate
 * @param provisional         whether a notice of the State Council still to come can move one of the last days
 * @param calendar            edition of the calendar they were reckoned by
 */
record Days(LocalDate receivedOn, Terms terms, LocalDate coolingOffLastDay, LocalDate certificateFirstDay,
        LocalDate certificateLastDay, boolean provisional, String calendar) {

    /**
     * What the policy says of the counting.
     *
     * @param weekendsOff  whether ordinary Saturdays and Sundays are days off
     * @param closesMinute when the window closes, minutes after midnight
     */
    record Terms(long coolingOffDays, long certificateDays, boolean weekendsOff, long closesMinute) {}

    static Days from(LocalDate receivedOn, Terms terms, WorkingDays calendar) {
        return of(receivedOn, terms, calendar.lastDay(receivedOn, terms.coolingOffDays, terms.weekendsOff), calendar);
    }

    private static Days of(LocalDate receivedOn, Terms terms, LocalDate coolingOffLastDay, WorkingDays calendar) {
        var last = calendar.lastDay(coolingOffLastDay, terms.certificateDays, terms.weekendsOff);
        return new Days(receivedOn, terms, coolingOffLastDay,
                calendar.rolledForward(coolingOffLastDay.plusDays(1), terms.weekendsOff), last,
                !calendar.isSettled(coolingOffLastDay) || !calendar.isSettled(last), calendar.edition());
    }

    /**
     * The same, as this calendar has them.
     *
     * @param coolingOffOver whether the cooling-off was stated to be over: its last day was, whatever is arranged since
     */
    Days by(WorkingDays other, boolean coolingOffOver) {
        if (other.edition().equals(calendar)) {
            return this;
        }
        return coolingOffOver ? of(receivedOn, terms, coolingOffLastDay, other) : from(receivedOn, terms, other);
    }

    /** The same, where the window closes at another minute of the day. */
    Days closingAt(long minute) {
        return new Days(receivedOn, new Terms(terms.coolingOffDays, terms.certificateDays, terms.weekendsOff, minute),
                coolingOffLastDay, certificateFirstDay, certificateLastDay, provisional, calendar);
    }

    /** When the cooling-off ends. */
    Instant coolingOffEnds() {
        return closing(coolingOffLastDay);
    }

    /** When the time for the certificate ends. */
    Instant certificateEnds() {
        return closing(certificateLastDay);
    }

    private Instant closing(LocalDate day) {
        return day.atStartOfDay(WorkingDays.ZONE).plusMinutes(terms.closesMinute).toInstant();
    }
}
