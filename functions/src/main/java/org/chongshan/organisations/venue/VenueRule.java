package org.chongshan.organisations.venue;

import org.chongshan.core.Parameter;
import org.chongshan.core.Rule;
import org.chongshan.organisations.OrganisationsParameter;

/** The rules of venues. */
enum VenueRule implements Rule {
    OPENED("Streets, communities and social-work stations give organisations room for what they do.",
            "seed: 依托街道、社区(村)综合服务设施和社会工作服务站点等,为社会组织开展活动提供场地支持"),
    OPENED_ONCE("A venue opens once.", BOOKKEEPING),
    VENUE_UNKNOWN("Only what has opened is booked, closed and used.", BOOKKEEPING),
    WITHDRAWN("A venue that is withdrawn is booked no more; what was booked and has not begun falls away.",
            BOOKKEEPING),
    WITHDRAWN_ONCE("A venue is withdrawn once, at the first time that is known.", BOOKKEEPING),
    NOT_OPEN("A venue that was withdrawn is neither booked nor closed.", BOOKKEEPING),
    NOT_ITS_OWN("An organisation books for itself and gives back what is its own.", BOOKKEEPING),
    BOOKED("A time that is free is booked, once or week by week; times at which the venue is closed are left out.",
            SET_LOCALLY),
    BOOKED_ONCE("A booking is made once.", BOOKKEEPING),
    BAD_TIME("A booked time ends after it begins, and within 24 hours.", BOOKKEEPING),
    BEGUN("What has begun is neither booked nor given back.", BOOKKEEPING),
    TOO_FAR_AHEAD("A venue is booked so many weeks ahead.", SET_LOCALLY, OrganisationsParameter.VENUE_WEEKS_AHEAD),
    STAYED_AWAY("Who did not come three times within 90 days books no more at that venue until that is over.",
            SET_LOCALLY, OrganisationsParameter.VENUE_NO_SHOWS, OrganisationsParameter.VENUE_NO_SHOW_DAYS),
    TAKEN("A venue is never booked twice at one time: a booking any time of which is taken is refused.", BOOKKEEPING),
    CLOSED_THEN("A booking all of whose times fall on closures is refused.", BOOKKEEPING),
    FULL("A venue keeps 400 booked times and 400 closures.", PLATFORM),
    BOOKING_UNKNOWN("Only what was booked is given back, used or left empty.", BOOKKEEPING),
    CANCELLED("What is given back 24 hours before it begins or earlier is free again.", SET_LOCALLY,
            OrganisationsParameter.VENUE_CANCELLATION_HOURS),
    CANCELLED_LATE("What an organisation gives back later is free again, and counts as if it had not come.",
            SET_LOCALLY, OrganisationsParameter.VENUE_CANCELLATION_HOURS),
    CLOSED("A venue can be closed for a time; what is booked then falls away, and is told.", BOOKKEEPING),
    REOPENED("A closure that is taken back makes the time free again.", BOOKKEEPING),
    NOT_YET("Whether a venue was used is said after the time has begun.", BOOKKEEPING),
    USED("Whoever had booked was there.", BOOKKEEPING),
    LEFT_EMPTY("Whoever had booked did not come.", BOOKKEEPING),
    SAID_SINCE("What is said late of a time stands at its own time: the last word counts.", BOOKKEEPING),
    REPORT_OVERDUE("When nobody says in time whether a venue was used, that is told and listed; nobody is blamed.",
            SET_LOCALLY, OrganisationsParameter.VENUE_REPORT_HOURS);

    private final Article article;

    VenueRule(String statement, String source, Parameter... numbers) {
        article = Article.of(statement, source, numbers);
    }

    @Override
    public Article article() {
        return article;
    }
}
