package org.chongshan.relief.lead;

import org.chongshan.core.Parameter;
import org.chongshan.core.Rule;
import org.chongshan.relief.ReliefParameter;

/** The rules of a hardship lead. */
enum LeadRule implements Rule {
    LEAD_REPORTED("A noticed hardship is a lead, measured from when it was noticed.", "seed: 早发现、早干预、早救助"),
    HARDSHIP_IS_NAMED("Where no hardship was seen there is no lead.", BOOKKEEPING),
    REPORTED_OF_ANOTHER("A lead is of one household and one hardship; its id is not another's.", BOOKKEEPING),
    TRIAGED_BEFORE_IT_WAS_NOTICED("A triage decides about what was noticed before it.", BOOKKEEPING),
    NOT_URGENT_ANY_MORE("What is old by the time it is asked for, or reaches the bureau, goes the ordinary way.",
            SET_LOCALLY, ReliefParameter.URGENT_REQUEST_DAYS, ReliefParameter.URGENT_HARDSHIP_DAYS),
    NOT_ITS_CASE("A lead hears of the cases it asked for alone, and of the last one's end once.", BOOKKEEPING),
    LEAD_JOINED(
            "What is noticed again while somebody is at it joins the lead, which is measured from whoever noticed it first.",
            BOOKKEEPING),
    LEAD_REOPENED("Hardship noticed again after its lead had ended opens it again, to be triaged.", "seed: 早发现、早干预"),
    CASE_BROUGHT_NO_RELIEF("A lead whose case was rejected, closed or never opened comes back to whoever triages.",
            "assumption: no lead ends without an outcome"),
    RELIEF_CAME_BACK("Relief that came back has not arrived.", "assumption: banks send money back"),
    CAME_BACK_BEFORE_IT_ARRIVED("That relief came back, heard before that it had arrived, counts once both are heard.",
            BOOKKEEPING),
    LEAD_UNKNOWN("Only a reported lead can be triaged or relieved.", BOOKKEEPING),
    TRIAGED_ONCE(
            "A lead is triaged once each time it is reported or comes back without relief; none ends without an outcome.",
            "seed: 早干预"),
    AMOUNT_BELONGS_TO_RELIEF("A triage to relief names an amount; any other outcome names none.", BOOKKEEPING),
    URGENT_RELIEF_ASKED_FOR(
            "A triage to urgent relief opens a case that bears the lead's id; a later one bears a number too.",
            "seed: 先行救助"),
    ORDINARY_RELIEF_APPLIED_FOR("A triage to ordinary relief applies for it, under the lead's id.", "seed: 临时救助"),
    LEAD_REFERRED("A triage to referral hands the lead to another department.", "seed: 残联、法院等单位联动"),
    LEAD_CLOSED_WITH_GROUNDS("A lead nothing follows from closes with its grounds.", BOOKKEEPING),
    LEAD_RELIEVED("Relief that arrives closes the lead; the time from lead to relief is known.", "seed: 不断加快救助速度");

    private final Article article;

    LeadRule(String statement, String source, Parameter... numbers) {
        article = Article.of(statement, source, numbers);
    }

    @Override
    public Article article() {
        return article;
    }
}
