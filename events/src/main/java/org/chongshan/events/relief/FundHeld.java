package org.chongshan.events.relief;

import jakarta.validation.constraints.Min;
import org.chongshan.events.Id;

/**
 * The fund set the money aside.
 */

public record FundHeld(@Id String fund, @Id String reliefCase, @Min(1) long amountFen) implements ReliefCaseEvent {}
