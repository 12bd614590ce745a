package org.chongshan.marriage.party;

import org.chongshan.core.Parameter;
import org.chongshan.core.Rule;

/** The rules of the index of parties. */
enum PartyRule implements Rule {
    NAMED("Whoever applies for divorce is found by the identity number; of the applications the latest 40 are kept.",
            BOOKKEEPING),
    BESIDE_EACH_OTHER(
            "Applications that name one person and run at one time are told of each other, and stand in a list: there is one marriage to end.",
            "Civil Code art. 1076, 1077; assumption: the window lets one of them be withdrawn"),
    ENDED("An application that has ended runs beside no other.", "Civil Code art. 1077"),
    RUNS_ON("An application that had ended by mistake runs on, beside whatever runs.", BOOKKEEPING),
    SAID_SINCE("What an application says later counts.", BOOKKEEPING),
    FOUND("Whoever looks for a party's applications is shown them, and the journal says who looked.", PLATFORM),
    NOBODY_FOUND("Of this number there is no application.", PLATFORM);

    private final Article article;

    PartyRule(String statement, String source, Parameter... numbers) {
        article = Article.of(statement, source, numbers);
    }

    @Override
    public Article article() {
        return article;
    }
}
