package org.chongshan.relief.person;

import org.chongshan.core.Parameter;
import org.chongshan.core.Rule;

/** The rules of the index of persons. */
enum PersonRule implements Rule {
    MEMBER_LISTED("A person lives in one household.", "assumption: how the bureau keeps its books"),
    LISTED_ALREADY("A household lists a member once.", "assumption: how the bureau keeps its books"),
    LISTED_TWICE("A person listed in a second household makes both suspected duplicates.",
            "assumption: how the bureau keeps its books");

    private final Article article;

    PersonRule(String statement, String source, Parameter... numbers) {
        article = Article.of(statement, source, numbers);
    }

    @Override
    public Article article() {
        return article;
    }
}
