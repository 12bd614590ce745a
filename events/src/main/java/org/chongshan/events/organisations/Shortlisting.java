package org.chongshan.events.organisations;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.chongshan.events.Id;

/**
 * A proposal that is to get an award, unless an objection stands against it or the budget ends before it.
 *
 * @param amountFen what it is to get
 */
public record Shortlisting(@Id String proposal, @Min(1) @Max(10_000_000_000L) long amountFen) {}
