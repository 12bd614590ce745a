package org.chongshan.eldercare.caremonth;

import java.time.YearMonth;

import org.chongshan.core.Context;
import org.chongshan.core.Deadline;
import org.chongshan.core.Decider;
import org.chongshan.core.Decision;
import org.chongshan.core.Decision.Become;
import org.chongshan.core.WorkingDays;
import org.chongshan.eldercare.EldercareParameter;
import org.chongshan.events.eldercare.CareMonthEvent;
import org.chongshan.events.eldercare.CareMonthEvent.CareMonthCounted;
import org.chongshan.events.eldercare.CareMonthEvent.CareMonthOpened;
import org.chongshan.events.eldercare.CareMonthEvent.CareMonthSwept;
import org.chongshan.events.eldercare.EldercareNotice.CareMonthAnnounced;
import org.chongshan.events.eldercare.EldercareNotice.CareMonthClosed;

import static org.chongshan.core.Decision.become;
import static org.chongshan.core.Decision.early;
import static org.chongshan.core.Decision.refuse;
import static org.chongshan.eldercare.caremonth.CareMonthRule.*;

/** Months of care: opened once, gone out to all, counted in persons and in visits, closed. */
public record CareMonthDecider() implements Decider<CareMonth, CareMonthEvent> {
    @Override
    public String idOf(CareMonthEvent event) {
        return event.careMonth();
    }

    @Override
    public Decision<CareMonth> begin(String id, CareMonthEvent event, Context context) {
        return switch (event) {
            case CareMonthOpened _ -> open(CareMonth.unopened(id, context.subdistrict()), context);
            case CareMonthCounted counted -> count(CareMonth.unopened(id, context.subdistrict()), counted);
            case CareMonthSwept _ -> early(NOT_OPENED);
        };
    }

    @Override
    public Decision<CareMonth> decide(CareMonth month, CareMonthEvent event, Context context) {
        return switch (event) {
            case CareMonthOpened _ when month.closesAt() != null -> refuse(OPENED_ONCE);
            case CareMonthOpened _ -> open(month, context);
            case CareMonthSwept swept -> become(month.reached(swept.reached(), swept.complete()), REACHED);
            case CareMonthCounted counted -> count(month, counted);
        };
    }

    @Override
    public Become<CareMonth> reached(CareMonth month, Deadline deadline, Context context) {
        return become(month.closing(), MONTH_CLOSED)
                .emit(new CareMonthClosed(month.id(), month.entitled(), month.served(), month.visits()));
    }

    private static Decision<CareMonth> open(CareMonth month, Context context) {
        var now = YearMonth.from(context.date());
        if (!month.id().equals(now + "." + context.subdistrict())) {
            return refuse(NOT_THIS_MONTH);
        }
        var closesAt = WorkingDays
                .endOf(now.atEndOfMonth().plusDays(context.policy().value(EldercareParameter.MONTH_CLOSE_DAYS)));
        return become(month.opened(closesAt), MONTH_OPENED)
                .emit(new CareMonthAnnounced(month.id(), context.subdistrict()));
    }

    private static Decision<CareMonth> count(CareMonth month, CareMonthCounted counted) {
        return become(month.counting(counted.entitled(), counted.served(), counted.visits(), counted.minutes(),
                counted.closedShort(), counted.visitsMissed()), COUNTED);
    }
}
