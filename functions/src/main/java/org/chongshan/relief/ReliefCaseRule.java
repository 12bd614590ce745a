package org.chongshan.relief;

import org.chongshan.core.Rule;

/** The rules of the urgent way of temporary relief. */
enum ReliefCaseRule implements Rule {
    /** Urgent relief is due 24 hours after the request was recorded in the field. */
    CLOCK_STARTS_IN_THE_FIELD("Urgent relief is due 24 hours after the request was recorded in the field.",
            "seed: 急难型临时救助可24小时内先行救助"),
    /** A case is requested once. */
    REQUESTED_ONCE("A case is requested once.", "assumption: how the bureau keeps its books"),
    /** Nothing happens to a case that was never requested. */
    CASE_UNKNOWN("Nothing happens to a case that was never requested.", "assumption: how the bureau keeps its books"),
    /** The case does not stand where this could happen. */
    NOT_AT_THIS_POINT("The case does not stand where this could happen.", "assumption: how the bureau keeps its books"),
    /** Money the fund set aside is paid at once; the papers follow. */
    FUND_PAYS_FIRST("Money the fund set aside is paid at once; the papers follow.", "seed: 临时救助备用金制度、先行救助"),
    /** What the fund cannot cover goes to the district at once, and the clock runs on. */
    DISTRICT_STEPS_IN("What the fund cannot cover goes to the district at once, and the clock runs on.", "seed: 应救尽救"),
    /** Whoever asked for the relief does not approve it. */
    REQUESTER_NEVER_APPROVES("Whoever asked for the relief does not approve it.", "assumption: separation of duties"),
    /** The district pays a case handed up to it. */
    DISTRICT_PAYS("The district pays a case handed up to it.", "seed: 应救尽救"),
    /** Paid within 24 hours; the number itself is inside. */
    PAID_IN_TIME("Paid within 24 hours; the number itself is inside.", "seed: 24小时内; Civil Code art. 1259"),
    /** Paid after 24 hours. */
    PAID_LATE("Paid after 24 hours.", "seed: 24小时内"),
    /** One household is paid once for one cause in one year; the second case closes. */
    ONE_PAYMENT_PER_CLAIM("One household is paid once for one cause in one year; the second case closes.",
            "assumption: set locally"),
    /** A payment that failed goes to the district, and the clock runs on. */
    PAYMENT_FAILED("A payment that failed goes to the district, and the clock runs on.", "seed: 应救尽救"),
    /** Who is unpaid after 24 hours is stated to street and district, whether or not anybody looks. */
    BREACH_STATED("Who is unpaid after 24 hours is stated to street and district, whether or not anybody looks.",
            "seed: 急难型临时救助可24小时内先行救助"),
    /** The papers follow within the working days the policy gives. */
    FILED_IN_TIME("The papers follow within the working days the policy gives.", "seed: 事后补充备案"),
    /** Papers that come late are taken and marked. */
    FILED_LATE("Papers that come late are taken and marked.", "seed: 事后补充备案"),
    /** Papers that are missing at the end of the last working day are stated overdue. */
    FILING_OVERDUE("Papers that are missing at the end of the last working day are stated overdue.", "seed: 事后补充备案");

    private final String statement;
    private final String source;

    ReliefCaseRule(String statement, String source) {
        this.statement = statement;
        this.source = source;
    }

    @Override
    public String statement() {
        return statement;
    }

    @Override
    public String source() {
        return source;
    }
}
