package org.chongshan.events.relief;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.chongshan.events.Id;
import org.chongshan.events.PostedBy;
import org.chongshan.events.Role;

/**
 * The economic facts of a household were verified (家庭经济状况核对).
 *
 * @param persons           living there, heads
 * @param income12Fen       of the whole household in the last 12 months, fen
 * @param rigidSpending12Fen what could not be avoided in the last 12 months, such as medical bills, fen
 * @param ableToWork        whether any member can work
 * @param supporterAble     whether anybody is bound by law to support them and able to
 * @param hardship          what struck it lately, or NONE
 */
@PostedBy({Role.STREET, Role.DISTRICT})
public record EconomicStatusVerified(@Id String household, @Min(1) @Max(20) int persons,
        @Min(0) @Max(10_000_000_000L) long income12Fen, @Min(0) @Max(10_000_000_000L) long rigidSpending12Fen,
        boolean ableToWork, boolean supporterAble, Hardship hardship) implements HouseholdEvent {}
