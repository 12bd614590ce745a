package org.chongshan.marriage.learning;

import org.chongshan.core.Parameter;
import org.chongshan.core.Rule;

/** The rules of learning videos. */
enum LearningRule implements Rule {
    PUBLISHED("A video is shown from its publication on, under the title it has then.",
            "seed: “爱在崇川”……26个内容视频; Family Education Promotion Law art. 32"),
    WITHDRAWN("A withdrawn video is shown no more, until it is published again.", BOOKKEEPING),
    SHOWN_SINCE("A publication or withdrawal posted late stands at its own time: the last one counts.", BOOKKEEPING),
    WATCHED("What was watched counts, by where, and stands with the couple's case when they say which it is.",
            "seed: 广泛引导婚当当事人进行线上学习"),
    VIDEO_UNKNOWN("Only a published video is watched or withdrawn.", BOOKKEEPING);

    private final Article article;

    LearningRule(String statement, String source, Parameter... numbers) {
        article = Article.of(statement, source, numbers);
    }

    @Override
    public Article article() {
        return article;
    }
}
