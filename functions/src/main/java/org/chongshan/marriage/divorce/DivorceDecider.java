package org.chongshan.marriage.divorce;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.chongshan.core.Context;
import org.chongshan.core.Deadline;
import org.chongshan.core.Decider;
import org.chongshan.core.Decision;
import org.chongshan.core.Decision.Become;
import org.chongshan.core.Fact;
import org.chongshan.core.WorkingDays;
import org.chongshan.events.Event;
import org.chongshan.events.marriage.AgreementItem;
import org.chongshan.events.marriage.DivorceEvent;
import org.chongshan.events.marriage.DivorceEvent.BothPartiesAppeared;
import org.chongshan.events.marriage.DivorceEvent.CaseEndRetracted;
import org.chongshan.events.marriage.DivorceEvent.CaseEndedOtherwise;
import org.chongshan.events.marriage.DivorceEvent.CertificateRefused;
import org.chongshan.events.marriage.DivorceEvent.CounsellingOffered;
import org.chongshan.events.marriage.DivorceEvent.CoupleCounselled;
import org.chongshan.events.marriage.DivorceEvent.CoupleWatched;
import org.chongshan.events.marriage.DivorceEvent.DivorceApplicationReceived;
import org.chongshan.events.marriage.DivorceEvent.DivorceApplicationRefused;
import org.chongshan.events.marriage.DivorceEvent.OtherApplicationsStated;
import org.chongshan.events.marriage.DivorceEvent.WithdrawalRequested;
import org.chongshan.events.marriage.DivorceOutcome;
import org.chongshan.events.marriage.MarriageCertificates;
import org.chongshan.events.marriage.MarriageNotice.CoolingOffEnded;
import org.chongshan.events.marriage.MarriageNotice.DivorceApplicationClosed;
import org.chongshan.events.marriage.MarriageNotice.DivorceApplicationReopened;
import org.chongshan.events.marriage.MarriageNotice.DivorceDaysReckoned;
import org.chongshan.events.marriage.MarriageNotice.DivorceRegistrationDisputed;
import org.chongshan.events.marriage.MarriageNotice.DivorceRegistrationUndisputed;
import org.chongshan.events.marriage.Party;
import org.chongshan.events.marriage.PartyEvent.PartyApplicationStated;
import org.chongshan.events.marriage.PartyEvent.PartyNamed;
import org.chongshan.events.marriage.ReceiptShown;
import org.chongshan.events.marriage.Spouse;
import org.chongshan.marriage.MarriageParameter;
import org.chongshan.marriage.divorce.Course.CertificateRefusal;
import org.chongshan.marriage.divorce.Course.End;
import org.chongshan.marriage.divorce.Course.Stated;
import org.chongshan.marriage.divorce.Course.Word;
import org.chongshan.marriage.divorce.Days.Terms;
import org.chongshan.marriage.divorce.DivorceApplication.Due;

import static java.util.Objects.requireNonNull;
import static org.chongshan.core.Decision.become;
import static org.chongshan.core.Decision.early;
import static org.chongshan.core.Decision.refuse;
import static org.chongshan.marriage.divorce.DivorceRule.*;

/**
 * Divorce by agreement. Whatever is decided upon its days is decided upon those the present calendar has: a case that runs is
 * reckoned anew before each event and each of its deadlines.
 */
public record DivorceDecider() implements Decider<DivorceApplication, DivorceEvent> {
    @Override
    public String idOf(DivorceEvent event) {
        return event.application();
    }

    @Override
    public Decision<DivorceApplication> begin(String id, DivorceEvent event, Context context) {
        return switch (event) {
            case DivorceApplicationReceived received -> receive(id, received, context);
            case DivorceApplicationRefused refused -> become(DivorceApplication.notAccepted(id, context.subdistrict(),
                    refused.registry(), new TreeSet<>(refused.reasons())), NOT_ACCEPTED);
            case CounsellingOffered _,CoupleCounselled _,CoupleWatched _,OtherApplicationsStated _,WithdrawalRequested _,BothPartiesAppeared _,CertificateRefused _,CaseEndedOtherwise _,CaseEndRetracted _ ->
                early(APPLICATION_UNKNOWN);
        };
    }

    @Override
    public Decision<DivorceApplication> decide(DivorceApplication known, DivorceEvent event, Context context) {
        var application = known.reckonedBy(context.calendar());
        var decision = switch (event) {
            case DivorceApplicationReceived _,DivorceApplicationRefused _ ->
                Decision.<DivorceApplication>refuse(RECEIVED_ONCE);
            case DivorceEvent _ when !application.isAccepted() -> Decision.<DivorceApplication>refuse(HAS_NO_COURSE);
            case CounsellingOffered offered -> offer(application, offered, context);
            case CoupleCounselled counselled -> counsel(application, counselled, context);
            case CoupleWatched watched -> Guidance.isFull(application.guidance().videos(), watched.video())
                    ? Decision.<DivorceApplication>refuse(GUIDANCE_FULL)
                    : become(application.with(application.guidance().watched(watched.video())), WATCHED);
            case OtherApplicationsStated stated -> besides(application, stated);
            case WithdrawalRequested requested -> withdraw(application, requested, context);
            case BothPartiesAppeared appeared -> register(application, appeared, context);
            case CertificateRefused refused -> refuseCertificate(application, refused, context);
            case CaseEndedOtherwise ended -> endElsewhere(application, ended, context);
            case CaseEndRetracted retracted -> retract(application, retracted, context);
        };
        return decision instanceof Become<DivorceApplication> become ? stating(known, become) : decision;
    }

    @Override
    public Become<DivorceApplication> reached(DivorceApplication known, Deadline deadline, Context context) {
        var application = known.reckonedBy(context.calendar());
        var days = requireNonNull(application.days())
                .closingAt(context.policy().value(MarriageParameter.WINDOW_CLOSES_MINUTE));
        application = application.with(days);
        var ends = deadline == Due.COOLING_OFF ? days.coolingOffEnds() : days.certificateEnds();
        var course = application.course();
        var passed = ends.isAfter(context.time()) ? become(application, RECKONED_ANEW) : switch ((Due) deadline) {
            case COOLING_OFF ->
                become(application.with(course.stated(Stated.COOLING_OFF_OVER)), CERTIFICATE_PERIOD_BEGINS).emit(
                        new CoolingOffEnded(application.id(), days.certificateFirstDay(), days.certificateLastDay()));
            case CERTIFICATE -> become(application.with(course.stated(Stated.TIME_OVER)), LAPSED);
        };
        return stating(known, passed);
    }

    private static Decision<DivorceApplication> receive(String id, DivorceApplicationReceived received,
            Context context) {
        var terms = terms(context);
        if (!isOpen(context, terms.weekendsOff())) {
            return refuse(WINDOW_CLOSED);
        }
        if (!received.bothInPerson()) {
            return refuse(APPLY_TOGETHER);
        }
        var husband = received.husband();
        var wife = received.wife();
        if (Party.foundBy(husband.identityNumber())
                .filter(one -> Party.foundBy(wife.identityNumber()).filter(one::equals).isPresent()).isPresent()) {
            return refuse(ONE_PERSON_TWICE);
        }
        if (!received.agreed()) {
            return refuse(NO_AGREEMENT);
        }
        if (!received.bothCapable()) {
            return refuse(LIMITED_CAPACITY);
        }
        if (!received.marriedInTheMainland()) {
            return refuse(MARRIED_ELSEWHERE);
        }
        if (received.certificates() == MarriageCertificates.NONE) {
            return refuse(PAPERS_MISSING);
        }
        if (isOn(context, MarriageParameter.HOUSEHOLD_REGISTRATION_REQUIRED) && !husband.registeredHere()
                && !wife.registeredHere()) {
            return refuse(NOT_COMPETENT);
        }
        var days = Days.from(context.date(), terms, context.calendar());
        var entered = WorkingDays.dayOf(context.received());
        var late = !context.policy().isWithin(MarriageParameter.RECEIPT_ENTRY_DAYS,
                ChronoUnit.DAYS.between(context.date(), entered));
        var application = DivorceApplication.received(id, context.subdistrict(), received.registry(), husband, wife,
                days, late);
        var named = Stream.of(husband, wife).flatMap(party -> Party.foundBy(party.identityNumber()).stream())
                .map(party -> new PartyNamed(party, id)).toArray(Event[]::new);
        return become(application, late ? RECEIVED_LATE : RECEIVED)
                .noting("coolingOffLastDay", days.coolingOffLastDay())
                .noting("certificateLastDay", days.certificateLastDay()).noting("calendar", days.calendar()).emit(named)
                .emit(reckoned(application));
    }

    private static Decision<DivorceApplication> offer(DivorceApplication application, CounsellingOffered offered,
            Context context) {
        var fact = context.fact(offered.answer());
        var guidance = application.guidance();
        return become(application.with(guidance.offered(fact)),
                fact.isOlderThan(guidance.offered()) ? ANSWERED_SINCE : OFFERED);
    }

    private static Decision<DivorceApplication> counsel(DivorceApplication application, CoupleCounselled counselled,
            Context context) {
        return Guidance.isFull(application.guidance().sessions(), counselled.session())
                ? refuse(GUIDANCE_FULL)
                : become(
                        application.with(application.guidance()
                                .counselled(new Fact<>(counselled.session(), counselled.heldAt(), context.event()))),
                        COUNSELLED);
    }

    /** One that has ended already says so; one that ends later says so then. */
    private static Decision<DivorceApplication> besides(DivorceApplication application,
            OtherApplicationsStated stated) {
        var known = application.beside().get(stated.party());
        if (known != null && known.number() >= stated.number()) {
            return refuse(TOLD_SINCE);
        }
        var next = Decision.<DivorceApplication>become(
                application.beside(stated.party(), stated.number(), stated.others()), ANOTHER_RUNS);
        return application.outcome() == null || stated.others().isEmpty() ? next : tellingOf(next, stated.party());
    }

    private static Decision<DivorceApplication> withdraw(DivorceApplication application, WithdrawalRequested requested,
            Context context) {
        var days = requireNonNull(application.days());
        if (!requested.inPerson()) {
            return refuse(IN_PERSON);
        }
        if (!requested.registry().equals(application.registry())) {
            return refuse(OTHER_REGISTRY);
        }
        var party = requireNonNull(requested.by() == Spouse.HUSBAND ? application.husband() : application.wife());
        if (!party.mayBear(requested.identityNumber())) {
            return refuse(IDENTITY_DIFFERS);
        }
        if (requested.receipt() == ReceiptShown.NEITHER) {
            return refuse(RECEIPT_OR_EXPLANATION);
        }
        if (context.date().isBefore(days.receivedOn())) {
            return refuse(BEFORE_THE_RECEIPT);
        }
        if (isOver(days.coolingOffLastDay(), context)) {
            return refuse(COOLING_OFF_OVER);
        }
        if (!isOpen(context, days.terms().weekendsOff())) {
            return refuse(WINDOW_CLOSED);
        }
        var fact = context.fact(
                new End(DivorceOutcome.WITHDRAWN, context.date(), requested.by(), null, requested.confirmation()));
        var course = application.course();
        return course.withdrawn() != null && !fact.isOlderThan(course.withdrawn())
                ? refuse(ENDED_ALREADY)
                : heard(application.with(course.withdrawn(fact)), fact, WITHDRAWN);
    }

    private static Decision<DivorceApplication> register(DivorceApplication application, BothPartiesAppeared appeared,
            Context context) {
        var days = requireNonNull(application.days());
        if (!appeared.husbandPresent() || !appeared.wifePresent()) {
            return refuse(BOTH_IN_PERSON);
        }
        if (!appeared.registry().equals(application.registry())) {
            return refuse(OTHER_REGISTRY);
        }
        if (!requireNonNull(application.husband()).mayBear(appeared.husbandNumber())
                || !requireNonNull(application.wife()).mayBear(appeared.wifeNumber())) {
            return refuse(IDENTITY_DIFFERS);
        }
        var fact = context.fact(new End(DivorceOutcome.REGISTERED, context.date(), null, null, appeared.certificate()));
        var end = application.course().end();
        if (application.course().isRegistered() || end != null && !fact.isOlderThan(end)) {
            return refuse(ENDED_ALREADY);
        }
        return inCertificatePeriod(application, context,
                appeared.settled().containsAll(EnumSet.allOf(AgreementItem.class))
                        ? become(application.with(application.course().registered(fact)), REGISTERED)
                                .noting("coolingOffLastDay", days.coolingOffLastDay())
                                .noting("certificateLastDay", days.certificateLastDay())
                        : refuse(AGREEMENT_INCOMPLETE));
    }

    private static Decision<DivorceApplication> refuseCertificate(DivorceApplication application,
            CertificateRefused refused, Context context) {
        if (!refused.registry().equals(application.registry())) {
            return refuse(OTHER_REGISTRY);
        }
        var refusal = context.fact(new CertificateRefusal(new TreeSet<>(refused.reasons()), refused.notice()));
        return inCertificatePeriod(application, context,
                become(application.with(application.course().certificateRefused(refusal)), CERTIFICATE_REFUSED));
    }

    /** That, when it is the couple's time for the certificate and the window is open. */
    private static Decision<DivorceApplication> inCertificatePeriod(DivorceApplication application, Context context,
            Decision<DivorceApplication> then) {
        var days = requireNonNull(application.days());
        if (!context.date().isAfter(days.coolingOffLastDay())) {
            return refuse(COOLING_OFF_RUNS);
        }
        if (isOver(days.certificateLastDay(), context)) {
            return refuse(TIME_OVER);
        }
        return isOpen(context, days.terms().weekendsOff()) ? then : refuse(WINDOW_CLOSED);
    }

    /** Of its day nobody knows the hour: what happened at the window that day came before. */
    private static Decision<DivorceApplication> endElsewhere(DivorceApplication application, CaseEndedOtherwise ended,
            Context context) {
        if (ended.on().isAfter(requireNonNull(application.days()).certificateLastDay())) {
            return refuse(TIME_OVER);
        }
        var end = new Fact<>(
                new End(DivorceOutcome.ENDED_ELSEWHERE, ended.on(), null, ended.because(), ended.document()),
                WorkingDays.endOf(ended.on()), context.event());
        return say(application, ended.document(), context.fact(new Word(end)), context);
    }

    private static Decision<DivorceApplication> retract(DivorceApplication application, CaseEndRetracted retracted,
            Context context) {
        return say(application, retracted.document(), context.fact(new Word(null)), context);
    }

    /** What is said of a document; a case that runs again is reckoned as the present calendar has it. */
    private static Decision<DivorceApplication> say(DivorceApplication application, String document, Fact<Word> word,
            Context context) {
        var course = application.course();
        if (!course.hasRoomFor(document)) {
            return refuse(TOO_MANY_DOCUMENTS);
        }
        var known = course.elsewhere().get(document);
        if (word.isOlderThan(known)) {
            return become(application, SAID_SINCE);
        }
        var next = application.with(course.said(document, word)).reckonedBy(context.calendar());
        var end = word.value().end();
        if (end != null) {
            return heard(next, end, ENDED_ELSEWHERE);
        }
        return become(next, known == null || known.value().end() == null ? RETRACTED_BEFOREHAND : END_RETRACTED);
    }

    /** What ended it first is its end, whenever word of it comes; but what is registered stands. */
    private static Decision<DivorceApplication> heard(DivorceApplication now, Fact<End> end, DivorceRule rule) {
        var course = now.course();
        if (end.equals(course.end())) {
            return become(now, rule);
        }
        return become(now, end.isOlderThan(course.registered()) ? REGISTERED_THOUGH_ENDED : ENDED_BEFORE);
    }

    /** What is decided, and what is to be told because of it: other days, another end, none any more, a dispute. */
    private static Become<DivorceApplication> stating(DivorceApplication before, Become<DivorceApplication> decided) {
        var now = decided.state();
        var told = decided;
        var reckonedAnew = !requireNonNull(now.days()).calendar().equals(requireNonNull(before.days()).calendar());
        if (reckonedAnew) {
            told = become(now, RECKONED_ANEW).noting("calendar", now.days().calendar()).emit(reckoned(now)).and(told);
        }
        var disputed = now.course().disputedBy() != null;
        if (disputed != (before.course().disputedBy() != null)) {
            told = told.emit(
                    disputed ? new DivorceRegistrationDisputed(now.id()) : new DivorceRegistrationUndisputed(now.id()));
        }
        var outcome = now.outcome();
        var was = before.outcome();
        if (outcome == null && was != null) {
            told = told.emit(new DivorceApplicationReopened(now.id(), was));
            told = reckonedAnew ? told : told.emit(reckoned(now));
        } else if (outcome != null && (outcome != was || !now.endedOn().equals(before.endedOn()))) {
            told = told.emit(new DivorceApplicationClosed(now.id(), outcome, was, now.endedOn()));
        }
        if ((outcome == null) != (was == null)) {
            for (var party : now.beside().keySet()) {
                told = tellingOf(told, party);
            }
        }
        return told;
    }

    /** The index of a party is told whether the application runs. */
    private static Become<DivorceApplication> tellingOf(Become<DivorceApplication> decided, String party) {
        var next = decided.state().telling(party);
        return new Become<>(next, decided.rules(), decided.emitted(), decided.facts()).emit(new PartyApplicationStated(
                party, next.id(), next.outcome() == null, requireNonNull(next.beside().get(party)).told()));
    }

    private static DivorceDaysReckoned reckoned(DivorceApplication application) {
        var days = requireNonNull(application.days());
        return new DivorceDaysReckoned(application.id(), days.coolingOffLastDay(), days.certificateFirstDay(),
                days.certificateLastDay(), days.provisional(), days.calendar());
    }

    private static Terms terms(Context context) {
        var policy = context.policy();
        return new Terms(policy.value(MarriageParameter.COOLING_OFF_DAYS),
                policy.value(MarriageParameter.CERTIFICATE_DAYS), isOn(context, MarriageParameter.WEEKEND_IS_DAY_OFF),
                policy.value(MarriageParameter.WINDOW_CLOSES_MINUTE));
    }

    private static boolean isOn(Context context, MarriageParameter parameter) {
        return context.policy().value(parameter) != 0;
    }

    private static boolean isOpen(Context context, boolean weekendsOff) {
        return !context.calendar().isDayOff(context.date(), weekendsOff) && isBeforeClosing(context)
                && context.policy().reaches(MarriageParameter.WINDOW_OPENS_MINUTE, minute(context), 1);
    }

    /** Whether the last day of a period has ended, with its window. */
    private static boolean isOver(LocalDate lastDay, Context context) {
        return context.date().isAfter(lastDay) || context.date().equals(lastDay) && !isBeforeClosing(context);
    }

    private static boolean isBeforeClosing(Context context) {
        return context.policy().isWithin(MarriageParameter.WINDOW_CLOSES_MINUTE, minute(context));
    }

    private static long minute(Context context) {
        return LocalTime.ofInstant(context.time(), WorkingDays.ZONE).get(ChronoField.MINUTE_OF_DAY);
    }
}
