package org.chongshan.marriage.wedding;

import org.chongshan.core.Parameter;
import org.chongshan.core.Rule;
import org.chongshan.marriage.MarriageParameter;

/** The rules of a collective wedding. */
enum WeddingRule implements Rule {
    ANNOUNCED("A collective wedding has places for a number of couples.", "seed: 2023年5月20日，区民政局举办了首届集体婚礼"),
    ANNOUNCED_ONCE("A wedding is announced once.", BOOKKEEPING),
    STARTS_BEFORE_IT_IS_ANNOUNCED("A wedding starts on the day it is announced or later.", BOOKKEEPING),
    WEDDING_UNKNOWN("Only an announced wedding is booked, held or called off.", BOOKKEEPING),
    OFFERED("While there is a place, a couple is offered it, for a time and no longer than until the wedding begins.",
            SET_LOCALLY, MarriageParameter.WEDDING_CONFIRMATION_DAYS),
    WAITING("When no place is free a couple waits, in the order the platform heard: no device's clock jumps the queue.",
            BOOKKEEPING),
    BOOKED_ONCE("A couple books once; booking again leaves it where it is.", BOOKKEEPING),
    CANCELLED_SINCE("A booking posted late stands at its own time: the couple has cancelled since.", BOOKKEEPING),
    CONFIRMED("What a couple confirms in time is its own.", BOOKKEEPING),
    NOTHING_OFFERED("Only what is offered, and has not run out, is confirmed.", BOOKKEEPING),
    CANCELLED("A couple that will not come gives its place to the first who waits.", BOOKKEEPING),
    BOOKED_SINCE("A cancellation posted late stands at its own time: the couple has booked since.", BOOKKEEPING),
    NOT_BOOKED("A cancellation of a couple that is not in is kept: its booking may be posted late.", BOOKKEEPING),
    BOOKING_CLOSED("Nobody books, confirms or cancels once the wedding has begun by the platform's clock.",
            BOOKKEEPING),
    TOO_MUCH_SAID("Of a wedding 600 bookings, confirmations and cancellations are taken, and 600 couples that came.",
            PLATFORM),
    NOT_CONFIRMED("A place nobody confirms in time is offered to the first who waits.", SET_LOCALLY,
            MarriageParameter.WEDDING_CONFIRMATION_DAYS),
    NOT_YET("Nobody is wed before the day of the wedding.", BOOKKEEPING),
    WED("A couple that came counts once.", BOOKKEEPING),
    WED_ONCE("A couple counts once, whatever is posted twice.", BOOKKEEPING),
    CAME_WITHOUT_A_PLACE("A couple that came without a place counts once it turns out that it had one.", BOOKKEEPING),
    HELD("A wedding that took place counts once, with who came.", "seed: 2023年5月20日，区民政局举办了首届集体婚礼"),
    CALLED_OFF("A wedding nobody has come to can be called off, with grounds; everybody who booked is told.",
            BOOKKEEPING),
    NOT_AT_THIS_POINT("The wedding does not stand where this could happen.", BOOKKEEPING),
    REPORT_OVERDUE("A wedding nobody reports on within the days the policy gives is stated, and again after as many.",
            SET_LOCALLY, MarriageParameter.WEDDING_REPORT_DAYS);

    private final Article article;

    WeddingRule(String statement, String source, Parameter... numbers) {
        article = Article.of(statement, source, numbers);
    }

    @Override
    public Article article() {
        return article;
    }
}
