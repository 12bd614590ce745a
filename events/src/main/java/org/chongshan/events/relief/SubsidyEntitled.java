package org.chongshan.events.relief;

import jakarta.validation.constraints.Min;
import org.chongshan.events.Id;

/**
 * A household is entitled to this quarter's subsidy.
 *
 * @param category it is recognised in
 * @param parcels  how many parcels of goods
 */
public record SubsidyEntitled(@Id String cycle, @Id String household, Category category,
        @Min(1) long parcels) implements SubsidyCycleEvent {}
