package org.chongshan.events.relief;

import jakarta.validation.constraints.Size;
import org.chongshan.events.Confidential;

/**
 * A line of a household's plan.
 *
 * @param measure what is done for the household, 2 to 200 characters
 */
public record PlanLine(PlanField field, @Size(min = 2, max = 200) Confidential measure) {}
