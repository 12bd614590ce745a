package org.chongshan.events.relief;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import org.chongshan.events.Id;
import org.chongshan.events.PostedBy;
import org.chongshan.events.Role;

/**
 * What a subdistrict's quarter of in-kind subsidies (季度实物补贴) accepts.
 */
public sealed interface SubsidyCycleEvent extends ReliefEvent {
    /** Id of the cycle it concerns. */
    String cycle();

    /**
     * The quarterly in-kind subsidies of a subdistrict are opened (季度实物补贴): by the schedule on the first day of January, April, July
     * and October, or by the district.
     *
     * @param cycle quarter and subdistrict, such as {@code 2023-Q2.320613001}
     */
    @PostedBy({Role.DISTRICT})
    record SubsidyQuarterOpened(
            @Pattern(regexp = "^20[0-9]{2}-Q[1-4]\\.[0-9]{9}$") String cycle) implements SubsidyCycleEvent {}

    /**
     * So far the opening of a quarter has reached the recognised households of its subdistrict.
     *
     * @param reached  households
     * @param complete whether all are reached
     */
    record SubsidyQuarterSwept(@Id String cycle, @Min(0) long reached, boolean complete) implements SubsidyCycleEvent {}

    /**
     * A household is entitled to this quarter's subsidy.
     *
     * @param category it is recognised in
     * @param parcels  how many parcels of goods
     */
    record SubsidyEntitled(@Id String cycle, @Id String household, Category category,
            @Min(1) long parcels) implements SubsidyCycleEvent {}

    /**
     * A household that was entitled has its subsidy.
     *
     * @param parcels how many parcels of goods
     */
    record SubsidyHandedOver(@Id String cycle, @Id String household,
            @Min(1) long parcels) implements SubsidyCycleEvent {}
}
