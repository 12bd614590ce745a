package org.chongshan.bureau.disclosure;

import org.chongshan.core.Rule;

/** What decides what is kept of a disclosure. */
enum DisclosureRule implements Rule {
    EXPORTED(Article.of("Who takes records away as a file, which and when is kept before the file leaves.",
            Rule.BOOKKEEPING)),
    STANDS(Article.of("What is kept of a disclosure is not changed.", Rule.BOOKKEEPING));

    private final Article article;

    DisclosureRule(Article article) {
        this.article = article;
    }

    @Override
    public Article article() {
        return article;
    }
}
