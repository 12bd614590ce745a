package org.chongshan.local.faults;

import java.time.LocalDate;
import java.util.function.Predicate;

import org.chongshan.core.Aggregate;
import org.chongshan.core.Context;
import org.chongshan.core.Deadline;
import org.chongshan.core.Decider;
import org.chongshan.core.Decision;
import org.chongshan.core.Decision.Become;
import org.chongshan.core.Decision.Early;
import org.chongshan.core.WorkingDays;
import org.chongshan.events.Event;
import org.chongshan.events.Role;
import org.chongshan.events.relief.LeadEvent.ReliefCaseClosed;
import org.chongshan.events.relief.ReliefCaseEvent.EconomicFactsStated;
import org.chongshan.events.treasury.PaymentEvent.PaymentReceiptRecorded;
import org.chongshan.events.treasury.PaymentEvent.PaymentReturned;

/**
 * A decider to which one mechanism is lost: it is shown something else than happened, or something else is made of what it says.
 * And one that, as if it had a mistake in it, cannot decide some events.
 */
record Weakened(Decider<Aggregate, Event> decider, Without without,
        Predicate<String> undecidable) implements Decider<Aggregate, Event> {
    @Override
    public String idOf(Event event) {
        return decider.idOf(event);
    }

    @Override
    public Decision<Aggregate> begin(String id, Event event, Context context) {
        return said(decider.begin(id, shown(event, context), known(event, context)));
    }

    @Override
    public Decision<Aggregate> decide(Aggregate state, Event event, Context context) {
        return said(decider.decide(state, shown(event, context), known(event, context)));
    }

    @Override
    public Become<Aggregate> reached(Aggregate state, Deadline deadline, Context context) {
        return decider.reached(state, deadline, context);
    }

    private Event shown(Event event, Context context) {
        if (undecidable.test(context.event())) {
            throw new IllegalStateException("a mistake in the decider");
        }
        return switch (event) {
            case EconomicFactsStated stated when without == Without.THE_YEAR_IT_STRUCK -> new EconomicFactsStated(
                    stated.reliefCase(), stated.household(), stated.category(), stated.registeredHeads(),
                    stated.verifiedHeads(), LocalDate.ofInstant(context.time(), WorkingDays.ZONE));
            case PaymentReceiptRecorded receipt when without == Without.ATTEMPTS ->
                new PaymentReceiptRecorded(receipt.claim(), receipt.result(), context.event());
            case PaymentReturned returned when without == Without.ATTEMPTS ->
                new PaymentReturned(returned.claim(), context.event());
            default -> event;
        };
    }

    private Context known(Event event, Context context) {
        return switch (without) {
            case OWN_TIME -> context.role() == Role.SYSTEM ? context : asItCame(context);
            case ATTEMPTS -> event instanceof PaymentReceiptRecorded ? asItCame(context) : context;
            case WHO_IS_WHO -> new Context(context.event(), context.time(), context.received(),
                    context.actor() + "." + context.event(), context.role(), context.subdistrict(), context.policy(),
                    context.calendar());
            default -> context;
        };
    }

    private static Context asItCame(Context context) {
        return new Context(context.event(), context.received(), context.received(), context.actor(), context.role(),
                context.subdistrict(), context.policy(), context.calendar());
    }

    private Decision<Aggregate> said(Decision<Aggregate> decision) {
        return switch (decision) {
            case Early<Aggregate> early when without == Without.WAITING -> Decision.refuse(early.rule());
            case Become<Aggregate> become when without == Without.ENDINGS ->
                new Become<>(become.state(), become.rules(),
                        become.emitted().stream().filter(event -> !(event instanceof ReliefCaseClosed)).toList(),
                        become.facts());
            default -> decision;
        };
    }
}
