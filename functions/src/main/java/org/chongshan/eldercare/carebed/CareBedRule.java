package org.chongshan.eldercare.carebed;

import org.chongshan.core.Parameter;
import org.chongshan.core.Rule;
import org.chongshan.eldercare.EldercareParameter;

/** The rules of a care bed. */
enum CareBedRule implements Rule {
    SURVEYED("A care bed begins with a survey of the elder's home: what has to be refitted.",
            "seed: 家庭养老床位主要包括设施设备及适老化改造、智能化改造"),
    SURVEYED_ONCE("A care bed is surveyed once; another home is another bed.", BOOKKEEPING),
    BED_UNKNOWN("Only what was surveyed is built, accepted and closed.", BOOKKEEPING),
    BUILT("What was built stands with what it cost, by kind; officers look at it within the days the policy gives.",
            "seed: 设施设备及适老化改造、智能化改造; the days are an assumption: set locally",
            EldercareParameter.CARE_BED_ACCEPTANCE_DAYS),
    BUILT_BEFORE("Works posted late stand at their own time: what was built last is what is looked at.", BOOKKEEPING),
    BUILT_TOO_OFTEN("Works for one bed are recorded 20 times.", PLATFORM),
    NOTHING_TO_LOOK_AT("Only what was built and not looked at is accepted or rejected.", BOOKKEEPING),
    BUILDER_ACCEPTS("Whoever says that something was built does not accept it.",
            "assumption: who gains never confirms"),
    ELDER_NOT_ELIGIBLE("A care bed is accepted for an elder for whom all five tests hold.",
            "seed: 为具有崇川区户籍且长期居住在本行政区内60周岁及以上经济困难的失能和部分失能老年人建设家庭养老床位"),
    ACCEPTED("A care bed is active once an officer has accepted it.", "seed: 建设不少于400张家庭养老床位"),
    REJECTED("What is not as it should be is done again.", "assumption: how the bureau works"),
    ACCEPTANCE_OVERDUE("Works that nobody has looked at in time are stated.", SET_LOCALLY,
            EldercareParameter.CARE_BED_ACCEPTANCE_DAYS),
    ELDER_STANDS("A care bed knows whether its elder is eligible, as the elder's record says.", BOOKKEEPING),
    ELDER_STANDS_SINCE("Of all that the elder's record says the latest holds.", PLATFORM),
    VACATED("A care bed ends when its elder dies, or moves out of the home it was built in.",
            "assumption: how the bureau works"),
    OCCUPIED_AGAIN("A care bed is what it was when the death of its elder turns out to be a mistake.", BOOKKEEPING),
    CLOSED("A care bed can be given up, with grounds.", "assumption: how the bureau works"),
    HAS_ENDED("A care bed that has ended is neither accepted nor rejected.", BOOKKEEPING);

    private final Article article;

    CareBedRule(String statement, String source, Parameter... numbers) {
        article = Article.of(statement, source, numbers);
    }

    @Override
    public Article article() {
        return article;
    }
}
