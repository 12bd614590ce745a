package org.chongshan.events.bureau;

import java.time.LocalDate;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.chongshan.events.Id;
import org.chongshan.events.Public;

/**
 * What the bureau states of its figures and of its mornings.
 */
public sealed interface BureauNotice extends BureauEvent {
    /**
     * A year of a figure is closed: what is heard of it from now on is a correction.
     *
     * @param year   such as 2023
     * @param amount what came of that year alone; of a stock, by how much it changed in it
     */
    @Public("The figures of a year are what the bureau reports and publishes.")
    record FigureClosed(@Id String figure, @Min(2000) @Max(2999) int year, long amount) implements BureauNotice {}

    /**
     * What a morning finds in a subdistrict, in numbers; stated again when a programme is heard of later. Which records they are
     * is read in the digest.
     *
     * @param overdue    records that somebody should have seen to; one that stands in two lists counts twice
     * @param dueToday   records that somebody has to see to by the end of the day
     * @param expiring   records that hold no longer than some days
     * @param breached   records of which what was promised was not kept
     */
    @Public("Whoever carries messages to offices tells each subdistrict its morning: numbers alone.")
    record MorningDigestStated(@Id String digest, LocalDate day, @Min(0) long overdue, @Min(0) long dueToday,
            @Min(0) long expiring, @Min(0) long breached) implements BureauNotice {}
}
