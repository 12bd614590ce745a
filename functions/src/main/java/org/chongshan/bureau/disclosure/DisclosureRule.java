package org.chongshan.bureau.disclosure;

import org.chongshan.core.Rule;

/** What decides what is kept of a disclosure. */
enum DisclosureRule implements Rule {
    EXPORTED(Article.of("Who takes records away as a file, which and when is kept before the file leaves.",
            Rule.BOOKKEEPING)),
    SEARCHED(Article.of(
            "Who searches for the records of a person without reading them, upon what basis and what for is kept before the answer leaves, also when nothing was found.",
            "law: 个人信息保护法 art. 13, 25 and 55 (23 and 34 for state organs)")),
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
