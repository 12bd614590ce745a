package org.chongshan.bureau.figure;

import org.chongshan.bureau.BureauParameter;
import org.chongshan.core.Rule;

/** What decides what becomes of a figure. */
enum FigureRule implements Rule {
    COUNTED(Article.of("What a record counts for has changed; the figure changes by as much.", Rule.BOOKKEEPING)),
    CORRECTED(Article.of("A figure whose year is closed is corrected; what it was when it was closed stays in sight.",
            Rule.BOOKKEEPING)),
    YEAR_CLOSED(Article.of("Some days after its last day a year is closed, and what its figures come to is stated.",
            Rule.SET_LOCALLY, BureauParameter.YEAR_CLOSE_DAYS)),
    NO_SUCH_FIGURE(Article.of("A figure is named by year, subdistrict and name.", Rule.PLATFORM));

    private final Article article;

    FigureRule(Article article) {
        this.article = article;
    }

    @Override
    public Article article() {
        return article;
    }
}
