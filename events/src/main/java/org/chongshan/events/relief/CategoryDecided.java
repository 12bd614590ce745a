package org.chongshan.events.relief;

import org.chongshan.events.Id;
import org.jspecify.annotations.Nullable;

/**
 * A household is recognised in a category, or in none.
 *
 * @param category null for none
 */
public record CategoryDecided(@Id String household, @Nullable Category category) implements ReliefNotice {}
