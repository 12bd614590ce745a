package org.chongshan.events.relief;

import java.time.Instant;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import org.chongshan.events.Confidential;
import org.chongshan.events.Id;
import org.chongshan.events.PostedBy;
import org.chongshan.events.Role;

/** What a hardship lead (线索) accepts. */
public sealed interface LeadEvent extends ReliefEvent
        permits LeadEvent.HardshipLeadReported, LeadEvent.LeadTriaged, HouseholdEvent.ReliefDisbursed {
    /** Id of the lead it concerns. */
    String lead();

    /**
     * Somebody noticed a household in hardship (早发现).
     *
     * @param lead       id of the lead
     * @param observedAt when it was noticed: relief is measured from here
     */
    @PostedBy({Role.GRID, Role.STATION, Role.DESK, Role.STREET})
    record HardshipLeadReported(@Id(begins = true) String lead,
            @Id @Size(max = Id.MOST_TO_DERIVE_FROM) String household, Hardship hardship,
            @PastOrPresent Instant observedAt) implements LeadEvent {}

    /**
     * A subdistrict officer looked at a lead and decided how it goes on (早干预).
     *
     * @param outcome   what follows
     * @param amountFen relief asked for, in fen; 0 unless the outcome is relief
     * @param persons   whom it is meant for, heads
     * @param grounds   why, 2 to 500 characters
     */
    @PostedBy({Role.STREET})
    record LeadTriaged(@Id String lead, Triage outcome, @Min(0) @Max(100_000_000) long amountFen,
            @Min(1) @Max(20) int persons, @Size(min = 2, max = 500) Confidential grounds) implements LeadEvent {}
}
