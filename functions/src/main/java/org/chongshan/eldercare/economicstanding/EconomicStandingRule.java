package org.chongshan.eldercare.economicstanding;

import org.chongshan.core.Parameter;
import org.chongshan.core.Rule;

/** The rules of a household's economic standing. */
enum EconomicStandingRule implements Rule {
    HARDSHIP_STATED("What relief says of a household is told to every elder of it.",
            "seed: 经济困难; the categories are relief's"),
    NOTHING_STATED_YET("Whoever belongs to a household of which relief has said nothing hears of it once it does.",
            "assumption: relief recognises households"),
    ELDER_TOLD("An elder who comes to a household hears what relief has said of it.",
            "assumption: relief recognises households"),
    TOO_MANY_ELDERS("A household has at most 20 elders, as it has members.", PLATFORM);

    private final Article article;

    EconomicStandingRule(String statement, String source, Parameter... numbers) {
        article = Article.of(statement, source, numbers);
    }

    @Override
    public Article article() {
        return article;
    }
}
