package org.chongshan.events.relief;

import jakarta.validation.constraints.Min;
import org.chongshan.events.Id;

/**
 * The fund does not cover the case.
 *
 * @param availableFen what it has left, fen
 */

public record FundRefused(@Id String fund, @Id String reliefCase,
        @Min(0) long availableFen) implements ReliefCaseEvent {}
