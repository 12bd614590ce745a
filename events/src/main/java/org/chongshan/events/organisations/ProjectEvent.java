package org.chongshan.events.organisations;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Stream;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.chongshan.events.Checked;
import org.chongshan.events.Confidential;
import org.chongshan.events.Fault;
import org.chongshan.events.Happened;
import org.chongshan.events.Id;
import org.chongshan.events.Planned;
import org.chongshan.events.PostedBy;
import org.chongshan.events.Role;

/**
 * What a project that has an award (公益创投项目) accepts. It bears its proposal's id.
 */
public sealed interface ProjectEvent extends OrganisationsEvent {
    /** Id of the project it concerns. */
    String project();

    /**
     * A proposal got an award.
     *
     * @param recipient           who gets it, as published
     * @param expectedPersonTimes whom it means to reach, person-times
     * @param subdistricts        codes of where
     * @param decidedBy           token subjects of those who decided the award
     */
    record ProjectAwarded(@Id String project, @Id String call, @Id String organisation, Recipient recipient,
            String title, ServiceField field, @Min(1) long requestedFen, @Min(1) long awardedFen, LocalDate startsOn,
            LocalDate endsOn, @Min(1) int expectedPersonTimes, Set<String> subdistricts,
            SortedSet<String> decidedBy) implements ProjectEvent {}

    /**
     * Both sides signed the agreement: the time for the first tranche runs from that day.
     *
     * @param agreement id of the document
     * @param midTermOn the day by whose end the mid-term report is due
     * @param finalOn   the day by whose end the final report is due
     */
    @PostedBy({Role.STREET, Role.DISTRICT})
    record AgreementSigned(@Id @Size(max = Id.MOST_TO_DERIVE_FROM) String project, @Id String agreement,
            @Happened LocalDate signedOn, @Planned LocalDate midTermOn,
            @Planned(mostYearsAhead = 3) LocalDate finalOn) implements ProjectEvent, Checked {
        @Override
        public Stream<Fault> faults() {
            var faults = Stream.<Fault>builder();
            if (!midTermOn.isAfter(signedOn)) {
                faults.add(new Fault("/midTermOn", Fault.Code.OUT_OF_RANGE, "lies after the day of signing"));
            }
            if (!finalOn.isAfter(midTermOn)) {
                faults.add(new Fault("/finalOn", Fault.Code.OUT_OF_RANGE, "lies after the mid-term"));
            }
            return faults.build();
        }
    }

    /**
     * There will be no agreement: the organisation does not want the award any more, or the bureau takes it back.
     *
     * @param grounds why, 2 to 500 characters
     */
    @PostedBy({Role.STREET, Role.DISTRICT, Role.ORGANISATION})
    record AwardGivenUp(@Id @Size(max = Id.MOST_TO_DERIVE_FROM) String project,
            @Size(min = 2, max = 500) Confidential grounds) implements ProjectEvent {}

    /**
     * A third party is to evaluate the project, and may read it.
     *
     * @param evaluator token subject
     */
    @PostedBy({Role.STREET, Role.DISTRICT})
    record EvaluatorNamed(@Id @Size(max = Id.MOST_TO_DERIVE_FROM) String project,
            @Id String evaluator) implements ProjectEvent {}

    /**
     * An officer has a tranche (拨款) paid.
     *
     * @param tranche   its number, from 1
     * @param amountFen the sum as the officer saw it
     */
    @PostedBy({Role.STREET, Role.DISTRICT})
    record TrancheApproved(@Id @Size(max = Id.MOST_TO_DERIVE_FROM) String project, @Min(1) @Max(3) int tranche,
            @Min(1) @Max(10_000_000_000L) long amountFen) implements ProjectEvent {}

    /**
     * A tranche was paid.
     *
     * @param claim under which
     */
    record TranchePaid(@Id String project, @Id String claim, @Min(1) long amountFen,
            Instant paidAt) implements ProjectEvent {}

    /**
     * A tranche was not paid, or the money came back from the bank.
     */
    record TranchePaymentFailed(@Id String project, @Id String claim, @Min(1) long amountFen) implements ProjectEvent {}

    /**
     * The organisation reports what it did since the last report.
     *
     * @param spentFen of the grant, since its beginning
     * @param reached  person-times since the last report, by subdistrict, at most 16
     * @param account  what was done, and why it is late if it is; 2 to 2,000 characters
     */
    @PostedBy(Role.ORGANISATION)
    record ProgressReported(@Id @Size(max = Id.MOST_TO_DERIVE_FROM) String project, ReportStage stage,
            @Min(0) @Max(10_000_000_000L) long spentFen, @Size(max = 16) List<@Valid PeopleReached> reached,
            @Size(min = 2, max = 2_000) Confidential account) implements ProjectEvent {}

    /**
     * An officer accepts a reason why a report is late.
     *
     * @param until   the day by whose end it is due instead
     * @param grounds the reason, 2 to 500 characters
     */
    @PostedBy({Role.STREET, Role.DISTRICT})
    record ReportExtended(@Id @Size(max = Id.MOST_TO_DERIVE_FROM) String project, ReportStage stage,
            @Planned LocalDate until, @Size(min = 2, max = 500) Confidential grounds) implements ProjectEvent {}

    /**
     * Somebody evaluated what was reported (中期评估、结项评估).
     *
     * @param findings 2 to 2,000 characters
     */
    @PostedBy({Role.AGENCY, Role.STREET, Role.DISTRICT})
    record MilestoneEvaluated(@Id @Size(max = Id.MOST_TO_DERIVE_FROM) String project, ReportStage stage,
            EvaluationOutcome outcome, @Size(min = 2, max = 2_000) Confidential findings) implements ProjectEvent {}

    /**
     * An officer stops the project.
     *
     * @param grounds what happened, 2 to 500 characters
     */
    @PostedBy({Role.STREET, Role.DISTRICT})
    record ProjectStopped(@Id @Size(max = Id.MOST_TO_DERIVE_FROM) String project, StoppedBecause because,
            @Size(min = 2, max = 500) Confidential grounds) implements ProjectEvent, Checked {
        @Override
        public Stream<Fault> faults() {
            return because == StoppedBecause.BREACH || because == StoppedBecause.NO_LONGER_POSSIBLE
                    ? Stream.empty()
                    : Stream.of(new Fault("/because", Fault.Code.OUT_OF_RANGE,
                            "is BREACH or NO_LONGER_POSSIBLE; the others follow from an evaluation or a missing report"));
        }
    }

    /**
     * The district found that a project should not have been stopped: it goes on from before.
     *
     * @param until   the day by whose end the report is due on which it stood
     * @param grounds why, 2 to 500 characters
     */
    @PostedBy(Role.DISTRICT)
    record ProjectResumed(@Id @Size(max = Id.MOST_TO_DERIVE_FROM) String project, @Planned LocalDate until,
            @Size(min = 2, max = 500) Confidential grounds) implements ProjectEvent {}

    /**
     * An officer says what of the grant was well spent; the rest is to be returned.
     *
     * @param acceptedFen of what was disbursed
     * @param grounds     why so, 2 to 500 characters
     */
    @PostedBy({Role.STREET, Role.DISTRICT})
    record AccountsSettled(@Id @Size(max = Id.MOST_TO_DERIVE_FROM) String project,
            @Min(0) @Max(10_000_000_000L) long acceptedFen,
            @Size(min = 2, max = 500) Confidential grounds) implements ProjectEvent {}

    /**
     * Money of the grant came back from the organisation.
     *
     * @param reference of the bank or voucher, of this project's; a reference counts once
     */
    @PostedBy({Role.CASHIER, Role.AGENCY})
    record MoneyReturned(@Id @Size(max = Id.MOST_TO_DERIVE_FROM) String project, @Id String reference,
            @Min(1) @Max(10_000_000_000L) long amountFen) implements ProjectEvent {}
}
