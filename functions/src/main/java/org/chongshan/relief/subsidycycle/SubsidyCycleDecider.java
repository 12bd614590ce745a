package org.chongshan.relief.subsidycycle;

import org.chongshan.core.Context;
import org.chongshan.core.Deadline;
import org.chongshan.core.Decider;
import org.chongshan.core.Decision;
import org.chongshan.core.Decision.Become;
import org.chongshan.events.relief.ReliefNotice.SubsidyQuarterAnnounced;
import org.chongshan.events.relief.ReliefNotice.SubsidyQuarterClosed;
import org.chongshan.events.relief.SubsidyCycleEvent;
import org.chongshan.events.relief.SubsidyCycleEvent.SubsidyEntitled;
import org.chongshan.events.relief.SubsidyCycleEvent.SubsidyHandedOver;
import org.chongshan.events.relief.SubsidyCycleEvent.SubsidyQuarterOpened;
import org.chongshan.events.relief.SubsidyCycleEvent.SubsidyQuarterSwept;
import org.chongshan.relief.subsidycycle.SubsidyCycle.Status;

import static org.chongshan.core.Decision.become;
import static org.chongshan.core.Decision.early;
import static org.chongshan.core.Decision.refuse;

/** Quarters of in-kind subsidies: opened once, gone out to all, counted, closed with what is outstanding. */
public record SubsidyCycleDecider() implements Decider<SubsidyCycle, SubsidyCycleEvent> {
    @Override
    public String idOf(SubsidyCycleEvent event) {
        return event.cycle();
    }

    @Override
    public Decision<SubsidyCycle> begin(String id, SubsidyCycleEvent event, Context context) {
        var quarter = Quarter.of(context.date());
        return switch (event) {
            case SubsidyQuarterOpened opened when !quarter.cycleOf(context.subdistrict()).equals(opened.cycle()) ->
                refuse(SubsidyCycleRule.NOT_THIS_QUARTER);
            case SubsidyQuarterOpened _ ->
                become(new SubsidyCycle(id, context.subdistrict(), Status.OPEN, quarter.end(), 0, false, 0, 0, 0, 0),
                        SubsidyCycleRule.QUARTER_OPENED).emit(new SubsidyQuarterAnnounced(id, context.subdistrict()));
            case SubsidyQuarterSwept _,SubsidyEntitled _,SubsidyHandedOver _ -> early(SubsidyCycleRule.NOT_OPENED);
        };
    }

    @Override
    public Decision<SubsidyCycle> decide(SubsidyCycle cycle, SubsidyCycleEvent event, Context context) {
        return switch (event) {
            case SubsidyQuarterOpened _ -> refuse(SubsidyCycleRule.OPENED_ONCE);
            case SubsidyQuarterSwept swept ->
                become(cycle.reached(swept.reached(), swept.complete()), SubsidyCycleRule.REACHED);
            case SubsidyEntitled _ -> become(cycle.oneEntitled(), SubsidyCycleRule.COUNTED_ENTITLED);
            case SubsidyHandedOver _ -> context.time().isAfter(cycle.closesAt())
                    ? become(cycle.oneDelivered(true), SubsidyCycleRule.DELIVERED_LATE)
                    : become(cycle.oneDelivered(false), SubsidyCycleRule.COUNTED_DELIVERED);
        };
    }

    @Override
    public Become<SubsidyCycle> reached(SubsidyCycle cycle, Deadline deadline, Context context) {
        return become(cycle.closed(), SubsidyCycleRule.QUARTER_CLOSED)
                .emit(new SubsidyQuarterClosed(cycle.id(), cycle.entitled(), cycle.delivered(), cycle.outstanding()));
    }
}
