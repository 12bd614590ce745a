package org.chongshan.events.relief;

import org.chongshan.events.Id;
import org.jspecify.annotations.Nullable;

/**
 * What a household's economic facts say to a case that waits for them.
 *
 * @param category     it is recognised in; null for none
 */
public record EconomicFactsStated(@Id String reliefCase, @Id String household,
        @Nullable Category category) implements ReliefCaseEvent {}
