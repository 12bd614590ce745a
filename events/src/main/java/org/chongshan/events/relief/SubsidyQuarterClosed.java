package org.chongshan.events.relief;

import org.chongshan.events.Id;

/**
 * A quarter closed.
 *
 * @param entitled    households
 * @param delivered   of them, those that have their subsidy
 * @param outstanding of them, those that do not
 */
public record SubsidyQuarterClosed(@Id String cycle, long entitled, long delivered,
        long outstanding) implements ReliefNotice {}
