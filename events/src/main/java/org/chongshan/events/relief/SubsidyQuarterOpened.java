package org.chongshan.events.relief;

import jakarta.validation.constraints.Pattern;
import org.chongshan.events.PostedBy;
import org.chongshan.events.Role;

/**
 * The quarterly in-kind subsidies of a subdistrict are opened (季度实物补贴): by the schedule on the first day of January, April, July
 * and October, or by the district.
 *
 * @param cycle quarter and subdistrict, such as {@code 2023-Q2.320613001}
 */
@PostedBy({Role.DISTRICT})
public record SubsidyQuarterOpened(
        @Pattern(regexp = "^[0-9]{4}-Q[1-4]\\.[0-9]{9}$") String cycle) implements SubsidyCycleEvent {}
