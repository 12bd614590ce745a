package org.chongshan.events.relief;

import org.chongshan.events.Id;

/**
 * A fund has fallen below its floor.
 */

public record FundReplenishmentRequested(@Id String fund, long availableFen, long floorFen) implements ReliefNotice {}
