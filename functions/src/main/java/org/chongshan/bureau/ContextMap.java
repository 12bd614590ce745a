package org.chongshan.bureau;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.chongshan.core.Translation;
import org.chongshan.core.WorkingDays;
import org.chongshan.events.eldercare.CareSettlementEvent.SettlementPaid;
import org.chongshan.events.eldercare.CareSettlementEvent.SettlementPaymentFailed;
import org.chongshan.events.eldercare.EconomicHardship;
import org.chongshan.events.eldercare.EconomicStandingEvent.HouseholdHardshipStated;
import org.chongshan.events.eldercare.HomeVisitNotice.SettlementPaymentOrdered;
import org.chongshan.events.eldercare.Plight;
import org.chongshan.events.eldercare.ServiceRequestNotice.ChildHarmHeard;
import org.chongshan.events.eldercare.ServiceRequestNotice.HouseholdHardshipHeard;
import org.chongshan.events.marriage.CounsellingNotice.ViolenceReported;
import org.chongshan.events.minors.ChildEvent.InterventionAnswered;
import org.chongshan.events.minors.ChildEvent.ProtectionConcernReported;
import org.chongshan.events.minors.Concern;
import org.chongshan.events.minors.Intervention;
import org.chongshan.events.minors.InterventionAnswer;
import org.chongshan.events.minors.MinorsNotice.InterventionSought;
import org.chongshan.events.organisations.GrantNotice.TranchePaymentOrdered;
import org.chongshan.events.organisations.ProjectEvent.TranchePaid;
import org.chongshan.events.organisations.ProjectEvent.TranchePaymentFailed;
import org.chongshan.events.relief.Agency;
import org.chongshan.events.relief.Category;
import org.chongshan.events.relief.FailedBecause;
import org.chongshan.events.relief.Hardship;
import org.chongshan.events.relief.LeadEvent.HardshipLeadReported;
import org.chongshan.events.relief.ReferralEvent.ReferralSent;
import org.chongshan.events.relief.ReliefCaseEvent.DisbursementConfirmed;
import org.chongshan.events.relief.ReliefCaseEvent.DisbursementFailed;
import org.chongshan.events.relief.ReliefCaseEvent.DisbursementReturned;
import org.chongshan.events.relief.ReliefNotice.CategoryDecided;
import org.chongshan.events.relief.ReliefNotice.CategoryExpired;
import org.chongshan.events.relief.ReliefNotice.DisbursementInstructed;
import org.chongshan.events.relief.ReliefNotice.ReferralAnswered;
import org.chongshan.events.treasury.PaymentEvent.PaymentOrdered;
import org.chongshan.events.treasury.Purpose;
import org.chongshan.events.treasury.TreasuryNotice.PaymentNotMade;
import org.chongshan.events.treasury.TreasuryNotice.PaymentSentBack;
import org.chongshan.events.treasury.TreasuryNotice.PaymentSettled;
import org.jspecify.annotations.Nullable;

/** What the programmes have to say to each other, each in its own language: the only place that knows two of them. */
public final class ContextMap {
    private static final String CHILD = "child/";
    private static final String RELIEF_CASE = "relief-case/";
    private static final String CARE_SETTLEMENT = "care-settlement/";
    private static final String PROJECT = "project/";

    private ContextMap() {}

    /** All lines. */
    public static final List<Translation<?, ?>> LINES = List.of(
            new Translation<>(InterventionSought.class, ReferralSent.class, ContextMap::referral),
            new Translation<>(ReferralAnswered.class, InterventionAnswered.class, ContextMap::answerForChild),
            new Translation<>(ViolenceReported.class, ProtectionConcernReported.class, ContextMap::concern),
            new Translation<>(CategoryDecided.class, HouseholdHardshipStated.class,
                    decided -> Optional
                            .of(new HouseholdHardshipStated(decided.household(), hardship(decided.category())))),
            new Translation<>(CategoryExpired.class, HouseholdHardshipStated.class,
                    expired -> Optional
                            .of(new HouseholdHardshipStated(expired.household(), EconomicHardship.TO_VERIFY))),
            new Translation<>(HouseholdHardshipHeard.class, HardshipLeadReported.class, ContextMap::lead),
            new Translation<>(ChildHarmHeard.class, ProtectionConcernReported.class, ContextMap::concern),
            new Translation<>(DisbursementInstructed.class, PaymentOrdered.class, ContextMap::order),
            new Translation<>(PaymentSettled.class, DisbursementConfirmed.class,
                    paid -> caseOf(paid.origin()).map(relief -> new DisbursementConfirmed(paid.claim(), relief,
                            paid.account(), paid.amountFen(), paid.paidAt()))),
            new Translation<>(PaymentNotMade.class, DisbursementFailed.class,
                    not -> caseOf(not.origin()).map(relief -> new DisbursementFailed(not.claim(), relief, not.account(),
                            not.amountFen(), FailedBecause.valueOf(not.reason().name())))),
            new Translation<>(PaymentSentBack.class, DisbursementReturned.class, back -> caseOf(back.origin())
                    .map(relief -> new DisbursementReturned(back.claim(), relief, back.account(), back.amountFen()))),
            new Translation<>(SettlementPaymentOrdered.class, PaymentOrdered.class, ContextMap::order),
            new Translation<>(PaymentSettled.class, SettlementPaid.class,
                    paid -> after(CARE_SETTLEMENT, paid.origin())
                            .map(settlement -> new SettlementPaid(settlement, paid.amountFen(), paid.paidAt()))),
            new Translation<>(PaymentNotMade.class, SettlementPaymentFailed.class,
                    not -> after(CARE_SETTLEMENT, not.origin())
                            .map(settlement -> new SettlementPaymentFailed(settlement, not.amountFen()))),
            new Translation<>(PaymentSentBack.class, SettlementPaymentFailed.class,
                    back -> after(CARE_SETTLEMENT, back.origin())
                            .map(settlement -> new SettlementPaymentFailed(settlement, back.amountFen()))),
            new Translation<>(TranchePaymentOrdered.class, PaymentOrdered.class, ContextMap::order),
            new Translation<>(PaymentSettled.class, TranchePaid.class,
                    paid -> after(PROJECT, paid.origin())
                            .map(project -> new TranchePaid(project, paid.claim(), paid.amountFen(), paid.paidAt()))),
            new Translation<>(PaymentNotMade.class, TranchePaymentFailed.class,
                    not -> after(PROJECT, not.origin())
                            .map(project -> new TranchePaymentFailed(project, not.claim(), not.amountFen()))),
            new Translation<>(PaymentSentBack.class, TranchePaymentFailed.class, back -> after(PROJECT, back.origin())
                    .map(project -> new TranchePaymentFailed(project, back.claim(), back.amountFen()))));

    /** The child's record has seen to the consent. */
    private static Optional<ReferralSent> referral(InterventionSought sought) {
        return Optional.of(new ReferralSent(sought.child() + "." + sought.intervention(), sought.household(),
                sought.member(), agency(sought.kind()), true, sought.need(), CHILD + sought.child()));
    }

    /** Whoever counsels must report, and says what is to be known; the notes stay where they are. */
    private static Optional<ProtectionConcernReported> concern(ViolenceReported violence) {
        return Optional.ofNullable(violence.child())
                .map(child -> new ProtectionConcernReported(child, Concern.VIOLENCE, true, violence.account()));
    }

    private static Agency agency(Intervention kind) {
        return switch (kind) {
            case MEDICAL -> Agency.HOSPITAL;
            case LEGAL -> Agency.LEGAL_AID;
            case PSYCHOTHERAPY, MEASUREMENT, TUTORING, FUNDING -> Agency.SOCIAL_ORGANISATION;
        };
    }

    /** An officer may have named a child as the origin too: it is answered only of a referral the child's record asked for. */
    private static Optional<InterventionAnswered> answerForChild(ReferralAnswered answered) {
        return after(CHILD, answered.origin()).flatMap(
                child -> after(child + ".", answered.referral()).map(intervention -> new InterventionAnswered(child,
                        intervention, InterventionAnswer.valueOf(answered.outcome().name()))));
    }

    private static EconomicHardship hardship(@Nullable Category category) {
        return category == null ? EconomicHardship.NONE : switch (category) {
            case DESTITUTE -> EconomicHardship.DESTITUTE;
            case MINIMUM_LIVING -> EconomicHardship.MINIMUM_LIVING;
            case DESTITUTE_MARGIN -> EconomicHardship.DESTITUTE_MARGIN;
            case LOW_INCOME_MARGIN -> EconomicHardship.LOW_INCOME_MARGIN;
            case EXPENDITURE_DRIVEN -> EconomicHardship.EXPENDITURE_DRIVEN;
            case EMERGENCY -> EconomicHardship.EMERGENCY;
        };
    }

    /** The lead bears the id a grid worker's visit of that day would give it, so that the two are one. */
    private static Optional<HardshipLeadReported> lead(HouseholdHardshipHeard heard) {
        var day = WorkingDays.dayOf(heard.heardAt());
        var lead = heard.household() + "." + heard.plight().name().toLowerCase(Locale.ROOT) + "."
                + DateTimeFormatter.BASIC_ISO_DATE.format(day);
        return Optional
                .of(new HardshipLeadReported(lead, heard.household(), hardship(heard.plight()), heard.heardAt()));
    }

    private static Hardship hardship(Plight plight) {
        return switch (plight) {
            case BEREAVEMENT -> Hardship.BEREAVEMENT;
            case ILLNESS -> Hardship.ILLNESS;
            case ACCIDENT -> Hardship.ACCIDENT;
            case UNEMPLOYMENT -> Hardship.UNEMPLOYMENT;
            case LOSS_OF_CARE -> Hardship.LOSS_OF_CARE;
        };
    }

    private static Optional<ProtectionConcernReported> concern(ChildHarmHeard heard) {
        var concern = switch (heard.harm()) {
            case NEGLECT -> Concern.NEGLECT;
            case VIOLENCE -> Concern.VIOLENCE;
            case SELF_HARM -> Concern.SELF_HARM;
            case OTHER -> Concern.OTHER;
        };
        return Optional.of(new ProtectionConcernReported(heard.child(), concern, true, heard.observation()));
    }

    private static Optional<PaymentOrdered> order(DisbursementInstructed instructed) {
        return Optional.of(new PaymentOrdered(instructed.claim(), instructed.household(), instructed.amountFen(),
                Purpose.TEMPORARY_RELIEF, instructed.fund(), RELIEF_CASE + instructed.reliefCase(),
                instructed.decidedBy()));
    }

    private static Optional<PaymentOrdered> order(SettlementPaymentOrdered ordered) {
        return Optional.of(new PaymentOrdered(ordered.claim(), ordered.provider(), ordered.amountFen(),
                Purpose.HOME_CARE, ordered.account(), CARE_SETTLEMENT + ordered.settlement(), ordered.decidedBy()));
    }

    private static Optional<PaymentOrdered> order(TranchePaymentOrdered ordered) {
        return Optional.of(new PaymentOrdered(ordered.claim(), ordered.organisation(), ordered.amountFen(),
                Purpose.VENTURE_PHILANTHROPY, ordered.account(), PROJECT + ordered.project(), ordered.decidedBy()));
    }

    private static Optional<String> caseOf(String origin) {
        return after(RELIEF_CASE, origin);
    }

    /** What follows a prefix; empty when it is not there. */
    private static Optional<String> after(String prefix, String text) {
        return text.startsWith(prefix) ? Optional.of(text.substring(prefix.length())) : Optional.empty();
    }
}
