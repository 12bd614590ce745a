package org.chongshan.events.relief;

import jakarta.validation.constraints.Min;
import org.chongshan.events.Id;

/**
 * So far the opening of a quarter has reached the recognised households of its subdistrict.
 *
 * @param reached  households
 * @param complete whether all are reached
 */
public record SubsidyQuarterSwept(@Id String cycle, @Min(0) long reached,
        boolean complete) implements SubsidyCycleEvent {}
