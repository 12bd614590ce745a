package org.chongshan.events.relief;

import org.chongshan.events.Id;

/**
 * The plan of a household is to be looked at again.
 *
 * @param plan version
 */
public record PlanReviewDue(@Id String household, int plan) implements ReliefNotice {}
