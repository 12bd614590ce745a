package org.chongshan.relief.referral;

import org.chongshan.core.Parameter;
import org.chongshan.core.Rule;
import org.chongshan.relief.ReliefParameter;

/** The rules of a referral. */
enum ReferralRule implements Rule {
    SENT("A department answers a referral within the working days the policy gives.", SET_LOCALLY,
            ReliefParameter.REFERRAL_ANSWER_WORKING_DAYS),
    SENT_ONCE("A referral is sent once.", BOOKKEEPING),
    CONSENT_FIRST("Nobody is referred without consent, their own or their guardian's.",
            "law: Personal Information Protection Law art. 13, 23, 29"),
    ORIGIN_SPEAKS_FOR_ITSELF(
            "That another programme asked for it, its own record says: nobody posts it, and a child's help is answered by no other.",
            BOOKKEEPING),
    REFERRAL_UNKNOWN("What happens to a referral that is not there yet waits until it is sent.", BOOKKEEPING),
    ANSWERED_ONCE("A referral is answered once.", BOOKKEEPING),
    ACCEPTED("The department takes it on.", "seed: 残联、法院等单位联动"),
    DECLINED("A department that declines says why.", BOOKKEEPING),
    ANSWER_MISSED("A department that has not answered in time is stated.", SET_LOCALLY,
            ReliefParameter.REFERRAL_ANSWER_WORKING_DAYS),
    PLACEMENT_STARTED("A person placed is looked after again within the months the policy gives.", "seed: 半年后回访",
            ReliefParameter.FOLLOW_UP_MONTHS),
    NOT_AT_THIS_POINT("The referral does not stand where this could happen.", BOOKKEEPING),
    FOLLOWED_UP("A look at how the person fares sets the date of the next.", "seed: 半年后回访",
            ReliefParameter.FOLLOW_UP_MONTHS),
    FOLLOW_UP_MISSED("A placed person nobody looked after in time is stated.", "seed: 半年后回访",
            ReliefParameter.FOLLOW_UP_MONTHS),
    PLACEMENT_ENDED("A placement ends with its grounds.", BOOKKEEPING);

    private final Article article;

    ReferralRule(String statement, String source, Parameter... numbers) {
        article = Article.of(statement, source, numbers);
    }

    @Override
    public Article article() {
        return article;
    }
}
