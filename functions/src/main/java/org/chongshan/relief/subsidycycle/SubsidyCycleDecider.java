package org.chongshan.relief.subsidycycle;

import org.chongshan.core.Context;
import org.chongshan.core.Decider;
import org.chongshan.core.Decision;
import org.chongshan.events.relief.ReliefNotice.SubsidyQuarterAnnounced;
import org.chongshan.events.relief.ReliefNotice.SubsidyQuarterClosed;
import org.chongshan.events.relief.SubsidyCycleEvent;
import org.chongshan.events.relief.SubsidyCycleEvent.SubsidyEntitled;
import org.chongshan.events.relief.SubsidyCycleEvent.SubsidyHandedOver;
import org.chongshan.events.relief.SubsidyCycleEvent.SubsidyQuarterOpened;
import org.chongshan.events.relief.SubsidyCycleEvent.SubsidyQuarterSwept;

import static org.chongshan.core.Decision.become;
import static org.chongshan.core.Decision.refuse;

/** Quarters of in-kind subsidies: opened once, gone out to all, counted, closed with what is outstanding. */
public record SubsidyCycleDecider() implements Decider<SubsidyCycle, SubsidyCycleEvent> {
    @Override
    public SubsidyCycle initial(String id) {
        return new SubsidyCycle(id, null, "none", null, 0, false, 0, 0, 0, 0);
    }

    @Override
    public String idOf(SubsidyCycleEvent event) {
        return event.cycle();
    }

    @Override
    public Decision<SubsidyCycle> decide(SubsidyCycle cycle, SubsidyCycleEvent event, Context context) {
        var quarter = Quarter.of(context.date());
        return switch (event) {
            case SubsidyQuarterOpened _ when cycle.subdistrict() != null -> refuse(SubsidyCycleRule.OPENED_ONCE);
            case SubsidyQuarterOpened opened when !quarter.cycleOf(context.subdistrict()).equals(opened.cycle()) ->
                refuse(SubsidyCycleRule.NOT_THIS_QUARTER);
            case SubsidyQuarterOpened _ ->
                become(new SubsidyCycle(cycle.id(), context.subdistrict(), "open", quarter.end(), 0, false, 0, 0, 0, 0),
                        SubsidyCycleRule.QUARTER_OPENED)
                        .emit(new SubsidyQuarterAnnounced(cycle.id(), context.subdistrict()));
            case SubsidyCycleEvent _ when cycle.subdistrict() == null -> refuse(SubsidyCycleRule.NOT_OPENED);

            case SubsidyQuarterSwept swept ->
                become(cycle.reached(swept.reached(), swept.complete()), SubsidyCycleRule.REACHED);
            case SubsidyEntitled _ -> become(cycle.oneEntitled(), SubsidyCycleRule.COUNTED_ENTITLED);
            case SubsidyHandedOver _ -> cycle.status().equals("closed")
                    ? become(cycle.oneDelivered(true), SubsidyCycleRule.DELIVERED_LATE)
                    : become(cycle.oneDelivered(false), SubsidyCycleRule.COUNTED_DELIVERED);
        };
    }

    @Override
    public Decision<SubsidyCycle> deadlineReached(SubsidyCycle cycle, Context context) {
        return become(cycle.closed(), SubsidyCycleRule.QUARTER_CLOSED)
                .emit(new SubsidyQuarterClosed(cycle.id(), cycle.entitled(), cycle.delivered(), cycle.outstanding()));
    }
}
