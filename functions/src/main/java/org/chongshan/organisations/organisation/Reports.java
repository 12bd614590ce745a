package org.chongshan.organisations.organisation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.chongshan.core.Context;
import org.chongshan.core.Fact;
import org.chongshan.events.organisations.AnnualCheck;
import org.chongshan.organisations.OrganisationsParameter;
import org.jspecify.annotations.Nullable;

/**
 * The annual reports of an organisation, and what the annual checks found.
 *
 * @param filed  by year: when the report was handed in, the first time that is known
 * @param checks by year: what the check found, the last word
 * @param passed years whose last day has passed while the platform knew the organisation
 * @param next   the report that falls due next; null before it is in the register
 */
record Reports(SortedMap<Integer, Instant> filed, SortedMap<Integer, Fact<AnnualCheck>> checks,
        SortedSet<Integer> passed, @Nullable Duty next) {

    static final Reports NONE = new Reports(new TreeMap<>(), new TreeMap<>(), new TreeSet<>(), null);

    /**
     * A report that is owed.
     *
     * @param due the last day in time
     */
    record Duty(int year, LocalDate due) {}

    Reports filed(int year, Instant at) {
        var all = new TreeMap<>(filed);
        all.merge(year, at, (known, other) -> known.isBefore(other) ? known : other);
        return new Reports(all, checks, passed, next);
    }

    Reports checked(int year, Fact<AnnualCheck> fact) {
        var all = new TreeMap<>(checks);
        all.merge(year, fact, Fact::later);
        return new Reports(filed, all, passed, next);
    }

    /** From here on reports are awaited: the first that falls due after the platform heard of the organisation. */
    Reports awaited(LocalDate registeredOn, LocalDate known, Context context) {
        if (!passed.isEmpty()) {
            return this;
        }
        var year = known.getYear() - 1;
        while (due(year, context).isBefore(known) || !isOwed(year, registeredOn, context)) {
            year++;
        }
        return new Reports(filed, checks, passed, new Duty(year, due(year, context)));
    }

    /** The last day for the next one has passed. */
    Reports passed(Duty duty, Context context) {
        var all = new TreeSet<>(passed);
        all.add(duty.year());
        return new Reports(filed, checks, all, new Duty(duty.year() + 1, due(duty.year() + 1, context)));
    }

    /** Years that are owed and were not handed in. */
    SortedSet<Integer> missed() {
        return passed.stream().filter(year -> !filed.containsKey(year)).collect(Collectors.toCollection(TreeSet::new));
    }

    /** How many years up to this one were missed one after the other. */
    int inARow(int year) {
        var missed = missed();
        var row = 0;
        while (missed.contains(year - row)) {
            row++;
        }
        return row;
    }

    /** The last year whose report fell due before a day. */
    static int lastDue(LocalDate day, Context context) {
        return due(day.getYear() - 1, context).isBefore(day) ? day.getYear() - 1 : day.getYear() - 2;
    }

    static boolean isOwed(int year, LocalDate registeredOn, Context context) {
        return registeredOn.plusMonths(context.policy().value(OrganisationsParameter.ANNUAL_REPORT_FIRST_MONTHS))
                .isBefore(LocalDate.of(year, 12, 31));
    }

    boolean wasFiled(int year) {
        return filed.containsKey(year);
    }

    /** Neither was the last check up to a year failed, nor were the last two basically qualified. */
    boolean arePassed(int year) {
        var last = checks.headMap(year + 1);
        if (last.isEmpty()) {
            return true;
        }
        var result = last.get(last.lastKey()).value();
        var before = checks.get(last.lastKey() - 1);
        return result == AnnualCheck.QUALIFIED || result == AnnualCheck.BASICALLY_QUALIFIED
                && (before == null || before.value() != AnnualCheck.BASICALLY_QUALIFIED);
    }

    static LocalDate due(int year, Context context) {
        return LocalDate.of(year + 1,
                Math.toIntExact(context.policy().value(OrganisationsParameter.ANNUAL_REPORT_DUE_MONTH)),
                Math.toIntExact(context.policy().value(OrganisationsParameter.ANNUAL_REPORT_DUE_DAY)));
    }
}
