package org.chongshan.events.relief;

import org.chongshan.events.Id;

/**
 * The facts a category rests on are too old: they are to be verified again.
 */
public record CategoryExpired(@Id String household, Category category) implements ReliefNotice {}
