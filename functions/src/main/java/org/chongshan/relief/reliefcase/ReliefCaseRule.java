package org.chongshan.relief.reliefcase;

import org.chongshan.core.Parameter;
import org.chongshan.core.Rule;
import org.chongshan.relief.ReliefParameter;

/** The rules of temporary relief, both ways in. */
enum ReliefCaseRule implements Rule {
    CLOCK_STARTS_IN_THE_FIELD("Urgent relief is due 24 hours after the request was recorded in the field.",
            "seed: 急难型临时救助可24小时内先行救助", ReliefParameter.URGENT_RELIEF_HOURS),
    HARDSHIP_IS_NAMED("Relief is for a hardship that has a name.", BOOKKEEPING),
    LEADS_ARE_TRIAGED("A case that names a lead comes from the lead's triage; nobody else names one.", BOOKKEEPING),
    ID_IS_TAKEN("A lead that asks under an id another case bears is told so; it asks again under one of its own.",
            BOOKKEEPING),
    BEFORE_THE_REQUEST("Nobody decides about what was not asked for yet.", BOOKKEEPING),
    NOT_URGENT_ANY_MORE(
            "A request that reaches the bureau days after it was recorded, or long after the hardship struck, goes the ordinary way.",
            SET_LOCALLY, ReliefParameter.URGENT_REQUEST_DAYS, ReliefParameter.URGENT_HARDSHIP_DAYS),
    HOUSEHOLD_IS_KNOWN(
            "An officer's request for a household on the books, within what the street may grant, goes to the fund at once; the cashier pays it.",
            "seed: 先行救助; assumption: separation of duties", ReliefParameter.DELEGATED_APPROVAL_MULTIPLE,
            ReliefParameter.MINIMUM_LIVING_STANDARD_FEN_PER_MONTH),
    AWAITS_AN_OFFICER(
            "What a grid worker, a station or a desk asks for, or what lies above the street's limit, waits for an officer while the clock runs.",
            "assumption: separation of duties", ReliefParameter.DELEGATED_APPROVAL_MULTIPLE,
            ReliefParameter.MINIMUM_LIVING_STANDARD_FEN_PER_MONTH),
    KNOWN_AFTER_THE_REJECTION(
            "That the household of a rejected case came on the books is noted: a consultation may still grant it.",
            "seed: 一事一议"),
    CONFIRMED("What an officer confirms goes to the fund.", "assumption: separation of duties"),
    HOUSEHOLD_NOT_ON_THE_BOOKS(
            "Nothing is paid to a household that nobody has registered in the subdistrict, or that has not answered.",
            BOOKKEEPING),
    DISTRICT_TAKES_PART(
            "Above the street's limit, or while it is not known, no consultation decides without the district: neither yes nor no.",
            "seed: 低保标准4倍以下由街道审批"),
    BEFORE_THE_PAYMENT("Papers that follow do not lie before the payment.", "seed: 事后补充备案"),
    BEFORE_THE_FAILURE(
            "A decision given before it was known that a payment failed or came back orders no other: it is decided afresh.",
            BOOKKEEPING),
    DECIDED_BY_TOO_MANY(
            "A case keeps 100 people who asked for it or decided it; somebody new decides no more, those among them do.",
            BOOKKEEPING),
    RETRY_OVERDUE(
            "Urgent relief whose payment failed or came back is due again 24 hours after that could first be known; that it is missing is stated.",
            "seed: 急难型临时救助可24小时内先行救助", ReliefParameter.URGENT_RELIEF_HOURS),
    CAME_BACK_BEFORE_IT_ARRIVED("That money came back, heard before that it had arrived, counts once both are heard.",
            BOOKKEEPING),
    MONEY_CAME_BACK("Relief that came back is owed again, by whoever decided it.", "assumption: banks send money back"),
    REQUESTED_ONCE("A case is requested once.", BOOKKEEPING),
    CASE_UNKNOWN("Nothing happens to a case that was never requested.", BOOKKEEPING),
    NOT_AT_THIS_POINT("The case does not stand where this could happen.", BOOKKEEPING),
    FUND_PAYS_FIRST("Money the fund set aside is paid at once; the papers follow.", "seed: 临时救助备用金制度、先行救助"),
    DISTRICT_STEPS_IN("What the fund cannot cover goes to the district at once, and the clock runs on.", "seed: 应救尽救"),
    REQUESTER_NEVER_APPROVES("Whoever asked for the relief does not approve it.", "assumption: separation of duties"),
    DISTRICT_PAYS("The district pays a case handed up to it, or one that waits for an officer.", "seed: 应救尽救"),
    PAID_IN_TIME("Paid within 24 hours; the number itself is inside.", "seed: 24小时内; Civil Code art. 1259",
            ReliefParameter.URGENT_RELIEF_HOURS),
    PAID_LATE("Paid after 24 hours.", "seed: 24小时内", ReliefParameter.URGENT_RELIEF_HOURS),
    ONE_PAYMENT_PER_CLAIM("One household is paid once for one cause in one year; the second case closes.", SET_LOCALLY),
    PAYMENT_FAILED(
            "A payment that failed goes to the district: the clock of the hardship runs on, whoever pays now has 24 hours.",
            "seed: 应救尽救", ReliefParameter.URGENT_RELIEF_HOURS),
    BREACH_STATED("Who is unpaid after 24 hours is stated to street and district, whether or not anybody looks.",
            "seed: 急难型临时救助可24小时内先行救助", ReliefParameter.URGENT_RELIEF_HOURS),
    FILED_IN_TIME("The papers follow within the working days the policy gives.", "seed: 事后补充备案",
            ReliefParameter.RETROACTIVE_FILING_WORKING_DAYS),
    FILED_LATE("Papers that come late are taken and marked.", "seed: 事后补充备案",
            ReliefParameter.RETROACTIVE_FILING_WORKING_DAYS),
    FILING_OVERDUE("Papers that are missing at the end of the last working day are stated overdue.", "seed: 事后补充备案",
            ReliefParameter.RETROACTIVE_FILING_WORKING_DAYS),
    APPLICATION_TAKEN(
            "An application is decided within the working days the policy gives, once the economic facts are known.",
            SET_LOCALLY, ReliefParameter.ORDINARY_DECISION_WORKING_DAYS),
    SUBDISTRICT_DECIDES(
            "Up to 4 times the minimum-living standard per head, the number itself inside, the subdistrict decides.",
            "seed: 低保标准4倍以下由街道审批; Civil Code art. 1259", ReliefParameter.DELEGATED_APPROVAL_MULTIPLE,
            ReliefParameter.MINIMUM_LIVING_STANDARD_FEN_PER_MONTH),
    DISTRICT_DECIDES("Above 4 times the minimum-living standard per head the district decides.", "seed: 低保标准4倍以下由街道审批",
            ReliefParameter.DELEGATED_APPROVAL_MULTIPLE, ReliefParameter.MINIMUM_LIVING_STANDARD_FEN_PER_MONTH),
    WRONG_LEVEL("Only the level the amount leads to decides.", "seed: 低保标准4倍以下由街道审批"),
    APPROVED("What is approved is paid.", "seed: 临时救助"),
    REJECTED("A rejection has its grounds.", BOOKKEEPING),
    INTRODUCED("A consultation that has a case on its table is told who asked for the relief.",
            "assumption: separation of duties"),
    DELIBERATED(
            "A consultation may decide a case itself, over the level and over a rejection, with its grounds on record.",
            "seed: 一事一议"),
    VERDICT_CAME_TOO_LATE("A verdict on a case that is being paid, or has ended otherwise, changes nothing.",
            BOOKKEEPING),
    PAID_AS_APPROVED("Relief approved and paid ends the case.", "seed: 临时救助"),
    BACK_TO_WHO_APPROVED(
            "A payment that failed comes back to the level that decides, which has its working days again.",
            BOOKKEEPING),
    DECISION_OVERDUE("An application nobody decided in time is stated to street and district.", SET_LOCALLY,
            ReliefParameter.ORDINARY_DECISION_WORKING_DAYS);

    private final Article article;

    ReliefCaseRule(String statement, String source, Parameter... numbers) {
        article = Article.of(statement, source, numbers);
    }

    @Override
    public Article article() {
        return article;
    }
}
