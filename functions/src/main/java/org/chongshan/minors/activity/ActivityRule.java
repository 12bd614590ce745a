package org.chongshan.minors.activity;

import org.chongshan.core.Parameter;
import org.chongshan.core.Rule;
import org.chongshan.minors.MinorsParameter;

/** The rules of an activity. */
enum ActivityRule implements Rule {
    SCHEDULED("An activity has a number of places.", "seed: 累计开展活动300余场"),
    SCHEDULED_ONCE("An activity is scheduled once.", "assumption: how the bureau keeps its books"),
    ACTIVITY_UNKNOWN("Only a scheduled activity has children.", "assumption: how the bureau keeps its books"),
    ENROLLED("While there is a place, a child gets one.", "assumption: how the bureau keeps its books"),
    WAITING("When all places are taken a child waits, in the order of signing up.",
            "assumption: how the bureau keeps its books"),
    ENROLLED_ONCE("A child signs up once.", "assumption: how the bureau keeps its books"),
    ENROLMENT_CLOSED("Nobody signs up or withdraws once an activity has begun, ended or been cancelled.",
            "assumption: how the bureau keeps its books"),
    WITHDRAWN("A child that withdraws gives the place to the first who waits.",
            "assumption: how the bureau keeps its books"),
    NOT_ENROLLED("Only a child that signed up withdraws, and only one with a place attends.",
            "assumption: how the bureau keeps its books"),
    ATTENDED("A child that came counts once.", "seed: 受益孩子2万人次"),
    ATTENDED_ONCE("A child counts once, whatever is posted twice or late.", "seed: 受益孩子2万人次"),
    NOT_YET("Nobody has come before the day of the activity.", "assumption: how the bureau keeps its books"),
    HELD("An activity that took place counts once.", "seed: 累计开展活动300余场"),
    CANCELLED("An activity nobody has come to can be cancelled, with grounds.",
            "assumption: how the bureau keeps its books"),
    NOT_AT_THIS_POINT("The activity does not stand where this could happen.",
            "assumption: how the bureau keeps its books"),
    REPORT_OVERDUE("An activity nobody reports on within the days the policy gives is stated.",
            "assumption: set locally", MinorsParameter.ACTIVITY_REPORT_DAYS);

    private final Article article;

    ActivityRule(String statement, String source, Parameter... numbers) {
        article = Article.of(statement, source, numbers);
    }

    @Override
    public Article article() {
        return article;
    }
}
