package org.chongshan.bureau.morning;

import org.chongshan.core.Rule;

/** What decides what becomes of a morning's digest. */
enum MorningDigestRule implements Rule {
    DUE_NOTED(Article.of("What a programme's lists hold in the morning stands in the digest of the day.",
            Rule.BOOKKEEPING)),
    HEARD_LATE(Article.of("What a programme says after the digest was stated is added, and the digest is stated again.",
            Rule.PLATFORM)),
    HEARD_ALREADY(Article.of("Of two looks at one programme's lists the first counts.", Rule.PLATFORM)),
    DIGEST_STATED(Article.of("Each morning it is stated for every subdistrict what somebody has to see to.",
            Rule.SET_LOCALLY)),
    DAY_IS_OVER(Article.of("Nobody can say any more what a day found that is over; it has no digest.", Rule.PLATFORM)),
    STATED_ALREADY(Article.of("The hour of a digest comes once.", Rule.PLATFORM)),
    NO_SUCH_MORNING(Article.of("A digest is named by day and subdistrict.", Rule.PLATFORM));

    private final Article article;

    MorningDigestRule(Article article) {
        this.article = article;
    }

    @Override
    public Article article() {
        return article;
    }
}
