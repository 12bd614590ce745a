package org.chongshan.events.relief;

import java.time.LocalDate;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.chongshan.events.Id;
import org.chongshan.events.PostedBy;
import org.chongshan.events.Role;

/**
 * A plan of its own was adopted for a household (一户一策). The latest version is the live one.
 *
 * @param plan     version, one more than the live one; two officers never overwrite each other
 * @param lines    1 to 12
 * @param reviewOn day by which it is looked at again
 */
@PostedBy({Role.STREET})
public record HouseholdPlanAdopted(@Id String household, @Min(1) @Max(1000) int plan,
        @Size(min = 1, max = 12) List<@Valid PlanLine> lines, LocalDate reviewOn) implements HouseholdEvent {}
