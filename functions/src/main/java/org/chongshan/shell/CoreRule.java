package org.chongshan.shell;

import org.chongshan.core.Rule;

/** Rules that hold for every aggregate. */
enum CoreRule implements Rule {
    OUTSIDE_SUBDISTRICT("Whoever works in one subdistrict acts on what belongs to it alone."),
    DEADLINE_MOVED("A deadline counts only while it is still the aggregate's own.");

    private final Article article;

    CoreRule(String statement) {
        article = Article.of(statement, "assumption: how the platform works");
    }

    @Override
    public Article article() {
        return article;
    }
}
