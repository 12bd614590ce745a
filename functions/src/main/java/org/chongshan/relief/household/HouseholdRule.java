package org.chongshan.relief.household;

import org.chongshan.core.Parameter;
import org.chongshan.core.Rule;
import org.chongshan.relief.ReliefParameter;

/** The rules of a household. */
enum HouseholdRule implements Rule {
    HOUSEHOLD_REGISTERED("A household on the books has members and a subdistrict.", "seed: 全区明确边缘困难群体人员5939人"),
    REGISTERED_ONCE("A household is registered once.", BOOKKEEPING),
    HOUSEHOLD_UNKNOWN("What concerns a household not on the books yet waits until it is registered.", BOOKKEEPING),
    VISIT_RECORDED("Every call on a household is recorded.", "seed: 常态化走访摸排"),
    HARDSHIP_FOUND_EARLY("A visit that finds hardship makes a lead.", "seed: 早发现、早干预、早救助"),
    RELIEF_CAME_BACK("Relief that came back is taken off the record.", "assumption: banks send money back"),
    RELIEF_ON_RECORD("Relief that reached a household stands in its record.", "seed: 应保尽保、应救尽救"),
    OLDER_FACTS("Facts older than those a category rests on change nothing.", BOOKKEEPING),
    DESTITUTE(
            "Nobody can work, nobody bound to support them is able to, and the income per head is at most the minimum-living standard: destitute.",
            "law: Interim Measures for Social Assistance art. 14",
            ReliefParameter.MINIMUM_LIVING_STANDARD_FEN_PER_MONTH),
    MINIMUM_LIVING("Income per head below the minimum-living standard: minimum living.",
            "law: Interim Measures for Social Assistance art. 9",
            ReliefParameter.MINIMUM_LIVING_STANDARD_FEN_PER_MONTH),
    DESTITUTE_MARGIN(
            "Nobody can work or support them, and the income per head is within the low-income margin: destitute margin, where it is recognised.",
            "seed: 探索特困边缘", ReliefParameter.DESTITUTE_MARGIN_RECOGNISED, ReliefParameter.LOW_INCOME_MARGIN_PERCENT),
    LOW_INCOME_MARGIN("Income per head within the margin above the minimum-living standard: low-income margin.",
            SET_LOCALLY, ReliefParameter.LOW_INCOME_MARGIN_PERCENT,
            ReliefParameter.MINIMUM_LIVING_STANDARD_FEN_PER_MONTH),
    EXPENDITURE_DRIVEN(
            "Rigid spending eats the income of twelve months, and the income per head is below the disposable income: expenditure-driven hardship.",
            SET_LOCALLY, ReliefParameter.RIGID_SPENDING_PERCENT, ReliefParameter.DISPOSABLE_INCOME_FEN_PER_YEAR),
    EMERGENCY("Struck by hardship, and in no other category: emergency.", "seed: 急难型"),
    NOT_IN_HARDSHIP("None of the categories applies.", BOOKKEEPING),
    CATEGORY_EXPIRES("A category holds for the months the policy gives; then the facts are verified again.",
            SET_LOCALLY, ReliefParameter.CATEGORY_VALID_MONTHS),
    FACTS_STATED(
            "What is known of a household's economic facts, and on which day its hardship struck, is stated to a case that asks.",
            "seed: 家庭经济状况核对", ReliefParameter.SAME_HARDSHIP_DAYS, ReliefParameter.HARDSHIP_LOOK_BACK_DAYS),
    KNOWN_FACTS_STATED(
            "An urgent case is told at once that the household is on the books, and what is known; it does not wait for more.",
            "seed: 先行救助", ReliefParameter.SAME_HARDSHIP_DAYS, ReliefParameter.HARDSHIP_LOOK_BACK_DAYS),
    FACTS_AWAITED("A case that asks before the facts are known is answered when they are.", BOOKKEEPING),
    ASKED_BY_TOO_MANY(
            "A household's facts are awaited by 40 cases at most; a further one is not answered, and falls due undecided.",
            BOOKKEEPING),
    FACTS_STAY_IN_THE_SUBDISTRICT(
            "A household's facts are stated to cases of its own subdistrict alone; any other case waits as for one nobody knows.",
            "assumption: whoever works in one subdistrict learns nothing of another"),
    PLAN_ADOPTED("A household has one live plan; the next version replaces it.", "seed: 一户一策"),
    PLAN_OUTDATED("A plan's version is one more than the live one: two officers never overwrite each other.",
            BOOKKEEPING),
    PLAN_REVIEW_FALLS_DUE("A plan is looked at again by its review date.", "seed: 一户一策"),
    KEY_WATCH_STARTED("A household on key-watch is visited within the days the policy gives.", "seed: 重点关注",
            ReliefParameter.KEY_WATCH_FOLLOW_UP_DAYS),
    WATCH_UNCHANGED(
            "Key-watch begins and ends as of the time it is said of: what a later word has overtaken, or what says it again, changes nothing.",
            BOOKKEEPING),
    KEY_WATCH_ENDED("Key-watch ends with its grounds.", "seed: 重点关注"),
    FOLLOW_UP_MISSED("A household on key-watch that nobody visited in time is stated.", "seed: 重点关注",
            ReliefParameter.KEY_WATCH_FOLLOW_UP_DAYS),
    SUBSIDY_ENTITLED("A household recognised when the quarter opens is entitled to the parcels of its category.",
            "seed: 季度实物补贴", ReliefParameter.PARCELS_DESTITUTE, ReliefParameter.PARCELS_MINIMUM_LIVING,
            ReliefParameter.PARCELS_DESTITUTE_MARGIN, ReliefParameter.PARCELS_LOW_INCOME_MARGIN,
            ReliefParameter.PARCELS_EXPENDITURE_DRIVEN, ReliefParameter.PARCELS_EMERGENCY),
    ENTITLED_ONCE("A household is entitled once a quarter.", BOOKKEEPING),
    NOT_RECOGNISED("A household that stands in no category that day, or in one without parcels, is not entitled.",
            "seed: 季度实物补贴"),
    SUBSIDY_WAITS(
            "Of two households suspected to be one, the one that came onto the books later has no subsidy until an officer has looked.",
            BOOKKEEPING),
    SUBSIDY_NO_LONGER_WAITS("Once nothing is suspected any more, a household has what waited for that.",
            "seed: 应保尽保、应救尽救"),
    SUBSIDY_HANDED_OVER("What is handed over has a receipt.", "seed: 季度实物补贴"),
    NOTHING_OUTSTANDING("A subsidy is handed over once, to whoever is entitled.", BOOKKEEPING),
    DUPLICATE_SUSPECTED("Two households with one member are shown to officers, never merged by themselves.",
            BOOKKEEPING),
    SUSPECTED_ENOUGH("A household shows 100 suspicions at most, and 50 of those that make it wait for nothing.",
            BOOKKEEPING),
    DUPLICATE_CLEARED("An officer who has looked clears the suspicion, with grounds.", BOOKKEEPING),
    DUPLICATE_CLEARED_BY_THE_DISTRICT(
            "What is suspected with households of other subdistricts the district alone can look at, and clears.",
            "assumption: whoever works in one subdistrict learns nothing of another"),
    NOTHING_SUSPECTED("Only a suspicion that stands is cleared.", BOOKKEEPING);

    private final Article article;

    HouseholdRule(String statement, String source, Parameter... numbers) {
        article = Article.of(statement, source, numbers);
    }

    @Override
    public Article article() {
        return article;
    }
}
