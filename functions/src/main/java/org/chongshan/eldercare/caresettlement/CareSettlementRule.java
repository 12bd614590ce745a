package org.chongshan.eldercare.caresettlement;

import org.chongshan.core.Parameter;
import org.chongshan.core.Rule;
import org.chongshan.eldercare.EldercareParameter;

/** The rules of a settlement. */
enum CareSettlementRule implements Rule {
    CHARGED("A visit that counts is charged to its provider's month, to the fen, once.",
            "seed: 按每月4次、每次不少于1小时、每次不低于30元标准执行"),
    TAKEN_OFF("A visit that does not count after all is taken off, as long as nobody has confirmed the month.",
            BOOKKEEPING),
    PASSED_ON("What comes after its month has closed, or is taken off after it was confirmed, goes to the next month.",
            "practice: batch cut-off date of the national platform", EldercareParameter.SETTLEMENT_CUT_OFF_DAY),
    BALANCE_CARRIED("When more was taken off than charged, the next month bears the rest.", BOOKKEEPING),
    TOO_MANY_OFFICERS(
            "A settlement knows 400 officers who had a part in it; what another charges goes to the next month.",
            PLATFORM),
    CLOSED("A month closes at the end of the day of the next that the policy gives, and its sum is to be confirmed.",
            "practice: batch cut-off date of the national platform; the day is an assumption",
            EldercareParameter.SETTLEMENT_CUT_OFF_DAY, EldercareParameter.SETTLEMENT_CONFIRMATION_WORKING_DAYS),
    NOTHING_DUE("A month in which nothing is left to pay ends with nothing.", BOOKKEEPING),
    SETTLEMENT_UNKNOWN("Nothing is confirmed or paid of a month in which nothing was charged yet.", BOOKKEEPING),
    CONFIRMATION_MISSED("A settlement nobody confirmed in time is stated, and stands in a list.", SET_LOCALLY,
            EldercareParameter.SETTLEMENT_CONFIRMATION_WORKING_DAYS),
    DUTIES_APART("Whoever booked a visit, or recorded or adjusted its times, does not confirm what is charged for it.",
            "assumption: separation of duties"),
    NOT_THE_SUM("An officer confirms the sum as it stands, and no other.", BOOKKEEPING),
    CONFIRMED("A confirmed settlement is paid, under one claim whatever is retried.",
            "practice: fee confirmation of the national platform"),
    NOT_AT_THIS_POINT("The settlement does not stand where this could happen.", BOOKKEEPING),
    PAID("A settlement that was paid has ended.", BOOKKEEPING),
    NOT_PAID("A settlement that was not paid, or whose money came back, is confirmed anew.",
            "assumption: banks send money back");

    private final Article article;

    CareSettlementRule(String statement, String source, Parameter... numbers) {
        article = Article.of(statement, source, numbers);
    }

    @Override
    public Article article() {
        return article;
    }
}
