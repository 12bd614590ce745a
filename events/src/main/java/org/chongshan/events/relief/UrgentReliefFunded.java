package org.chongshan.events.relief;

import jakarta.validation.constraints.Size;
import org.chongshan.events.Confidential;
import org.chongshan.events.Id;
import org.chongshan.events.PostedBy;
import org.chongshan.events.Role;

/**
 * The district pays a case the subdistrict's fund could not cover.
 *
 * @param grounds why, 2 to 500 characters
 */
@PostedBy({Role.DISTRICT})
public record UrgentReliefFunded(@Id String reliefCase,
        @Size(min = 2, max = 500) Confidential grounds) implements ReliefCaseEvent {}
