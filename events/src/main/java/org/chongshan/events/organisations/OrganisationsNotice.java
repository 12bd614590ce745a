package org.chongshan.events.organisations;

import java.time.LocalDate;

import org.chongshan.events.Id;
import org.chongshan.events.Public;

/**
 * What organisations state to whom it may concern: no decider has to act on it for the books to be right.
 */
public sealed interface OrganisationsNotice extends OrganisationsEvent {
    /**
     * A team became an organisation.
     *
     * @param incubator  who accompanied it
     * @param volunteers how many it has
     */
    record IncubationCompleted(@Id String organisation, @Id String incubator,
            int volunteers) implements OrganisationsNotice {}

    /**
     * A team has been accompanied for as long as planned, and is no organisation yet.
     *
     * @param until the last day that was planned
     */
    record IncubationOverdue(@Id String organisation, @Id String incubator,
            LocalDate until) implements OrganisationsNotice {}

    /**
     * An organisation has not handed in the report on a year in time.
     *
     * @param year   the year
     * @param inARow how many years have been missed one after the other, this one among them; from two on it is to be struck
     *               off
     */
    record AnnualReportMissed(@Id String organisation, int year, int inARow) implements OrganisationsNotice {}

    /**
     * From now on an organisation may be rated again, before its rating expires.
     *
     * @param until the last day of its rating
     */
    record RatingReapplicationOpened(@Id String organisation, Grade grade,
            LocalDate until) implements OrganisationsNotice {}

    /**
     * A rating has expired, and none has followed it.
     *
     * @param until its last day
     */
    @Public("Ratings decide on tax relief and government purchase: departments ask by them whom they may trust.")
    record RatingExpired(@Id String organisation, Grade grade, LocalDate until) implements OrganisationsNotice {}

    /**
     * A certificate that holds no more was not handed back in time: it is announced void.
     */
    @Public("A certificate that was not handed back is announced void.")
    record RatingCertificateVoid(@Id String organisation, LocalDate returnBy) implements OrganisationsNotice {}

    /**
     * An organisation that had lost a rating may apply for one again.
     *
     * @param until the last day it could not
     */
    record RatingBarEnded(@Id String organisation, LocalDate until) implements OrganisationsNotice {}

    /**
     * An organisation may have grants again.
     *
     * @param until the last day it could not
     */
    record GrantBanEnded(@Id String organisation, LocalDate until) implements OrganisationsNotice {}

    /**
     * A rating committee came to a conclusion, which is published.
     *
     * @param carried whether half or more of all members were in favour of the grade
     * @param until   the last day on which the organisation may ask for a review
     */
    @Public("A conclusion is published before it stands, 公示, so that whoever is concerned can ask for a review.")
    record RatingPublished(@Id String round, @Id String organisation, Grade grade, boolean carried,
            LocalDate until) implements OrganisationsNotice {}

    /**
     * Nobody has answered a request for review in time.
     */
    record RatingReviewOverdue(@Id String round, LocalDate dueOn) implements OrganisationsNotice {}

    /**
     * A rating round has ended without a rating.
     */
    record RatingNotGranted(@Id String round, @Id String organisation) implements OrganisationsNotice {}
}
