package org.chongshan.events.organisations;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.chongshan.events.Id;

/**
 * A proposal in the order of its scores.
 *
 * @param hundredths the average of its scores in hundredths of a point, rounded down
 * @param scores     how many there are
 */
public record RankedProposal(@Id String proposal, @Id String organisation, @Min(1) long requestedFen,
        @Min(0) @Max(10_000) int hundredths, @Min(1) int scores) {}
