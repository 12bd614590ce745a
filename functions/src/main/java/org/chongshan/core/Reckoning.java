package org.chongshan.core;

import org.chongshan.core.Decision.Become;
import org.chongshan.events.Event;

/**
 * What a decider says of an aggregate whose {@linkplain Aggregate#calendarTerms() terms} are first reckoned by the calendar as
 * it is now.
 *
 * @param anew the rule that stands first where that moved one
 */
public record Reckoning(Rule anew) {

    /** What follows from an event. What is refused moves nothing. */
    public <S extends Aggregate, E extends Event> Decision<S> decide(Decider<S, E> decider, S state, E event,
            Context context) {
        var today = today(state, context);
        var decision = decider.decide(today, event, context);
        return decision instanceof Become<S> become && !today.equals(state) ? moved(today).and(become) : decision;
    }

    /** What follows when the instant it wanted to be woken at has passed: nothing else, when it waits for a later one now. */
    public <S extends Aggregate, E extends Event> Become<S> reached(Decider<S, E> decider, S state, Context context) {
        var today = today(state, context);
        if (today.equals(state)) {
            return Deadlines.reached(decider, state, context);
        }
        return context.time().equals(today.due())
                ? moved(today).and(Deadlines.reached(decider, today, context))
                : moved(today);
    }

    private <S extends Aggregate> Become<S> moved(S today) {
        Become<S> moved = Decision.become(today, anew);
        for (var term : today.calendarTerms()) {
            moved = moved.noting("dueBy", term);
        }
        return moved;
    }

    @SuppressWarnings("unchecked")
    private static <S extends Aggregate> S today(S state, Context context) {
        return (S) state.reckonedBy(context);
    }
}
