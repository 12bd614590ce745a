package org.chongshan.organisations.organisation;

import org.chongshan.core.Parameter;
import org.chongshan.core.Rule;

/** The rules of the register of organisations. */
enum OrganisationRule implements Rule {
    REGISTERED("A social organisation is registered with its unified social credit code; the last entry counts.",
            "law: GB 32100-2015"),
    INCUBATED("A community team has no credit code: its street keeps it while it is accompanied.", "seed: 公益创投“相伴计划”"),
    SAID_SINCE("What is posted late of an organisation stands at its own time: a later word counts.", BOOKKEEPING),
    ORGANISATION_UNKNOWN("Only what is registered or accompanied is dissolved.", BOOKKEEPING),
    DISSOLVED("An organisation that is struck off, or a team that fell apart, ends, with grounds.", BOOKKEEPING),
    DISSOLVED_ONCE("An organisation is dissolved once, at the first time that is known.", BOOKKEEPING),
    ONE_OF_THE_YEAR("An organisation has one proposal or project a year, and decides itself which.",
            "practice: Taicang 2018, one project per organisation and year"),
    STANDS_AGAINST_IT("What stands against a proposal is said: no register, another of the year, accounts, a ban.",
            "practice: Taicang 2018 (unsettled project), Zhongshan (ban)"),
    FREE_TO_PROPOSE("Whose proposal came to nothing may make another of that year.", BOOKKEEPING),
    PROJECT_STATED("Of what is said of a project the last statement counts, whatever the order.", BOOKKEEPING),
    BANNED("Whoever broke an agreement gets no grant until the ban has ended, its last day included.",
            "practice: Zhongshan 博爱100, 3 years"),
    BAN_LIFTED("A ban that should not have been is lifted.", BOOKKEEPING);

    private final Article article;

    OrganisationRule(String statement, String source, Parameter... numbers) {
        article = Article.of(statement, source, numbers);
    }

    @Override
    public Article article() {
        return article;
    }
}
