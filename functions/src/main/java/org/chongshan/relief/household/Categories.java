package org.chongshan.relief.household;

import java.util.List;

import org.chongshan.core.Decision.Become;
import org.chongshan.core.Policy.Edition;
import org.chongshan.core.Rule;
import org.chongshan.events.relief.Category;
import org.chongshan.events.relief.Hardship;
import org.chongshan.events.relief.HouseholdEvent.EconomicStatusVerified;
import org.jspecify.annotations.Nullable;

import static org.chongshan.relief.ReliefParameter.DESTITUTE_MARGIN_RECOGNISED;
import static org.chongshan.relief.ReliefParameter.DISPOSABLE_INCOME_FEN_PER_YEAR;
import static org.chongshan.relief.ReliefParameter.LOW_INCOME_MARGIN_PERCENT;
import static org.chongshan.relief.ReliefParameter.MINIMUM_LIVING_STANDARD_FEN_PER_MONTH;
import static org.chongshan.relief.ReliefParameter.RIGID_SPENDING_PERCENT;

/**
 * The hardship categories as a table: the first line that applies decides. Everything is compared in whole fen and without
 * division, so a bound is met to the fen.
 */
final class Categories {
    private static final int PERCENT = 100;

    /**
     * A line of the table.
     *
     * @param category null for none
     */
    record Line(Rule rule, @Nullable Category category, Test test) {}

    /** Whether a line applies. */
    interface Test {
        boolean applies(EconomicStatusVerified facts, Edition policy);
    }

    private static final List<Line> TABLE = List.of(
            new Line(HouseholdRule.DESTITUTE, Category.DESTITUTE,
                    (facts, policy) -> isHelpless(facts) && facts.income12Fen() <= standard(facts, policy)),
            new Line(HouseholdRule.MINIMUM_LIVING, Category.MINIMUM_LIVING,
                    (facts, policy) -> facts.income12Fen() < standard(facts, policy)),
            new Line(HouseholdRule.DESTITUTE_MARGIN, Category.DESTITUTE_MARGIN,
                    (facts, policy) -> policy.value(DESTITUTE_MARGIN_RECOGNISED) == 1 && isHelpless(facts)
                            && isInMargin(facts, policy)),
            new Line(HouseholdRule.LOW_INCOME_MARGIN, Category.LOW_INCOME_MARGIN, Categories::isInMargin),
            new Line(HouseholdRule.EXPENDITURE_DRIVEN, Category.EXPENDITURE_DRIVEN,
                    (facts, policy) -> policy.reaches(RIGID_SPENDING_PERCENT, facts.rigidSpending12Fen() * PERCENT,
                            facts.income12Fen())
                            && policy.isWithin(DISPOSABLE_INCOME_FEN_PER_YEAR, facts.income12Fen(), facts.persons())),
            new Line(HouseholdRule.EMERGENCY, Category.EMERGENCY, (facts, policy) -> facts.hardship() != Hardship.NONE),
            new Line(HouseholdRule.NOT_IN_HARDSHIP, null, (facts, policy) -> true));

    private Categories() {}

    static Line of(EconomicStatusVerified facts, Edition policy) {
        return TABLE.stream().filter(line -> line.test().applies(facts, policy)).findFirst().orElseThrow();
    }

    /** What it was decided from, for the journal. */
    static Become<Household> noting(Become<Household> decision, EconomicStatusVerified facts, Edition policy) {
        return decision.noting("persons", facts.persons()).noting("income12Fen", facts.income12Fen())
                .noting("rigidSpending12Fen", facts.rigidSpending12Fen()).noting("ableToWork", facts.ableToWork())
                .noting("supporterAble", facts.supporterAble()).noting("standard12Fen", standard(facts, policy));
    }

    private static boolean isHelpless(EconomicStatusVerified facts) {
        return !facts.ableToWork() && !facts.supporterAble();
    }

    private static boolean isInMargin(EconomicStatusVerified facts, Edition policy) {
        return policy.isWithin(LOW_INCOME_MARGIN_PERCENT, facts.income12Fen() * PERCENT, standard(facts, policy));
    }

    /** The minimum-living standard of the whole household for twelve months, fen. */
    private static long standard(EconomicStatusVerified facts, Edition policy) {
        return policy.value(MINIMUM_LIVING_STANDARD_FEN_PER_MONTH) * 12 * facts.persons();
    }
}
