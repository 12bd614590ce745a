package org.chongshan.organisations.project;

import java.time.Instant;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;

import org.chongshan.core.Context;
import org.chongshan.core.Term;
import org.chongshan.events.organisations.ReportStage;
import org.chongshan.events.organisations.StoppedBecause;
import org.chongshan.organisations.project.Tranche.State;
import org.jspecify.annotations.Nullable;

/**
 * What has become of a project. Where it stands and what it comes to is derived from this.
 *
 * @param agreementBy   when the agreement is to be signed
 * @param agreementLate whether it was stated that it was not
 * @param agreement     null before it is signed
 * @param evaluator     a third party that evaluates it, a token subject; null when officers do
 * @param tranches      by number; none of nothing
 * @param milestones    empty before the agreement
 * @param stop          null unless it was stopped
 * @param settleBy      when the accounts are to be settled; null before it ended
 * @param settleLate    whether it was stated that they were not
 * @param accounts      null before they are settled
 * @param returns       what the organisation sent back, by reference, fen
 * @param givenUp       whether there will be no agreement
 * @param stops         how often it was stopped
 */
record Course(Instant agreementBy, boolean agreementLate, @Nullable Agreement agreement, @Nullable String evaluator,
        SortedMap<Integer, Tranche> tranches, SortedMap<ReportStage, Milestone> milestones, @Nullable Stop stop,
        @Nullable Term settleBy, boolean settleLate, @Nullable Accounts accounts, SortedMap<String, Long> returns,
        boolean givenUp, int stops) {

    /** What both sides signed. */
    record Agreement(String id, LocalDate signedOn) {}

    /** That it was stopped. */
    record Stop(StoppedBecause because, LocalDate on) {}

    /**
     * What was well spent.
     *
     * @param returnBy when the rest is to be back; null when there is none
     * @param late     whether it was stated that it is not
     */
    record Accounts(long acceptedFen, @Nullable Instant returnBy, boolean late) {}

    static Course awarded(Instant agreementBy, SortedMap<Integer, Tranche> tranches) {
        return new Course(agreementBy, false, null, null, tranches, new TreeMap<>(), null, null, false, null,
                new TreeMap<>(), false, 0);
    }

    Course agreementStatedLate() {
        return new Course(agreementBy, true, agreement, evaluator, tranches, milestones, stop, settleBy, settleLate,
                accounts, returns, givenUp, stops);
    }

    Course signed(Agreement signed, SortedMap<ReportStage, Milestone> reports) {
        return new Course(agreementBy, agreementLate, signed, evaluator, tranches, reports, stop, settleBy, settleLate,
                accounts, returns, givenUp, stops);
    }

    Course evaluatedBy(String who) {
        return new Course(agreementBy, agreementLate, agreement, who, tranches, milestones, stop, settleBy, settleLate,
                accounts, returns, givenUp, stops);
    }

    Course with(int number, Tranche tranche) {
        var all = new TreeMap<>(tranches);
        all.put(number, tranche);
        return new Course(agreementBy, agreementLate, agreement, evaluator, all, milestones, stop, settleBy, settleLate,
                accounts, returns, givenUp, stops);
    }

    /** The tranche is due; of nothing none is. */
    Course due(int number, Term by) {
        var tranche = tranches.get(number);
        return tranche == null ? this : with(number, tranche.due(by));
    }

    Course with(ReportStage stage, Milestone milestone) {
        var all = new TreeMap<>(milestones);
        all.put(stage, milestone);
        return new Course(agreementBy, agreementLate, agreement, evaluator, tranches, all, stop, settleBy, settleLate,
                accounts, returns, givenUp, stops);
    }

    /** It has ended, or goes on after all: the accounts are to be settled, or not yet. */
    Course ending(@Nullable Stop how, @Nullable Term by) {
        return new Course(agreementBy, agreementLate, agreement, evaluator, tranches, milestones, how, by, false, null,
                returns, givenUp, how == null ? stops : stops + 1);
    }

    Course settleStatedLate() {
        return new Course(agreementBy, agreementLate, agreement, evaluator, tranches, milestones, stop, settleBy, true,
                accounts, returns, givenUp, stops);
    }

    Course settled(Accounts found) {
        return new Course(agreementBy, agreementLate, agreement, evaluator, tranches, milestones, stop, settleBy,
                settleLate, found, returns, givenUp, stops);
    }

    Course returned(String reference, long amountFen) {
        var all = new TreeMap<>(returns);
        all.put(reference, amountFen);
        return new Course(agreementBy, agreementLate, agreement, evaluator, tranches, milestones, stop, settleBy,
                settleLate, accounts, all, givenUp, stops);
    }

    Course abandoned() {
        return new Course(agreementBy, agreementLate, agreement, evaluator, tranches, milestones, stop, settleBy,
                settleLate, accounts, returns, true, stops);
    }

    Course reckonedBy(Context context) {
        var reckoned = new TreeMap<Integer, Tranche>();
        tranches.forEach((number, tranche) -> reckoned.put(number, tranche.reckonedBy(context)));
        var reports = new TreeMap<ReportStage, Milestone>();
        milestones.forEach((stage, milestone) -> reports.put(stage, milestone.reckonedBy(context)));
        return new Course(agreementBy, agreementLate, agreement, evaluator, reckoned, reports, stop,
                settleBy == null ? null : settleBy.reckonedBy(context), settleLate, accounts, returns, givenUp, stops);
    }

    /** What stands to be reported or evaluated; null when all is passed, or there is no agreement. */
    @Nullable
    ReportStage stage() {
        return milestones.entrySet().stream().filter(each -> !each.getValue().isPassed()).map(each -> each.getKey())
                .findFirst().orElse(null);
    }

    boolean hasPassed() {
        return !milestones.isEmpty() && stage() == null;
    }

    boolean isOrdered() {
        return tranches.values().stream().anyMatch(tranche -> tranche.state() == State.ORDERED);
    }

    boolean isAllPaid() {
        return tranches.values().stream().allMatch(tranche -> tranche.state() == State.PAID);
    }

    long disbursedFen() {
        return tranches.values().stream().filter(tranche -> tranche.state() == State.PAID).mapToLong(Tranche::amountFen)
                .sum();
    }

    long sentBackFen() {
        return returns.values().stream().mapToLong(Long::longValue).sum();
    }

    /** What is to be returned in all, as far as that is settled. */
    long owedFen() {
        return accounts == null ? 0 : Math.max(0, disbursedFen() - accounts.acceptedFen());
    }

    /** Whether more was returned, or accepted as spent, than has arrived: the bank sent a tranche back. */
    boolean isShort() {
        return sentBackFen() + (accounts == null ? 0 : accounts.acceptedFen()) > disbursedFen();
    }

    /** Whether a tranche may go out: of what was stopped only what the bank had sent back beyond what is owed. */
    boolean mayPay(int number) {
        var tranche = tranches.get(number);
        return tranche != null && tranche.isPayable() && (stop == null || isShort());
    }
}
