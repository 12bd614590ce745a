package org.chongshan.eldercare.homevisit;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.chongshan.core.Fact;
import org.chongshan.core.Facts;
import org.chongshan.events.eldercare.ItemOutcome;
import org.chongshan.events.eldercare.ItemReport;
import org.jspecify.annotations.Nullable;

/**
 * What was recorded of a visit: facts as of their own times.
 *
 * @param ins         check-ins
 * @param outs        check-outs
 * @param report      what was done, by the latest report
 * @param adjustments other times, whether they count or not
 */
record Recorded(Facts<Check> ins, Facts<Check> outs, @Nullable Fact<Report> report, Facts<Adjustment> adjustments) {

    /** How many check-ins, and as many check-outs, a visit keeps. */
    static final int MOST_CHECKS = 20;
    /** How many adjustments a visit keeps. */
    static final int MOST_ADJUSTMENTS = 10;

    static final Recorded NOTHING = new Recorded(Facts.none(), Facts.none(), null, Facts.none());

    /**
     * What was done.
     *
     * @param by who says so
     */
    record Report(List<ItemReport> items, String by) {
        SortedSet<String> done() {
            var done = new TreeSet<String>();
            items.stream().filter(item -> item.outcome() == ItemOutcome.DONE).forEach(item -> done.add(item.item()));
            return done;
        }
    }

    Recorded in(Fact<Check> check) {
        return new Recorded(ins.with(check), outs, report, adjustments);
    }

    Recorded out(Fact<Check> check) {
        return new Recorded(ins, outs.with(check), report, adjustments);
    }

    Recorded reported(Fact<Report> said) {
        return new Recorded(ins, outs, Fact.later(report, said), adjustments);
    }

    Recorded adjusted(Fact<Adjustment> adjustment) {
        return new Recorded(ins, outs, report, adjustments.with(adjustment));
    }

    Recorded decided(String adjustment, String who, boolean approved) {
        return new Recorded(ins, outs, report,
                new Facts<>(adjustments.all().stream()
                        .map(one -> one.value().id().equals(adjustment)
                                ? new Fact<>(one.value().decided(who, approved), one.at(), one.event())
                                : one)
                        .toList()));
    }

    /** The check-in that counts: the first. Whoever else comes, it has begun. */
    Optional<Fact<Check>> first() {
        return ins.all().stream().findFirst();
    }

    /** The check-out that counts: the last of whoever checked in first. */
    Optional<Fact<Check>> last() {
        return first().flatMap(in -> outs.all().stream().filter(out -> out.value().carer().equals(in.value().carer()))
                .filter(out -> !out.at().isBefore(in.at())).max(Comparator.comparing(Fact::at)));
    }

    /** The adjustment that counts: of those approved the one asked for last. Nothing is adjusted that was never recorded. */
    Optional<Adjustment> counting() {
        return first().flatMap(_ -> adjustments.all().stream().map(Fact::value).filter(Adjustment::approved)
                .reduce((_, later) -> later));
    }

    /** When it began, as it counts; null before that is known. */
    @Nullable
    Instant startedAt() {
        return counting().map(Adjustment::startedAt).or(() -> first().map(Fact::at)).orElse(null);
    }

    /** When it ended, as it counts; null before that is known. */
    @Nullable
    Instant endedAt() {
        return counting().map(Adjustment::endedAt).or(() -> last().map(Fact::at)).orElse(null);
    }

    /** Whoever had a hand in what is recorded. */
    SortedSet<String> hands() {
        var hands = new TreeSet<String>();
        checks().forEach(check -> hands.add(check.by()));
        adjustments.all().forEach(one -> hands.add(one.value().by()));
        if (report != null) {
            hands.add(report.value().by());
        }
        first().ifPresent(in -> hands.add(in.value().carer()));
        return hands;
    }

    /** Of them, the officers. */
    SortedSet<String> officers() {
        var officers = new TreeSet<String>();
        checks().filter(Check::officer).forEach(check -> officers.add(check.by()));
        adjustments.all().stream().map(Fact::value).filter(Adjustment::officer).forEach(one -> officers.add(one.by()));
        return officers;
    }

    private Stream<Check> checks() {
        return Stream.concat(ins.all().stream(), outs.all().stream()).map(Fact::value);
    }

    /** The checks of whoever came first. */
    Stream<Check> ofWhoeverCame() {
        return first().stream().flatMap(in -> checks().filter(check -> check.carer().equals(in.value().carer())));
    }

    /** Whether two people checked in. */
    boolean isCheckedInTwice() {
        return ins.all().stream().map(in -> in.value().carer()).distinct().count() > 1
                || ins.all().stream().map(in -> in.value().by()).distinct().count() > 1;
    }
}
