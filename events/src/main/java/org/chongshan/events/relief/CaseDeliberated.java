package org.chongshan.events.relief;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.chongshan.events.Confidential;
import org.chongshan.events.Id;
import org.chongshan.events.PostedBy;
import org.chongshan.events.Role;

/**
 * A consultation decided a case it has on the table.
 *
 * @param inFavour how many of those present voted for the verdict
 * @param grounds  why, 2 to 500 characters
 */
@PostedBy({Role.STREET, Role.DISTRICT})
public record CaseDeliberated(@Id String consultation, @Id String reliefCase, Verdict verdict,
        @Min(1) @Max(30) int inFavour, @Size(min = 2, max = 500) Confidential grounds) implements ConsultationEvent {}
