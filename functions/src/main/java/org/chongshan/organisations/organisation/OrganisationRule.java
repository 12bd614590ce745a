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
    DISSOLVED_ONCE("An organisation is dissolved once, at the first time that is known.", BOOKKEEPING);

    private final Article article;

    OrganisationRule(String statement, String source, Parameter... numbers) {
        article = Article.of(statement, source, numbers);
    }

    @Override
    public Article article() {
        return article;
    }
}
