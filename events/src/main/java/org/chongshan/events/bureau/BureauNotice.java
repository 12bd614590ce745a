package org.chongshan.events.bureau;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.chongshan.events.Id;

/**
 * What the bureau states of its figures.
 */
public sealed interface BureauNotice extends BureauEvent {
    /**
     * A year of a figure is closed: what is heard of it from now on is a correction.
     *
     * @param year   such as 2023
     * @param amount what came of that year alone; of a stock, by how much it changed in it
     */
    record FigureClosed(@Id String figure, @Min(2000) @Max(2999) int year, long amount) implements BureauNotice {}
}
