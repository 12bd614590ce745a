package org.chongshan.organisations.organisation;

import java.time.LocalDate;

import org.chongshan.core.Actors;
import org.chongshan.core.Context;
import org.chongshan.core.Deadline;
import org.chongshan.core.Decider;
import org.chongshan.core.Decision;
import org.chongshan.core.Rule;
import org.chongshan.core.WorkingDays;
import org.chongshan.events.Role;
import org.chongshan.events.organisations.Grade;
import org.chongshan.events.organisations.Grantor;
import org.chongshan.events.organisations.OrganisationEvent;
import org.chongshan.events.organisations.OrganisationEvent.AnnualCheckConcluded;
import org.chongshan.events.organisations.OrganisationEvent.AnnualReportFiled;
import org.chongshan.events.organisations.OrganisationEvent.ExcellentCaseNamed;
import org.chongshan.events.organisations.OrganisationEvent.GrantBanLifted;
import org.chongshan.events.organisations.OrganisationEvent.GrantBanned;
import org.chongshan.events.organisations.OrganisationEvent.GrantProjectStated;
import org.chongshan.events.organisations.OrganisationEvent.GrantProposalEnded;
import org.chongshan.events.organisations.OrganisationEvent.GrantStandingAsked;
import org.chongshan.events.organisations.OrganisationEvent.IncubationMilestoneReached;
import org.chongshan.events.organisations.OrganisationEvent.InvestigationClosed;
import org.chongshan.events.organisations.OrganisationEvent.InvestigationOpened;
import org.chongshan.events.organisations.OrganisationEvent.OrganisationDissolved;
import org.chongshan.events.organisations.OrganisationEvent.OrganisationRegistered;
import org.chongshan.events.organisations.OrganisationEvent.PenaltyExecuted;
import org.chongshan.events.organisations.OrganisationEvent.PenaltyImposed;
import org.chongshan.events.organisations.OrganisationEvent.RatingCancelled;
import org.chongshan.events.organisations.OrganisationEvent.RatingCertificateReturned;
import org.chongshan.events.organisations.OrganisationEvent.RatingConfirmed;
import org.chongshan.events.organisations.OrganisationEvent.RatingDowngraded;
import org.chongshan.events.organisations.OrganisationEvent.RatingEligibilityAsked;
import org.chongshan.events.organisations.OrganisationEvent.RatingGranted;
import org.chongshan.events.organisations.OrganisationEvent.TeamIncubated;
import org.chongshan.events.organisations.OrganisationsNotice.AnnualReportMissed;
import org.chongshan.events.organisations.OrganisationsNotice.GrantBanEnded;
import org.chongshan.events.organisations.OrganisationsNotice.IncubationCompleted;
import org.chongshan.events.organisations.OrganisationsNotice.IncubationOverdue;
import org.chongshan.events.organisations.OrganisationsNotice.RatingBarEnded;
import org.chongshan.events.organisations.OrganisationsNotice.RatingCertificateVoid;
import org.chongshan.events.organisations.OrganisationsNotice.RatingExpired;
import org.chongshan.events.organisations.OrganisationsNotice.RatingReapplicationOpened;
import org.chongshan.events.organisations.RatingRoundEvent.RatingEligibilityStated;
import org.chongshan.events.organisations.RatingTested;
import org.chongshan.organisations.OrganisationsParameter;
import org.chongshan.organisations.organisation.Conduct.Penalty;
import org.chongshan.organisations.organisation.Incubation.Size;
import org.chongshan.organisations.organisation.Incubation.Team;
import org.chongshan.organisations.organisation.Organisation.Due;
import org.chongshan.organisations.organisation.Organisation.Entry;
import org.chongshan.organisations.organisation.Organisation.Status;
import org.chongshan.organisations.organisation.Ratings.Grant;
import org.chongshan.organisations.organisation.Ratings.Measure;
import org.jspecify.annotations.Nullable;

import static java.util.Objects.requireNonNull;
import static org.chongshan.core.Decision.become;
import static org.chongshan.core.Decision.early;
import static org.chongshan.core.Decision.refuse;
import static org.chongshan.organisations.organisation.OrganisationRule.*;

/** The register of social organisations: what is said of each counts as of its own time, what expires is stated. */
public record OrganisationDecider() implements Decider<Organisation, OrganisationEvent> {
    @Override
    public String idOf(OrganisationEvent event) {
        return event.organisation();
    }

    @Override
    public Decision<Organisation> begin(String id, OrganisationEvent event, Context context) {
        return event instanceof OrganisationRegistered || event instanceof TeamIncubated
                ? decide(Organisation.begun(id, context.subdistrict()), event, context)
                : early(ORGANISATION_UNKNOWN);
    }

    @Override
    public Decision<Organisation> decide(Organisation organisation, OrganisationEvent event, Context context) {
        return switch (event) {
            case OrganisationRegistered registered -> register(organisation, registered, context);
            case TeamIncubated incubated -> incubate(organisation, incubated, context);
            case IncubationMilestoneReached reached -> milestone(organisation, reached, context);
            case OrganisationDissolved _ -> dissolve(organisation, context);
            case AnnualReportFiled _ when context.role() == Role.ORGANISATION
                    && !Actors.same(context.actor(), organisation.id()) ->
                refuse(NOT_ITS_OWN);
            case AnnualReportFiled filed when filed.year() >= context.date().getYear() -> refuse(YEAR_NOT_OVER);
            case AnnualReportFiled filed ->
                become(organisation.with(organisation.reports().filed(filed.year(), context.time())), REPORT_FILED);
            case AnnualCheckConcluded check when check.year() >= context.date().getYear() -> refuse(YEAR_NOT_OVER);
            case AnnualCheckConcluded check -> check(organisation, check, context);
            case PenaltyImposed imposed -> punish(organisation, imposed);
            case PenaltyExecuted executed -> execute(organisation, executed.penalty());
            case InvestigationOpened opened -> investigate(organisation, opened.investigation(), true, context);
            case InvestigationClosed closed -> investigate(organisation, closed.investigation(), false, context);
            case RatingGranted granted -> record(organisation, granted, context);
            case RatingConfirmed confirmed ->
                rated(organisation, confirmed.grade(), confirmed.round(), confirmed.on(), context);
            case RatingDowngraded lowered -> lose(organisation, lowered.grade(), lowered.by(), DOWNGRADED, context);
            case RatingCancelled cancelled -> lose(organisation, null, cancelled.by(), CANCELLED, context);
            case RatingCertificateReturned _ -> organisation.returnBy() == null
                    ? refuse(NO_CERTIFICATE_OUT)
                    : become(organisation.returnBy(null), CERTIFICATE_RETURNED);
            case RatingEligibilityAsked asked -> test(organisation, asked, context);
            case ExcellentCaseNamed named ->
                become(organisation.excellent(named.year() + "-" + named.by().name()), EXCELLENT);
            case GrantBanned banned -> ban(organisation, banned.ban(), context);
            case GrantBanLifted lifted ->
                become(organisation.with(organisation.conduct().lifted(lifted.ban())), BAN_LIFTED);
            case GrantStandingAsked asked -> GrantStanding.answer(organisation, asked);
            case GrantProposalEnded ended -> GrantStanding.ended(organisation, ended);
            case GrantProjectStated stated -> GrantStanding.stated(organisation, stated);
        };
    }

    private static Decision<Organisation> dissolve(Organisation organisation, Context context) {
        var after = organisation.dissolved(context.time());
        return become(after,
                after.status() == Status.DISSOLVED && organisation.status() != Status.DISSOLVED
                        ? DISSOLVED
                        : SAID_SINCE);
    }

    private static Decision<Organisation> register(Organisation organisation, OrganisationRegistered registered,
            Context context) {
        var fact = context.fact(new Entry(registered.creditCode(), registered.kind(), registered.name(),
                registered.registeredOn(), registered.contact()));
        var entered = organisation.entered(fact, WorkingDays.dayOf(context.received()));
        var after = entered.with(entered.reports().awaited(requireNonNull(entered.entry()).value().registeredOn(),
                requireNonNull(entered.known()), context));
        return completing(organisation, after, fact.isOlderThan(organisation.entry()) ? SAID_SINCE : REGISTERED);
    }

    private static Decision<Organisation> incubate(Organisation organisation, TeamIncubated incubated,
            Context context) {
        var until = context.date().plusMonths(context.policy().value(OrganisationsParameter.INCUBATION_MONTHS));
        var fact = context.fact(new Team(incubated.name(), incubated.incubator(), incubated.contact(), until));
        var rule = fact.isOlderThan(organisation.incubation().team()) ? SAID_SINCE : INCUBATED;
        return completing(organisation, organisation.with(organisation.incubation().of(fact, incubated.volunteers())),
                rule);
    }

    /** Once it is known to have been a team and to be an organisation, whichever was heard first. */
    private static Decision<Organisation> completing(Organisation before, Organisation after, Rule rule) {
        var team = after.incubation().team();
        var wasComplete = before.entry() != null && before.incubation().team() != null;
        if (team == null || after.entry() == null || wasComplete) {
            return become(after, rule);
        }
        var size = requireNonNull(after.incubation().size());
        return Decision.<Organisation>become(after, rule)
                .and(Decision.<Organisation>become(after, BECAME_AN_ORGANISATION).emit(
                        new IncubationCompleted(after.id(), team.value().incubator(), size.value().volunteers())));
    }

    private static Decision<Organisation> milestone(Organisation organisation, IncubationMilestoneReached reached,
            Context context) {
        var team = organisation.incubation().team();
        if (context.role() == Role.ORGANISATION
                && (team == null || !Actors.same(context.actor(), team.value().incubator()))) {
            return refuse(NOT_THE_INCUBATOR);
        }
        var size = context.fact(new Size(reached.volunteers(), reached.activitiesAYear()));
        return become(organisation.with(organisation.incubation().reached(reached.milestone(), size)), MILESTONE);
    }

    private static Decision<Organisation> check(Organisation organisation, AnnualCheckConcluded check,
            Context context) {
        var fact = context.fact(check.result());
        return become(organisation.with(organisation.reports().checked(check.year(), fact)),
                fact.isOlderThan(organisation.reports().checks().get(check.year())) ? SAID_SINCE : CHECKED);
    }

    private static Decision<Organisation> punish(Organisation organisation, PenaltyImposed imposed) {
        var conduct = organisation.conduct();
        if (conduct.penalties().containsKey(imposed.penalty())) {
            return refuse(PENALTY_ONCE);
        }
        return conduct.penalties().size() >= Conduct.MOST
                ? refuse(TOO_MANY)
                : become(organisation.with(conduct.penalty(imposed.penalty(), new Penalty(imposed.on(), false))),
                        PUNISHED);
    }

    private static Decision<Organisation> execute(Organisation organisation, String penalty) {
        var known = organisation.conduct().penalties().get(penalty);
        return known == null
                ? refuse(PENALTY_UNKNOWN)
                : become(organisation.with(organisation.conduct().penalty(penalty, new Penalty(known.on(), true))),
                        PENALTY_EXECUTED);
    }

    private static Decision<Organisation> investigate(Organisation organisation, String investigation, boolean runs,
            Context context) {
        var conduct = organisation.conduct();
        return !conduct.investigations().containsKey(investigation) && conduct.investigations().size() >= Conduct.MOST
                ? refuse(TOO_MANY)
                : become(organisation.with(conduct.investigation(investigation, context.fact(runs))), INVESTIGATION);
    }

    private static Decision<Organisation> record(Organisation organisation, RatingGranted granted, Context context) {
        if (granted.grantedBy() != granted.grade().grantor()) {
            return refuse(NOT_THEIRS_TO_GRANT);
        }
        var known = organisation.known();
        return granted.grantedBy() == Grantor.DISTRICT && known != null && !granted.on().isBefore(known)
                ? refuse(NEEDS_A_ROUND)
                : rated(organisation, granted.grade(), granted.certificate(), granted.on(), context);
    }

    private static Decision<Organisation> rated(Organisation organisation, Grade grade, String reference, LocalDate on,
            Context context) {
        var until = on.plusYears(context.policy().value(OrganisationsParameter.RATING_YEARS));
        var reapply = until.minusYears(context.policy().value(OrganisationsParameter.RATING_REAPPLICATION_YEARS));
        return organisation.ratings().isFull()
                ? refuse(TOO_MANY)
                : become(organisation.with(
                        organisation.ratings().granted(context.fact(new Grant(grade, reference, on, until, reapply)))),
                        RATED).noting("until", until);
    }

    /** @param grade what it is lowered to; null when it is cancelled */
    private static Decision<Organisation> lose(Organisation organisation, @Nullable Grade grade, Grantor by, Rule rule,
            Context context) {
        var day = context.date();
        var rating = organisation.ratings().current().filter(one -> one.isValidOn(day)).orElse(null);
        if (rating == null || rating.grantor() != by || day.isBefore(rating.since())) {
            return refuse(NOT_RATED);
        }
        if (grade != null && grade.compareTo(rating.grade()) >= 0) {
            return refuse(NOT_LOWER);
        }
        if (organisation.ratings().isFull()) {
            return refuse(TOO_MANY);
        }
        var years = grade == null
                ? OrganisationsParameter.RATING_CANCELLATION_BAR_YEARS
                : OrganisationsParameter.RATING_DOWNGRADE_BAR_YEARS;
        var barred = day.plusYears(context.policy().value(years));
        var after = organisation.with(organisation.ratings().lost(context.fact(new Measure(grade, day, barred))));
        var days = context.policy().value(OrganisationsParameter.RATING_CERTIFICATE_RETURN_DAYS);
        return become(rating.grade().hasCertificate() ? after.returnBy(day.plusDays(days)) : after, rule)
                .noting("barredUntil", barred);
    }

    private static Decision<Organisation> test(Organisation organisation, RatingEligibilityAsked asked,
            Context context) {
        var tests = new Eligibility(organisation, asked.grade(), asked.on(), context).tests();
        return Decision.<Organisation>become(organisation, TESTED).emit(new RatingEligibilityStated(asked.round(),
                organisation.id(), tests.stream().allMatch(RatingTested::holds), tests));
    }

    private static Decision<Organisation> ban(Organisation organisation, String ban, Context context) {
        var conduct = organisation.conduct();
        if (conduct.bans().containsKey(ban) || conduct.lifted().contains(ban)) {
            return refuse(BANNED_ONCE);
        }
        var until = context.date().plusYears(context.policy().value(OrganisationsParameter.GRANT_BAN_YEARS));
        return conduct.bans().size() >= Conduct.MOST
                ? refuse(TOO_MANY)
                : become(organisation.with(conduct.banned(ban, until)), BANNED).noting("until", until);
    }

    @Override
    public Decision.Become<Organisation> reached(Organisation organisation, Deadline deadline, Context context) {
        var day = context.date().minusDays(1);
        return switch ((Due) deadline) {
            case ANNUAL_REPORT -> report(organisation, context);
            case INCUBATION -> Decision.<Organisation>become(organisation.told(Due.INCUBATION, day), INCUBATION_OVERDUE)
                    .emit(new IncubationOverdue(organisation.id(),
                            requireNonNull(organisation.incubation().team()).value().incubator(), day));
            case REAPPLICATION -> reapplication(organisation, context);
            case RATING -> Decision.<Organisation>become(organisation.told(Due.RATING, day), RATING_EXPIRED).emit(
                    new RatingExpired(organisation.id(), organisation.ratings().current().orElseThrow().grade(), day));
            case CERTIFICATE -> Decision.<Organisation>become(organisation.returnBy(null), CERTIFICATE_VOID)
                    .emit(new RatingCertificateVoid(organisation.id(), day));
            case RATING_BAR -> Decision.<Organisation>become(organisation.told(Due.RATING_BAR, day), BAR_ENDED)
                    .emit(new RatingBarEnded(organisation.id(), day));
            case GRANT_BAN -> Decision.<Organisation>become(organisation.told(Due.GRANT_BAN, day), BAN_ENDED)
                    .emit(new GrantBanEnded(organisation.id(), day));
        };
    }

    private static Decision.Become<Organisation> report(Organisation organisation, Context context) {
        var duty = requireNonNull(organisation.reports().next());
        var after = organisation.with(organisation.reports().passed(duty, context));
        return after.reports().wasFiled(duty.year())
                ? become(after, REPORT_IN_TIME)
                : Decision.<Organisation>become(after, REPORT_MISSED).emit(
                        new AnnualReportMissed(organisation.id(), duty.year(), after.reports().inARow(duty.year())));
    }

    /** Nobody is told of it who hears of the rating only after it has expired. */
    private static Decision.Become<Organisation> reapplication(Organisation organisation, Context context) {
        var rating = organisation.ratings().current().orElseThrow();
        var told = Decision.<Organisation>become(organisation.told(Due.REAPPLICATION, rating.reapply()),
                REAPPLICATION_OPENED);
        return rating.isValidOn(WorkingDays.dayOf(context.received()))
                ? told.emit(new RatingReapplicationOpened(organisation.id(), rating.grade(), rating.until()))
                : told;
    }
}
