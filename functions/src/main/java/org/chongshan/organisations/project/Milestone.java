package org.chongshan.organisations.project;

import java.util.SortedMap;

import org.chongshan.core.Context;
import org.chongshan.core.Fact;
import org.chongshan.core.Term;
import org.chongshan.events.organisations.EvaluationOutcome;
import org.jspecify.annotations.Nullable;

/**
 * A report that is due, and its evaluation.
 *
 * @param dueBy       when the report is due, that instant included
 * @param reasonBy    when a reason is given at the latest for its being late; null unless it is
 * @param report      what was reported, the last word by its own time; null before
 * @param evaluateBy  when it is to be evaluated; null before it is there
 * @param late        whether it was stated that nobody had evaluated it
 * @param outcome     null before it was evaluated
 * @param evaluatedBy null before it was evaluated
 */
record Milestone(Term dueBy, @Nullable Term reasonBy, @Nullable Fact<Report> report, @Nullable Term evaluateBy,
        boolean late, @Nullable EvaluationOutcome outcome, @Nullable String evaluatedBy) {

    /**
     * What was reported.
     *
     * @param spentFen of the grant, since its beginning
     * @param reached  person-times since the report before, by subdistrict
     */
    record Report(long spentFen, SortedMap<String, Integer> reached) {
        long personTimes() {
            return reached.values().stream().mapToLong(Integer::longValue).sum();
        }
    }

    static Milestone due(Term by) {
        return new Milestone(by, null, null, null, false, null, null);
    }

    Milestone overdue(Term reason) {
        return new Milestone(dueBy, reason, report, evaluateBy, late, outcome, evaluatedBy);
    }

    Milestone reported(Fact<Report> said, Term by) {
        return new Milestone(dueBy, reasonBy, Fact.later(report, said), by, late, outcome, evaluatedBy);
    }

    Milestone reckonedBy(Context context) {
        return new Milestone(dueBy.reckonedBy(context), reasonBy == null ? null : reasonBy.reckonedBy(context), report,
                evaluateBy == null ? null : evaluateBy.reckonedBy(context), late, outcome, evaluatedBy);
    }

    Milestone statedLate() {
        return new Milestone(dueBy, reasonBy, report, evaluateBy, true, outcome, evaluatedBy);
    }

    Milestone evaluated(@Nullable EvaluationOutcome how, @Nullable String by) {
        return new Milestone(dueBy, reasonBy, report, evaluateBy, late, how, by);
    }

    boolean isPassed() {
        return outcome == EvaluationOutcome.PASSED;
    }

    boolean isToEvaluate() {
        return report != null && outcome == null;
    }
}
