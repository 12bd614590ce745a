package org.chongshan.relief;

import org.chongshan.core.Parameter;
import org.chongshan.core.Rule;

/** The rules of the urgent way of temporary relief. */
enum ReliefCaseRule implements Rule {
    CLOCK_STARTS_IN_THE_FIELD("Urgent relief is due 24 hours after the request was recorded in the field.",
            "seed: 急难型临时救助可24小时内先行救助"), REQUESTED_ONCE("A case is requested once.",
                    "assumption: how the bureau keeps its books"), CASE_UNKNOWN(
                            "Nothing happens to a case that was never requested.",
                            "assumption: how the bureau keeps its books"), NOT_AT_THIS_POINT(
                                    "The case does not stand where this could happen.",
                                    "assumption: how the bureau keeps its books"), FUND_PAYS_FIRST(
                                            "Money the fund set aside is paid at once; the papers follow.",
                                            "seed: 临时救助备用金制度、先行救助"), DISTRICT_STEPS_IN(
                                                    "What the fund cannot cover goes to the district at once, and the clock runs on.",
                                                    "seed: 应救尽救"), REQUESTER_NEVER_APPROVES(
                                                            "Whoever asked for the relief does not approve it.",
                                                            "assumption: separation of duties"), DISTRICT_PAYS(
                                                                    "The district pays a case handed up to it.",
                                                                    "seed: 应救尽救"), PAID_IN_TIME(
                                                                            "Paid within 24 hours; the number itself is inside.",
                                                                            "seed: 24小时内; Civil Code art. 1259"), PAID_LATE(
                                                                                    "Paid after 24 hours.",
                                                                                    "seed: 24小时内"), ONE_PAYMENT_PER_CLAIM(
                                                                                            "One household is paid once for one cause in one year; the second case closes.",
                                                                                            "assumption: set locally"), PAYMENT_FAILED(
                                                                                                    "A payment that failed goes to the district, and the clock runs on.",
                                                                                                    "seed: 应救尽救"), BREACH_STATED(
                                                                                                            "Who is unpaid after 24 hours is stated to street and district, whether or not anybody looks.",
                                                                                                            "seed: 急难型临时救助可24小时内先行救助"), FILED_IN_TIME(
                                                                                                                    "The papers follow within the working days the policy gives.",
                                                                                                                    "seed: 事后补充备案"), FILED_LATE(
                                                                                                                            "Papers that come late are taken and marked.",
                                                                                                                            "seed: 事后补充备案"), FILING_OVERDUE(
                                                                                                                                    "Papers that are missing at the end of the last working day are stated overdue.",
                                                                                                                                    "seed: 事后补充备案");

    private final Article article;

    ReliefCaseRule(String statement, String source, Parameter... numbers) {
        article = Article.of(statement, source, numbers);
    }

    @Override
    public Article article() {
        return article;
    }
}
