package org.chongshan.events.relief;

import jakarta.validation.constraints.Min;
import org.chongshan.events.Id;

/**
 * A household that was entitled has its subsidy.
 *
 * @param parcels how many parcels of goods
 */
public record SubsidyHandedOver(@Id String cycle, @Id String household,
        @Min(1) long parcels) implements SubsidyCycleEvent {}
