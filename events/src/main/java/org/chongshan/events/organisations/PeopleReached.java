package org.chongshan.events.organisations;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;

/**
 * Whom a project reached in one subdistrict.
 *
 * @param subdistrict its code
 * @param personTimes person-times (人次): whoever comes twice counts twice
 */
public record PeopleReached(@Pattern(regexp = "^[0-9]{9}$") String subdistrict,
        @Min(0) @Max(1_000_000) int personTimes) {}
