package org.chongshan.minors.activity;

import org.chongshan.core.Parameter;
import org.chongshan.core.Rule;
import org.chongshan.minors.MinorsParameter;

/** The rules of an activity. */
enum ActivityRule implements Rule {
    SCHEDULED("An activity has a number of places.", "seed: 累计开展活动300余场"),
    SCHEDULED_ONCE("An activity is scheduled once.", BOOKKEEPING),
    STARTS_BEFORE_IT_IS_SCHEDULED("An activity starts on the day it is scheduled or later.", BOOKKEEPING),
    ACTIVITY_UNKNOWN("Only a scheduled activity has children.", BOOKKEEPING),
    ENROLLED("While there is a place, a child gets one.", BOOKKEEPING),
    WAITING("When all places are taken a child waits, in the order the platform heard: no phone's clock jumps the queue.",
            BOOKKEEPING),
    TOO_MANY_CHILDREN("An activity knows 400 children, with a place or without.", PLATFORM),
    ENROLLED_ONCE("A child signs up once; signing up again leaves it where it is.", BOOKKEEPING),
    ENROLMENT_CLOSED(
            "Nobody signs up or withdraws once an activity has begun; what happened before counts, posted later too.",
            BOOKKEEPING),
    WITHDRAWN("A child that withdraws gives the place to the first who waits.", BOOKKEEPING),
    WITHDRAWN_SINCE("A sign-up posted late stands at its own time: the child has withdrawn since.", BOOKKEEPING),
    ENROLLED_SINCE("A withdrawal posted late stands at its own time: the child has signed up since.", BOOKKEEPING),
    NOT_ENROLLED("A withdrawal of a child that is not in is kept: its sign-up may be posted late.", BOOKKEEPING),
    ATTENDED("A child that came counts once.", "seed: 受益孩子2万人次"),
    ATTENDED_ONCE("A child counts once, whatever is posted twice or late.", "seed: 受益孩子2万人次"),
    CAME_WITHOUT_A_PLACE("A child that came without a place counts once it turns out that it had one.", BOOKKEEPING),
    NOT_YET("Nobody has come before the day of the activity.", BOOKKEEPING),
    HELD("An activity that took place counts once.", "seed: 累计开展活动300余场"),
    CANCELLED("An activity nobody has come to can be cancelled, with grounds.", BOOKKEEPING),
    NOT_AT_THIS_POINT("The activity does not stand where this could happen.", BOOKKEEPING),
    REPORT_OVERDUE("An activity nobody reports on within the days the policy gives is stated, and again after as many.",
            SET_LOCALLY, MinorsParameter.ACTIVITY_REPORT_DAYS);

    private final Article article;

    ActivityRule(String statement, String source, Parameter... numbers) {
        article = Article.of(statement, source, numbers);
    }

    @Override
    public Article article() {
        return article;
    }
}
