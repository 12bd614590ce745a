package org.chongshan.bureau.figure;

import org.chongshan.bureau.BureauParameter;
import org.chongshan.core.Context;
import org.chongshan.core.Deadline;
import org.chongshan.core.Decider;
import org.chongshan.core.Decision;
import org.chongshan.core.Decision.Become;
import org.chongshan.core.WorkingDays;
import org.chongshan.events.CountChanged;
import org.chongshan.events.bureau.BureauNotice.FigureClosed;

import static org.chongshan.core.Decision.become;
import static org.chongshan.core.Decision.refuse;

/** Adds up what records count for. Nothing is posted to it: it knows by how much, and never of what. */
public record FigureDecider() implements Decider<YearFigure, CountChanged> {
    @Override
    public String idOf(CountChanged changed) {
        return changed.figure();
    }

    @Override
    public Decision<YearFigure> begin(String id, CountChanged changed, Context context) {
        var days = context.policy().value(BureauParameter.YEAR_CLOSE_DAYS);
        return YearFigure.named(id, year -> WorkingDays.endOf(YearFigure.lastDayOf(year).plusDays(days)))
                .map(figure -> counted(figure, changed, context)).orElseGet(() -> refuse(FigureRule.NO_SUCH_FIGURE));
    }

    @Override
    public Decision<YearFigure> decide(YearFigure figure, CountChanged changed, Context context) {
        return counted(figure, changed, context);
    }

    private static Decision<YearFigure> counted(YearFigure figure, CountChanged changed, Context context) {
        return become(figure.with(changed, WorkingDays.dayOf(context.received())),
                figure.closed() == null ? FigureRule.COUNTED : FigureRule.CORRECTED);
    }

    @Override
    public Become<YearFigure> reached(YearFigure figure, Deadline deadline, Context context) {
        var closed = figure.closedNow();
        return Decision.<YearFigure>become(closed, FigureRule.YEAR_CLOSED)
                .emit(new FigureClosed(figure.figure(), figure.year(), closed.amount()));
    }
}
