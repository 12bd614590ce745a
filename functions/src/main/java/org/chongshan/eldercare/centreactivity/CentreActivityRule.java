package org.chongshan.eldercare.centreactivity;

import org.chongshan.core.Parameter;
import org.chongshan.core.Rule;
import org.chongshan.eldercare.EldercareParameter;

/** The rules of an activity at a facility. */
enum CentreActivityRule implements Rule {
    ANNOUNCED("An activity has a number of places.", "seed: 活动报名"),
    ANNOUNCED_ONCE("An activity is announced once.", BOOKKEEPING),
    STARTS_BEFORE_IT_IS_ANNOUNCED("An activity starts on the day it is announced or later.", BOOKKEEPING),
    ACTIVITY_UNKNOWN("Only an announced activity has elders.", BOOKKEEPING),
    SIGNED_UP("While there is a place, an elder gets one.", BOOKKEEPING),
    WAITING("When all places are taken an elder waits, in the order the platform heard: no phone's clock jumps the queue.",
            BOOKKEEPING),
    TOO_MANY_ELDERS("An activity knows 400 elders, with a place or without.", PLATFORM),
    SIGNED_UP_ONCE("An elder signs up once; signing up again leaves them where they are.", BOOKKEEPING),
    SIGN_UP_CLOSED(
            "Nobody signs up or withdraws once an activity has begun; what happened before counts, posted later too.",
            BOOKKEEPING),
    WITHDRAWN("An elder who withdraws gives the place to the first who waits.", BOOKKEEPING),
    WITHDRAWN_SINCE("A sign-up posted late stands at its own time: the elder has withdrawn since.", BOOKKEEPING),
    SIGNED_UP_SINCE("A withdrawal posted late stands at its own time: the elder has signed up since.", BOOKKEEPING),
    NOT_SIGNED_UP("A withdrawal of an elder who is not in is kept: its sign-up may be posted late.", BOOKKEEPING),
    ATTENDED("An elder who came counts once.", BOOKKEEPING),
    ATTENDED_ONCE("An elder counts once, whatever is posted twice or late.", BOOKKEEPING),
    CAME_WITHOUT_A_PLACE("An elder who came without a place is welcome, and is counted beside those who had one.",
            BOOKKEEPING),
    NOT_YET("Nobody has come before the day of the activity.", BOOKKEEPING),
    TOOK_PLACE("An activity that took place counts once.", "seed: 活动报名"),
    CALLED_OFF("An activity nobody has come to can be called off, with grounds.", BOOKKEEPING),
    NOT_AT_THIS_POINT("The activity does not stand where this could happen.", BOOKKEEPING),
    REPORT_OVERDUE("An activity nobody reports on within the days the policy gives is stated, and again after as many.",
            SET_LOCALLY, EldercareParameter.CENTRE_ACTIVITY_REPORT_DAYS);

    private final Article article;

    CentreActivityRule(String statement, String source, Parameter... numbers) {
        article = Article.of(statement, source, numbers);
    }

    @Override
    public Article article() {
        return article;
    }
}
