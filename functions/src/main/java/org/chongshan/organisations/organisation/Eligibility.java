package org.chongshan.organisations.organisation;

import java.time.LocalDate;
import java.util.List;

import org.chongshan.core.Context;
import org.chongshan.events.organisations.Grade;
import org.chongshan.events.organisations.RatingTest;
import org.chongshan.events.organisations.RatingTested;
import org.chongshan.organisations.OrganisationsParameter;
import org.chongshan.organisations.organisation.Organisation.Status;
import org.chongshan.organisations.organisation.Ratings.Rating;
import org.jspecify.annotations.Nullable;

/**
 * Whether an organisation may be rated: every test of Order 39, each with what it rests on, whatever the others say.
 *
 * @param grade what it applies for
 * @param on    the day it applied
 */
record Eligibility(Organisation organisation, Grade grade, LocalDate on, Context context) {

    List<RatingTested> tests() {
        var entry = organisation.entry();
        var registered = entry == null ? null : entry.value().registeredOn();
        var rating = organisation.ratings().current().filter(one -> one.isValidOn(on)).orElse(null);
        var has = rating == null
                ? "no rating"
                : rating.grade() + " since " + rating.since() + " until " + rating.until();
        var lastDue = Reports.lastDue(on, context);
        var barred = organisation.ratings().barredUntil();
        return List.of(
                new RatingTested(RatingTest.REGISTERED, organisation.status() == Status.REGISTERED,
                        organisation.status().name()),
                new RatingTested(RatingTest.REGISTERED_TWO_YEARS, registered != null
                        && !registered.plusYears(years(OrganisationsParameter.RATING_REGISTERED_YEARS)).isAfter(on),
                        String.valueOf(registered)),
                new RatingTested(RatingTest.WINDOW_OPEN, isWindowOpen(rating), has),
                new RatingTested(RatingTest.ONE_STEP,
                        rating == null || grade.compareTo(rating.grade()) <= 0 || grade.isOneAbove(rating.grade()),
                        has),
                new RatingTested(RatingTest.LAST_REPORT_FILED, registered != null
                        && (!Reports.isOwed(lastDue, registered, context) || organisation.reports().wasFiled(lastDue)),
                        String.valueOf(lastDue)),
                new RatingTested(RatingTest.CHECKS_PASSED, organisation.reports().arePassed(lastDue),
                        String.valueOf(lastDue)),
                new RatingTested(RatingTest.NO_PENALTY, organisation.conduct().isWithoutPenalty(on),
                        organisation.conduct().penalties().keySet().toString()),
                new RatingTested(RatingTest.NOT_INVESTIGATED, !organisation.conduct().isInvestigated(),
                        organisation.conduct().investigations().keySet().toString()),
                new RatingTested(RatingTest.NOT_BARRED, barred == null || on.isAfter(barred), String.valueOf(barred)));
    }

    private boolean isWindowOpen(@Nullable Rating rating) {
        if (rating == null) {
            return true;
        }
        var from = grade.compareTo(rating.grade()) > 0
                ? rating.since().plusYears(years(OrganisationsParameter.RATING_UPGRADE_YEARS))
                : rating.reapply();
        return !on.isBefore(from);
    }

    private long years(OrganisationsParameter parameter) {
        return context.policy().value(parameter);
    }
}
