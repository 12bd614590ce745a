package org.chongshan.relief;

import org.chongshan.core.Rule;

/** The rules of a hardship lead. */
enum LeadRule implements Rule {
    /** A noticed hardship is a lead, measured from when it was noticed. */
    LEAD_REPORTED("A noticed hardship is a lead, measured from when it was noticed.", "seed: 早发现、早干预、早救助"),
    /** A lead is reported once. */
    REPORTED_ONCE("A lead is reported once.", "assumption: how the bureau keeps its books"),
    /** Only a reported lead can be triaged or relieved. */
    LEAD_UNKNOWN("Only a reported lead can be triaged or relieved.", "assumption: how the bureau keeps its books"),
    /** A lead is triaged once; no lead ends without an outcome. */
    TRIAGED_ONCE("A lead is triaged once; no lead ends without an outcome.", "seed: 早干预"),
    /** Urgent relief names an amount; any other outcome names none. */
    AMOUNT_BELONGS_TO_RELIEF("Urgent relief names an amount; any other outcome names none.",
            "assumption: how the bureau keeps its books"),
    /** A triage to urgent relief opens a case that bears the lead's id. */
    URGENT_RELIEF_ASKED_FOR("A triage to urgent relief opens a case that bears the lead's id.", "seed: 先行救助"),
    /** A triage to referral hands the lead to another department. */
    LEAD_REFERRED("A triage to referral hands the lead to another department.", "seed: 残联、法院等单位联动"),
    /** A lead nothing follows from closes with its grounds. */
    LEAD_CLOSED_WITH_GROUNDS("A lead nothing follows from closes with its grounds.",
            "assumption: how the bureau keeps its books"),
    /** Relief that arrives closes the lead; the time from lead to relief is known. */
    LEAD_RELIEVED("Relief that arrives closes the lead; the time from lead to relief is known.", "seed: 不断加快救助速度");

    private final String statement;
    private final String source;

    LeadRule(String statement, String source) {
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
