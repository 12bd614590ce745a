package org.chongshan.events.eldercare;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import org.chongshan.events.Id;
import org.chongshan.events.PostedBy;
import org.chongshan.events.Role;

/**
 * What a subdistrict's month of care accepts.
 */
public sealed interface CareMonthEvent extends EldercareEvent {
    /** Id of the month it concerns. */
    String careMonth();

    /**
     * A month of care is opened: by the schedule at the beginning of its first day, or by the district.
     *
     * @param careMonth month and subdistrict, such as {@code 2023-03.320613001}
     */
    @PostedBy({Role.DISTRICT})
    record CareMonthOpened(
            @Pattern(regexp = "^20[0-9]{2}-(0[1-9]|1[0-2])\\.[0-9]{9}$") String careMonth) implements CareMonthEvent {}

    /**
     * So far the opening of a month has reached the elders of its subdistrict.
     *
     * @param reached  elders
     * @param complete whether all are reached
     */
    record CareMonthSwept(@Id String careMonth, @Min(0) long reached, boolean complete) implements CareMonthEvent {}

    /**
     * What changed in an elder's month; each number is added, and may be less than nothing.
     *
     * @param entitled     1 when the elder is entitled now and was not
     * @param served       1 when the elder has a verified visit now and had none
     * @param visits       verified
     * @param minutes      of them
     * @param closedShort  1 when the month has closed short for the elder
     * @param visitsMissed by how many
     */
    record CareMonthCounted(@Id String careMonth, @Id String elder, int entitled, int served, int visits, int minutes,
            int closedShort, int visitsMissed) implements CareMonthEvent {}
}
