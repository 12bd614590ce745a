package org.chongshan.events.relief;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.chongshan.events.Confidential;
import org.chongshan.events.Id;
import org.chongshan.events.PostedBy;
import org.chongshan.events.Role;

/**
 * A subdistrict officer looked at a lead and decided how it goes on (早干预).
 *
 * @param outcome   what follows
 * @param amountFen relief asked for, in fen; 0 unless the outcome is relief
 * @param persons   whom it is meant for, heads
 * @param grounds   why, 2 to 500 characters
 */
@PostedBy({Role.STREET})
public record LeadTriaged(@Id String lead, Triage outcome, @Min(0) @Max(100_000_000) long amountFen,
        @Min(1) @Max(20) int persons, @Size(min = 2, max = 500) Confidential grounds) implements LeadEvent {}
