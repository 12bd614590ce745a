package org.chongshan.organisations.organisation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

import org.chongshan.core.Aggregate;
import org.chongshan.core.Count;
import org.chongshan.core.Deadline;
import org.chongshan.core.Fact;
import org.chongshan.core.Figure;
import org.chongshan.core.InDigest;
import org.chongshan.core.Listing;
import org.chongshan.core.WorkingDays;
import org.chongshan.events.Heading;
import org.chongshan.events.Personal;
import org.chongshan.events.organisations.Grade;
import org.chongshan.events.organisations.OrganisationKind;
import org.chongshan.events.organisations.Recipient;
import org.chongshan.organisations.OrganisationsFigure;
import org.jspecify.annotations.Nullable;

/**
 * A social organisation, or a team that is to become one.
 *
 * @param entry      what the register says of it; null while it is a team
 * @param known      the day on which the platform first heard that it is registered; null while it is a team
 * @param incubation what it was as a team
 * @param reports    its annual reports
 * @param ratings    its ratings
 * @param conduct    what stands against it
 * @param returnBy   the last day for handing back a certificate that holds no more; null when none is out
 * @param excellent  cases of it that were named excellent: by whom, and in which year
 * @param told       of what expires, the last day of which it was told
 * @param dissolved  when it ended last, by its own time; null when it never did
 * @param grants     its proposals and projects
 */
record Organisation(String id, String subdistrict, @Nullable Fact<Entry> entry, @Nullable LocalDate known,
        Incubation incubation, Reports reports, Ratings ratings, Conduct conduct, @Nullable LocalDate returnBy,
        SortedSet<String> excellent, SortedMap<Due, LocalDate> told, @Nullable Instant dissolved,
        Grants grants) implements Aggregate {

    /** How many years without a report make it one to be struck off. */
    private static final int MISSED_TO_STRIKE_OFF = 2;

    private static final Map<Grade, Figure> RATED = Map.of(Grade.A5, OrganisationsFigure.RATED_5A, Grade.A4,
            OrganisationsFigure.RATED_4A, Grade.A3, OrganisationsFigure.RATED_3A);

    /** An entry of the register. */
    record Entry(String creditCode, OrganisationKind kind, String name, LocalDate registeredOn, Personal contact) {}

    /** Where it stands. */
    enum Status implements org.chongshan.core.Status {
        /** A team that is accompanied and has no credit code. */
        TEAM(Sight.LIST),
        /** In the register. */
        REGISTERED(Sight.LIST),
        /** Struck off, or fallen apart. */
        DISSOLVED(Sight.ENDED);

        private final Sight sight;

        Status(Sight sight) {
            this.sight = sight;
        }

        @Override
        public Sight sight() {
            return sight;
        }
    }

    /** Further lists of organisations. */
    enum Lists implements Listing {
        /** A team that has been accompanied for as long as planned. */
        @InDigest(Heading.OVERDUE)
        INCUBATION_OVERDUE,
        /** The report on the last year that fell due is missing. */
        @InDigest(Heading.OVERDUE)
        REPORT_MISSED,
        /** The reports on the last two years that fell due are missing. */
        TO_STRIKE_OFF,
        /** It has a rating that has not expired; by its grade. */
        RATED,
        /** Its rating expires within two years; by its last day. */
        @InDigest(Heading.EXPIRING)
        RATING_EXPIRING,
        /** It may not apply for a rating; by the last day. */
        RATING_BARRED,
        /** A certificate that holds no more is out; by the day it is owed. */
        CERTIFICATE_OUT,
        /** It may not have grants; by the last day. */
        GRANT_BANNED
    }

    /** What an organisation waits for; all of them end with a day. */
    enum Due implements Deadline {
        /** The last day of the next annual report. */
        ANNUAL_REPORT,
        /** The last day a team is to be accompanied. */
        INCUBATION,
        /** The day before an organisation may be rated again. */
        REAPPLICATION,
        /** The last day of the rating. */
        RATING,
        /** The last day a certificate can be handed back. */
        CERTIFICATE,
        /** The last day without an application for a rating. */
        RATING_BAR,
        /** The last day without grants. */
        GRANT_BAN
    }

    /** Who it is, as published; by its id while nobody has said its name. */
    Recipient recipient() {
        var team = incubation.team();
        return entry != null
                ? new Recipient(entry.value().name(), entry.value().creditCode())
                : new Recipient(team == null ? id : team.value().name(), null);
    }

    static Organisation begun(String id, String subdistrict) {
        return new Organisation(id, subdistrict, null, null, Incubation.NONE, Reports.NONE, Ratings.NONE, Conduct.CLEAN,
                null, new TreeSet<>(), new TreeMap<>(), null, Grants.none());
    }

    Organisation entered(Fact<Entry> fact, LocalDate heard) {
        return new Organisation(id, subdistrict, Fact.later(entry, fact),
                known == null || heard.isBefore(known) ? heard : known, incubation, reports, ratings, conduct, returnBy,
                excellent, told, dissolved, grants);
    }

    Organisation with(Incubation other) {
        return new Organisation(id, subdistrict, entry, known, other, reports, ratings, conduct, returnBy, excellent,
                told, dissolved, grants);
    }

    Organisation with(Reports other) {
        return new Organisation(id, subdistrict, entry, known, incubation, other, ratings, conduct, returnBy, excellent,
                told, dissolved, grants);
    }

    Organisation with(Ratings other) {
        return new Organisation(id, subdistrict, entry, known, incubation, reports, other, conduct, returnBy, excellent,
                told, dissolved, grants);
    }

    Organisation with(Conduct other) {
        return new Organisation(id, subdistrict, entry, known, incubation, reports, ratings, other, returnBy, excellent,
                told, dissolved, grants);
    }

    /** A certificate is out until that day; null: none is. */
    Organisation returnBy(@Nullable LocalDate day) {
        return new Organisation(id, subdistrict, entry, known, incubation, reports, ratings, conduct, day, excellent,
                told, dissolved, grants);
    }

    Organisation excellent(String named) {
        var all = new TreeSet<>(excellent);
        all.add(named);
        return new Organisation(id, subdistrict, entry, known, incubation, reports, ratings, conduct, returnBy, all,
                told, dissolved, grants);
    }

    Organisation told(Due due, LocalDate day) {
        var all = new TreeMap<>(told);
        all.put(due, day);
        return new Organisation(id, subdistrict, entry, known, incubation, reports, ratings, conduct, returnBy,
                excellent, all, dissolved, grants);
    }

    Organisation dissolved(Instant at) {
        return new Organisation(id, subdistrict, entry, known, incubation, reports, ratings, conduct, returnBy,
                excellent, told, dissolved != null && dissolved.isAfter(at) ? dissolved : at, grants);
    }

    Organisation with(Grants other) {
        return new Organisation(id, subdistrict, entry, known, incubation, reports, ratings, conduct, returnBy,
                excellent, told, dissolved, other);
    }

    @Override
    public Status status() {
        if (isSince(entry)) {
            return Status.REGISTERED;
        }
        return isSince(incubation.team()) ? Status.TEAM : Status.DISSOLVED;
    }

    /** Whether it was said after it ended last: what was struck off by mistake is entered again. */
    private boolean isSince(@Nullable Fact<?> said) {
        return said != null && (dissolved == null || said.at().isAfter(dissolved));
    }

    @Override
    public Map<Lists, String> lists() {
        var lists = new EnumMap<Lists, String>(Lists.class);
        if (status() == Status.DISSOLVED) {
            return lists;
        }
        var team = incubation.team();
        if (status() == Status.TEAM && team != null && isTold(Due.INCUBATION, team.value().until())) {
            lists.put(Lists.INCUBATION_OVERDUE, "");
        }
        if (!reports.passed().isEmpty()) {
            var row = reports.inARow(reports.passed().last());
            if (row > 0) {
                lists.put(Lists.REPORT_MISSED, "");
            }
            if (row >= MISSED_TO_STRIKE_OFF) {
                lists.put(Lists.TO_STRIKE_OFF, "");
            }
        }
        ratings.current().filter(rating -> !isTold(Due.RATING, rating.until())).ifPresent(rating -> {
            lists.put(Lists.RATED, rating.grade().name());
            if (isTold(Due.REAPPLICATION, rating.reapply())) {
                lists.put(Lists.RATING_EXPIRING, rating.until().toString());
            }
        });
        putUntil(lists, Lists.RATING_BARRED, Due.RATING_BAR, ratings.barredUntil());
        putUntil(lists, Lists.GRANT_BANNED, Due.GRANT_BAN, conduct.bannedUntil());
        if (returnBy != null) {
            lists.put(Lists.CERTIFICATE_OUT, returnBy.toString());
        }
        return lists;
    }

    private void putUntil(Map<Lists, String> lists, Lists list, Due due, @Nullable LocalDate until) {
        if (until != null && !isTold(due, until)) {
            lists.put(list, until.toString());
        }
    }

    private boolean isTold(Due due, LocalDate day) {
        return day.equals(told.get(due));
    }

    @Override
    public Map<Due, Instant> deadlines() {
        var all = new EnumMap<Due, Instant>(Due.class);
        if (status() == Status.DISSOLVED) {
            return all;
        }
        var team = incubation.team();
        if (status() == Status.TEAM && team != null) {
            await(all, Due.INCUBATION, team.value().until());
        }
        var next = reports.next();
        if (next != null) {
            await(all, Due.ANNUAL_REPORT, next.due());
        }
        ratings.current().ifPresent(rating -> {
            await(all, Due.REAPPLICATION, rating.reapply().minusDays(1));
            await(all, Due.RATING, rating.until());
        });
        await(all, Due.RATING_BAR, ratings.barredUntil());
        await(all, Due.GRANT_BAN, conduct.bannedUntil());
        await(all, Due.CERTIFICATE, returnBy);
        return all;
    }

    /** Unless it was told of that day. */
    private void await(Map<Due, Instant> all, Due due, @Nullable LocalDate lastDay) {
        if (lastDay != null && !isTold(due, due == Due.REAPPLICATION ? lastDay.plusDays(1) : lastDay)) {
            all.put(due, WorkingDays.endOf(lastDay));
        }
    }

    @Override
    public List<Count> counts() {
        var all = new ArrayList<Count>();
        grants.engaged().forEach(
                year -> all.add(Count.on(LocalDate.of(year, 1, 1), OrganisationsFigure.ORGANISATIONS_ENGAGED, 1)));
        excellent.stream().map(named -> Integer.parseInt(named.substring(0, named.indexOf('-')))).distinct()
                .forEach(year -> all.add(Count.on(LocalDate.of(year, 1, 1), OrganisationsFigure.EXCELLENT_CASES, 1)));
        var ended = status() == Status.DISSOLVED && dissolved != null ? WorkingDays.dayOf(dissolved) : LocalDate.MAX;
        for (var period : ratings.periods()) {
            var figure = RATED.get(period.grade());
            var after = period.until().isBefore(ended) ? period.until().plusDays(1) : ended;
            if (figure != null && period.from().isBefore(after)) {
                all.add(new Count(figure, period.from(), 1, null));
                all.add(new Count(figure, after, -1, null));
            }
        }
        return all;
    }
}
