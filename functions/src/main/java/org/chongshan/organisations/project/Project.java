package org.chongshan.organisations.project;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

import org.chongshan.core.Aggregate;
import org.chongshan.core.Context;
import org.chongshan.core.Count;
import org.chongshan.core.Deadline;
import org.chongshan.core.InDigest;
import org.chongshan.core.Listing;
import org.chongshan.core.Term;
import org.chongshan.core.WorkingDays;
import org.chongshan.events.Heading;
import org.chongshan.events.organisations.Recipient;
import org.chongshan.events.organisations.ServiceField;
import org.chongshan.organisations.OrganisationsFigure;
import org.chongshan.organisations.project.Tranche.State;
import org.jspecify.annotations.Nullable;

/**
 * A project that has an award (公益创投项目). It confides in its organisation, and in a third party that evaluates it.
 *
 * @param statements how often its organisation was told that it is, or is not, to be settled; the last one counts
 */
record Project(String id, String subdistrict, Status status, Award award, Course course, Amounts amounts,
        int statements) implements Aggregate {

    /** How often an organisation sends money back. */
    static final int MOST_RETURNS = 60;

    /**
     * What was awarded.
     *
     * @param recipient who gets it, as published
     * @param decidedBy who decided it
     */
    record Award(String call, String organisation, Recipient recipient, String title, ServiceField field,
            long requestedFen, long awardedFen, LocalDate startsOn, LocalDate endsOn, LocalDate awardedOn,
            int expectedPersonTimes, Set<String> subdistricts, SortedSet<String> decidedBy) {}

    /**
     * What it comes to, fen: no more is awarded than requested, disbursed than awarded, returned than disbursed.
     *
     * @param disbursedFen what was paid, less what the bank sent back
     * @param returnedFen  what came back from the organisation, up to what was disbursed
     * @param owedFen      what is to come back in all, as far as that is settled
     * @param personTimes  whom it reached, as reported
     */
    record Amounts(long requestedFen, long awardedFen, long disbursedFen, long returnedFen, long owedFen,
            long personTimes) {}

    /** Where a project stands. */
    enum Status implements org.chongshan.core.Status {
        /** The agreement is to be signed. */
        AWARDED(Sight.DEADLINE),
        /** It was not signed in time. */
        @InDigest(Heading.OVERDUE)
        AGREEMENT_OVERDUE(Sight.LIST),
        /** It runs: it reports, is evaluated, and is paid. */
        RUNNING(Sight.LIST),
        /** It was stopped; its accounts are to be settled. */
        STOPPED(Sight.LIST),
        /** It is done; the last tranche is to be paid, the accounts are to be settled. */
        COMPLETED(Sight.LIST),
        /** Money is to come back. */
        RETURN_DUE(Sight.LIST),
        /** Nothing more is to be paid or returned. */
        SETTLED(Sight.ENDED),
        /** There was no agreement. */
        GIVEN_UP(Sight.ENDED);

        private final Sight sight;

        Status(Sight sight) {
            this.sight = sight;
        }

        @Override
        public Sight sight() {
            return sight;
        }
    }

    /** The further lists a project stands in. */
    enum Listed implements Listing {
        /** An officer is to approve a tranche. */
        TRANCHE_TO_APPROVE,
        /** A report is late. */
        @InDigest(Heading.OVERDUE)
        REPORT_OVERDUE,
        /** A report is to be evaluated. */
        TO_EVALUATE,
        /** The accounts are to be settled. */
        TO_SETTLE,
        /** What was to come back has not. */
        @InDigest(Heading.OVERDUE)
        RETURN_OVERDUE
    }

    /** What a project waits for. */
    enum Due implements Deadline {
        /** That the agreement is signed. */
        AGREEMENT,
        /** That a tranche that is due is approved. */
        TRANCHE,
        /** That a report is there. */
        REPORT,
        /** That a reason is given why it is not. */
        REASON,
        /** That a report is evaluated. */
        EVALUATION,
        /** That the accounts are settled. */
        ACCOUNTS,
        /** That money is back. */
        RETURN
    }

    static Project of(String id, String subdistrict, Award award, Course course, int statements) {
        var people = course.milestones().values().stream().map(Milestone::report).filter(Objects::nonNull)
                .mapToLong(report -> report.value().personTimes()).sum();
        var disbursed = course.disbursedFen();
        return new Project(id, subdistrict, status(course), award, course, new Amounts(award.requestedFen(),
                award.awardedFen(), disbursed, Math.min(course.sentBackFen(), disbursed), course.owedFen(), people),
                statements);
    }

    Project with(Course next) {
        return of(id, subdistrict, award, next, statements);
    }

    Project stated() {
        return new Project(id, subdistrict, status, award, course, amounts, statements + 1);
    }

    /** Whether nothing of it is left to be settled. */
    boolean hasEnded() {
        return status == Status.SETTLED || status == Status.GIVEN_UP;
    }

    private static Status status(Course course) {
        if (course.givenUp()) {
            return Status.GIVEN_UP;
        }
        if (course.agreement() == null) {
            return course.agreementLate() ? Status.AGREEMENT_OVERDUE : Status.AWARDED;
        }
        if (course.stop() == null && !course.hasPassed()) {
            return Status.RUNNING;
        }
        if (course.accounts() == null || course.stop() == null && !course.isAllPaid()) {
            return course.stop() == null ? Status.COMPLETED : Status.STOPPED;
        }
        return course.sentBackFen() < course.owedFen() || course.isShort() || course.isOrdered()
                ? Status.RETURN_DUE
                : Status.SETTLED;
    }

    /** The claim a tranche is paid under. */
    static String claim(String project, int tranche) {
        return "grant." + project + "." + tranche;
    }

    /** Whether the accounts are to be settled, or settled anew because a bank paid after all what it had said it had not. */
    boolean isToSettle() {
        var accounts = course.accounts();
        return accounts == null
                ? status == Status.STOPPED || status == Status.COMPLETED
                : status == Status.RETURN_DUE && accounts.returnBy() == null && course.sentBackFen() < course.owedFen();
    }

    @Override
    public String rank() {
        return award.endsOn() + "." + award.organisation();
    }

    @Override
    public Set<String> confidants() {
        var all = new TreeSet<>(Set.of(award.organisation()));
        var evaluator = course.evaluator();
        if (evaluator != null) {
            all.add(evaluator);
        }
        return all;
    }

    @Override
    public Map<Listed, String> lists() {
        var lists = new TreeMap<Listed, String>();
        if (status == Status.GIVEN_UP || status == Status.AWARDED || status == Status.AGREEMENT_OVERDUE) {
            return lists;
        }
        if (course.tranches().keySet().stream().anyMatch(course::mayPay)) {
            lists.put(Listed.TRANCHE_TO_APPROVE, rank());
        }
        var milestone = current();
        if (milestone != null && milestone.reasonBy() != null && milestone.report() == null) {
            lists.put(Listed.REPORT_OVERDUE, rank());
        }
        if (milestone != null && milestone.isToEvaluate()) {
            lists.put(Listed.TO_EVALUATE, rank());
        }
        if (isToSettle()) {
            lists.put(Listed.TO_SETTLE, rank());
        }
        var accounts = course.accounts();
        if (status == Status.RETURN_DUE && accounts != null && accounts.late()) {
            lists.put(Listed.RETURN_OVERDUE, rank());
        }
        return lists;
    }

    /** What it waits for in terms of working days. */
    private Map<Due, Term> terms() {
        var all = new EnumMap<Due, Term>(Due.class);
        if (status == Status.AWARDED) {
            return all;
        }
        if (course.stop() == null) {
            course.tranches().values().stream().filter(one -> one.state() == State.DUE && !one.late())
                    .map(Tranche::dueBy).filter(Objects::nonNull).min(Comparator.comparing(Term::end))
                    .ifPresent(by -> all.put(Due.TRANCHE, by));
        }
        var milestone = current();
        if (milestone != null && milestone.report() == null) {
            var reasonBy = milestone.reasonBy();
            all.put(reasonBy == null ? Due.REPORT : Due.REASON, reasonBy == null ? milestone.dueBy() : reasonBy);
        } else if (milestone != null && milestone.isToEvaluate() && !milestone.late()
                && milestone.evaluateBy() != null) {
            all.put(Due.EVALUATION, milestone.evaluateBy());
        }
        var settleBy = course.settleBy();
        if (isToSettle() && settleBy != null && !course.settleLate()) {
            all.put(Due.ACCOUNTS, settleBy);
        }
        return all;
    }

    @Override
    public List<Term> calendarTerms() {
        return List.copyOf(terms().values());
    }

    @Override
    public Project reckonedBy(Context context) {
        return terms().values().stream().noneMatch(Term::isProvisional) ? this : with(course.reckonedBy(context));
    }

    @Override
    public Map<Due, Instant> deadlines() {
        var all = new EnumMap<Due, Instant>(Due.class);
        if (status == Status.AWARDED) {
            all.put(Due.AGREEMENT, course.agreementBy());
            return all;
        }
        terms().forEach((due, term) -> all.put(due, term.end()));
        var accounts = course.accounts();
        if (status == Status.RETURN_DUE && accounts != null && accounts.returnBy() != null && !accounts.late()) {
            all.put(Due.RETURN, accounts.returnBy());
        }
        return all;
    }

    /** What a running project stands before; null of one that does not run. */
    private @Nullable Milestone current() {
        var stage = course.stage();
        return status == Status.RUNNING && stage != null ? course.milestones().get(stage) : null;
    }

    @Override
    public List<Count> counts() {
        if (status == Status.GIVEN_UP) {
            return List.of();
        }
        var all = new ArrayList<Count>();
        all.add(Count.on(award.awardedOn(), OrganisationsFigure.PROJECTS_SUPPORTED, 1));
        all.add(Count.on(award.awardedOn(), OrganisationsFigure.PROJECT_FUNDS_FEN, award.awardedFen()));
        course.milestones().values().stream().map(Milestone::report).filter(Objects::nonNull)
                .forEach(report -> all.add(Count.on(WorkingDays.dayOf(report.at()),
                        OrganisationsFigure.PROJECT_BENEFICIARIES, report.value().personTimes())));
        return all;
    }
}
