package org.chongshan.eldercare.servicerequest;

import java.util.List;
import java.util.TreeSet;

import org.chongshan.core.Actors;
import org.chongshan.core.Fact;
import org.chongshan.core.Term;
import org.chongshan.eldercare.servicerequest.ServiceRequest.Asked;
import org.chongshan.eldercare.servicerequest.ServiceRequest.Status;
import org.jspecify.annotations.Nullable;

/**
 * How a request went, by the own times of its steps: each counts in its turn, or not at all. Whatever the order the steps
 * were heard in, the course is one.
 *
 * @param to         whom it is dispatched to, or was last; null before
 * @param handler    who said that it is handled, in this round; null before
 * @param givenBack  times it was given back
 * @param reopened   times it was opened again
 * @param stars      as rated; 0 before
 * @param dueBy      when the next step is due; null when none is
 * @param counted    ids of the events of the steps that count
 */
record Course(Status status, @Nullable String to, @Nullable String handler, int givenBack, int reopened, int stars,
        @Nullable Term dueBy, TreeSet<String> counted) {

    static Course of(@Nullable Asked asked, List<Fact<Step>> steps) {
        if (asked == null) {
            return new Course(Status.HEARD_OF, null, null, 0, 0, 0, null, new TreeSet<>());
        }
        var course = new Course(asked.byMachine() ? Status.ASKED : Status.ACCEPTED, null, null, 0, 0, 0, asked.nextBy(),
                new TreeSet<>());
        for (var step : steps) {
            course = course.after(step, asked);
        }
        return course;
    }

    private Course after(Fact<Step> fact, Asked asked) {
        var step = fact.value();
        if (!isInTurn(step, asked)) {
            return this;
        }
        counted.add(fact.event());
        var nextBy = step.nextBy(asked.emergency());
        return switch (step.kind()) {
            case ACCEPT -> new Course(Status.ACCEPTED, to, handler, givenBack, reopened, stars, nextBy, counted);
            case DISPATCH ->
                new Course(Status.DISPATCHED, step.party(), null, givenBack, reopened, stars, nextBy, counted);
            case GIVE_BACK -> new Course(Status.ACCEPTED, to, null, givenBack + 1, reopened, stars, nextBy, counted);
            case HANDLE -> new Course(Status.HANDLED, to, step.actor(), givenBack, reopened, stars, nextBy, counted);
            case ANSWER -> new Course(Status.ANSWERED, to, handler, givenBack, reopened, stars, nextBy, counted);
            case FOLLOW_UP -> step.solved()
                    ? new Course(Status.SOLVED, to, handler, givenBack, reopened, stars, nextBy, counted)
                    : new Course(Status.ACCEPTED, to, null, givenBack, reopened + 1, stars, nextBy, counted);
            case RATE -> new Course(Status.RATED, to, handler, givenBack, reopened, step.stars(), null, counted);
            case WITHDRAW -> new Course(Status.WITHDRAWN, to, handler, givenBack, reopened, stars, null, counted);
        };
    }

    private boolean isInTurn(Step step, Asked asked) {
        return switch (step.kind()) {
            case ACCEPT -> status == Status.ASKED;
            case DISPATCH -> status == Status.ACCEPTED || status == Status.DISPATCHED;
            case GIVE_BACK -> isWith(step.party()) && givenBack < asked.mostGivenBack();
            case HANDLE -> isWith(step.party());
            case ANSWER -> status == Status.HANDLED;
            case FOLLOW_UP -> status == Status.ANSWERED && !isHandler(step.actor());
            case RATE -> status == Status.SOLVED;
            case WITHDRAW -> status.sight() != Status.Sight.ENDED;
        };
    }

    /** Whether it is dispatched to this party now. */
    boolean isWith(@Nullable String party) {
        return status == Status.DISPATCHED && party != null && party.equals(to);
    }

    /** Whether this person said that it is handled. */
    boolean isHandler(String actor) {
        return handler != null && Actors.same(handler, actor);
    }
}
