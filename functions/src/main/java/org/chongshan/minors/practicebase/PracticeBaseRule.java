package org.chongshan.minors.practicebase;

import org.chongshan.core.Parameter;
import org.chongshan.core.Rule;
import org.chongshan.minors.MinorsParameter;

/** The rules of a practice base and its courses. */
enum PracticeBaseRule implements Rule {
    ACCREDITED("The district accredits a practice base in one of five categories.", "seed: 5大类22家优质践习基地"),
    ACCREDITED_ONCE("A base is accredited once.", BOOKKEEPING),
    BASE_UNKNOWN("Only an accredited base has honours and courses.", BOOKKEEPING),
    HONOURED("An honour counts once for its base.", "seed: 6家践习基地获评省级以上荣誉,14家获评市级荣誉"),
    HONOURED_ONCE("An honour is granted once.", BOOKKEEPING),
    COURSE_PROPOSED("A course is proposed in one of 18 classes.", "seed: 18大类67项践习课程"),
    PROPOSED_ONCE("A course is proposed once.", BOOKKEEPING),
    COURSE_EVALUATED("A course is evaluated before it is admitted; a retired or admitted one is not evaluated again.",
            "seed: 评估入库"),
    EVALUATED_SINCE("An evaluation posted late stands at its own time: a later one counts.", BOOKKEEPING),
    BASE_FULL("A base holds 100 honours and 100 courses, retired ones among them.", PLATFORM),
    ADMITTED_AFTER_EVALUATION("A course is admitted only after an evaluation it passed.", "seed: 评估入库",
            MinorsParameter.COURSE_POINTS),
    NOT_PASSED("A course not evaluated, or below the points the policy asks for, is not admitted.", "seed: 评估入库",
            MinorsParameter.COURSE_POINTS),
    COURSE_RETIRED("A course leaves the library with its grounds.", BOOKKEEPING),
    NO_SUCH_COURSE("The course does not stand where this could happen.", BOOKKEEPING);

    private final Article article;

    PracticeBaseRule(String statement, String source, Parameter... numbers) {
        article = Article.of(statement, source, numbers);
    }

    @Override
    public Article article() {
        return article;
    }
}
