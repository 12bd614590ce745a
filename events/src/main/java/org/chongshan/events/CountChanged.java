package org.chongshan.events;

import java.time.LocalDate;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A record counts by so much more, or less, than it did. Stated by the core of every function: whatever event changes a record,
 * this follows from what the record was and what it is.
 *
 * @param figure id of the figure: year, subdistrict and name, with dots between
 * @param on     the day since which it does, of what is read at a day; null of what is of the whole year
 */
public record CountChanged(@Id String figure, @Nullable LocalDate on,
        @Size(min = 1, max = 100) List<@Valid Change> changes) implements Event {

    /**
     * A change.
     *
     * @param each of what is counted but once however often it occurs, which one; null of what simply adds up
     * @param by   more; less when negative
     */
    public record Change(@Nullable @Pattern(regexp = Id.PATTERN) String each, long by) {}
}
