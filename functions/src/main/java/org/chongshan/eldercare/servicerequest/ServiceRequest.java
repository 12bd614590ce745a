package org.chongshan.eldercare.servicerequest;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.chongshan.core.Aggregate;
import org.chongshan.core.Context;
import org.chongshan.core.Deadline;
import org.chongshan.core.Fact;
import org.chongshan.core.InDigest;
import org.chongshan.core.Listing;
import org.chongshan.core.Term;
import org.chongshan.events.Heading;
import org.chongshan.events.Personal;
import org.chongshan.events.eldercare.BookingChannel;
import org.chongshan.events.eldercare.ServiceStep;
import org.jspecify.annotations.Nullable;

/**
 * A request for a service, from asking to rating. What the steps come to is derived from them in {@link Course}.
 *
 * @param asked       what is asked for; null when only something was heard, and nothing asked for yet
 * @param steps       in the order of their own times
 * @param outcome     what was done, as last said; null before
 * @param hardships   times hardship of a household was heard
 * @param harms       times harm to a child was heard
 * @param toldFor     the due time that was last stated as missed; null when the one that holds was not
 * @param status      where it stands; derived, as is all that follows
 * @param to          whom it is dispatched to, or was last; null before
 * @param givenBack   times it was given back
 * @param reopened    times it was opened again
 * @param stars       as rated; 0 before
 * @param dueBy       when the next step is due; null when none is
 */
record ServiceRequest(String id, String subdistrict, @Nullable Asked asked, List<Fact<Step>> steps,
        @Nullable Fact<Personal> outcome, int hardships, int harms, @Nullable Instant toldFor, Status status,
        @Nullable String to, int givenBack, int reopened, int stars, @Nullable Instant dueBy) implements Aggregate {

    /** How many steps a request knows. */
    static final int MOST_STEPS = 60;

    ServiceRequest {
        steps = List.copyOf(steps);
        var course = Course.of(asked, steps);
        to = course.to();
        givenBack = course.givenBack();
        reopened = course.reopened();
        stars = course.stars();
        dueBy = course.dueBy() == null ? null : course.dueBy().end();
        toldFor = dueBy != null && dueBy.equals(toldFor) ? toldFor : null;
        status = course.status() == Status.SOLVED && toldFor != null ? Status.UNRATED : course.status();
    }

    /**
     * What is asked for.
     *
     * @param call          id of the call; null when it was not asked for in one
     * @param elder         whom it is for; null when that is nobody in the books
     * @param place         the community the elder lives in; null when it is not known
     * @param nextBy        when it is accepted, or dispatched where it is accepted already
     * @param mostGivenBack how often it may be given back
     */
    record Asked(Instant at, BookingChannel channel, @Nullable String call, @Nullable String elder,
            @Nullable String place, boolean emergency, Personal need, Term nextBy, long mostGivenBack) {
        /** Whether nobody at the bureau has read it yet. */
        boolean byMachine() {
            return channel == BookingChannel.KIOSK || channel == BookingChannel.APP;
        }
    }

    /** Where a request stands. */
    enum Status implements org.chongshan.core.Status {
        /** Something was heard, and nothing asked for yet. */
        HEARD_OF(Sight.LIST),
        /** A kiosk or an app took it. */
        @InDigest(Heading.DUE_TODAY)
        ASKED(Sight.DEADLINE),
        /** Somebody is to be found who handles it (受理). */
        @InDigest(Heading.DUE_TODAY)
        ACCEPTED(Sight.DEADLINE),
        /** Somebody is to handle it (派单). */
        @InDigest(Heading.DUE_TODAY)
        DISPATCHED(Sight.DEADLINE),
        /** Whoever asked is to be told (办理). */
        @InDigest(Heading.DUE_TODAY)
        HANDLED(Sight.DEADLINE),
        /** Whoever asked is to be asked whether it helped (答复). */
        @InDigest(Heading.DUE_TODAY)
        ANSWERED(Sight.DEADLINE),
        /** It helped; whoever asked may rate (回访). */
        SOLVED(Sight.DEADLINE),
        /** It is rated (评价). */
        RATED(Sight.ENDED),
        /** It helped, and was not rated. */
        UNRATED(Sight.ENDED),
        /** Whoever asked does not want it any more. */
        WITHDRAWN(Sight.ENDED);

        private final Sight sight;

        Status(Sight sight) {
            this.sight = sight;
        }

        @Override
        public Sight sight() {
            return sight;
        }
    }

    /** The further lists a request stands in, while it has not ended. */
    enum Listed implements Listing {
        /** Somebody has to come at once. */
        EMERGENCIES,
        /** A step is not done in time. */
        @InDigest(Heading.OVERDUE)
        OVERDUE,
        /** It was given back, and is to be dispatched again. */
        GIVEN_BACK,
        /** It was opened again. */
        OPENED_AGAIN
    }

    /** What a request waits for. */
    enum Due implements Deadline {
        /** The next step. */
        STEP,
        /** A rating. */
        RATING
    }

    static ServiceRequest heardOf(String id, String subdistrict) {
        return of(id, subdistrict, null, List.of(), null, 0, 0, null);
    }

    private static ServiceRequest of(String id, String subdistrict, @Nullable Asked asked, List<Fact<Step>> steps,
            @Nullable Fact<Personal> outcome, int hardships, int harms, @Nullable Instant toldFor) {
        return new ServiceRequest(id, subdistrict, asked, steps, outcome, hardships, harms, toldFor, Status.HEARD_OF,
                null, 0, 0, 0, null);
    }

    ServiceRequest asked(String where, Asked what) {
        return of(id, where, what, steps, outcome, hardships, harms, toldFor);
    }

    ServiceRequest with(Fact<Step> step) {
        var all = Stream.concat(steps.stream(), Stream.of(step)).sorted(Fact.BY_TIME).toList();
        return of(id, subdistrict, asked, all, outcome, hardships, harms, toldFor);
    }

    ServiceRequest outcome(Fact<Personal> what) {
        return of(id, subdistrict, asked, steps, Fact.later(outcome, what), hardships, harms, toldFor);
    }

    ServiceRequest hardshipHeard() {
        return of(id, subdistrict, asked, steps, outcome, hardships + 1, harms, toldFor);
    }

    ServiceRequest harmHeard() {
        return of(id, subdistrict, asked, steps, outcome, hardships, harms + 1, toldFor);
    }

    ServiceRequest told(Instant due) {
        return of(id, subdistrict, asked, steps, outcome, hardships, harms, due);
    }

    Course course() {
        return Course.of(asked, steps);
    }

    /** How it stood at a time, as far as is known: what happened later does not count. */
    Course courseAt(Fact<Step> step) {
        return Course.of(asked, steps.stream().filter(other -> Fact.BY_TIME.compare(other, step) < 0).toList());
    }

    /** The step that is due, of what has not ended. */
    ServiceStep nextStep() {
        return switch (status) {
            case HEARD_OF, ASKED -> ServiceStep.ACCEPTANCE;
            case ACCEPTED -> ServiceStep.DISPATCH;
            case DISPATCHED -> ServiceStep.HANDLING;
            case HANDLED -> ServiceStep.ANSWER;
            case ANSWERED, SOLVED, RATED, UNRATED, WITHDRAWN -> ServiceStep.FOLLOW_UP;
        };
    }

    /** Whether somebody has to come at once. */
    boolean isEmergency() {
        return asked != null && asked.emergency();
    }

    @Override
    public String rank() {
        return dueBy == null ? "" : dueBy.toString();
    }

    @Override
    public Map<Listed, String> lists() {
        var lists = new EnumMap<Listed, String>(Listed.class);
        if (asked == null || status.sight() == Status.Sight.ENDED) {
            return lists;
        }
        if (isEmergency()) {
            lists.put(Listed.EMERGENCIES, rank());
        }
        if (toldFor != null) {
            lists.put(Listed.OVERDUE, rank());
        }
        if (status == Status.ACCEPTED && givenBack > 0) {
            lists.put(Listed.GIVEN_BACK, rank());
        }
        if (reopened > 0) {
            lists.put(Listed.OPENED_AGAIN, rank());
        }
        return lists;
    }

    @Override
    public List<Term> calendarTerms() {
        var next = course().dueBy();
        return next == null || toldFor != null ? List.of() : List.of(next);
    }

    @Override
    public ServiceRequest reckonedBy(Context context) {
        return calendarTerms().stream().noneMatch(Term::isProvisional)
                ? this
                : of(id, subdistrict, asked, steps.stream()
                        .map(step -> new Fact<>(step.value().reckonedBy(context), step.at(), step.event())).toList(),
                        outcome, hardships, harms, toldFor);
    }

    @Override
    public Map<Due, Instant> deadlines() {
        if (dueBy == null || toldFor != null) {
            return Map.of();
        }
        return Map.of(status == Status.SOLVED ? Due.RATING : Due.STEP, dueBy);
    }
}
