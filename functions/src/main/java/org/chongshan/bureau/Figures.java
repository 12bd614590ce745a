package org.chongshan.bureau;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.chongshan.bureau.figure.FigureLine;
import org.chongshan.bureau.figure.FigureLine.Catalogue;
import org.chongshan.bureau.figure.FigureLine.Counted;
import org.chongshan.bureau.figure.FigureLine.Share;
import org.chongshan.core.Figure;
import org.chongshan.eldercare.EldercareFigure;
import org.chongshan.eldercare.EldercareParameter;
import org.chongshan.events.Programme;
import org.chongshan.marriage.MarriageFigure;
import org.chongshan.minors.MinorsFigure;
import org.chongshan.organisations.OrganisationsFigure;
import org.chongshan.relief.ReliefFigure;
import org.chongshan.relief.ReliefParameter;

/** The figures of a year, every one of them: what counts is said where the record is, what it means here. */
public final class Figures {
    private Figures() {}

    /** All lines, programme by programme. */
    public static final List<FigureLine> LINES = Stream.<Stream<? extends FigureLine>>of(counted(ReliefFigure.values()),
            Stream.of(
                    new FigureLine.Set("delegated_approval_multiple", ReliefParameter.DELEGATED_APPROVAL_MULTIPLE,
                            "Up to so many times the minimum living standard for each head a street decides itself.",
                            "人均四倍以下低保标准的临时救助审批权限下放至街道"),
                    new FigureLine.Set("urgent_relief_hours", ReliefParameter.URGENT_RELIEF_HOURS,
                            "Within so many hours urgent relief is paid.", "急难型临时救助可24小时内先行救助")),
            counted(MinorsFigure.values()), counted(EldercareFigure.values()),
            Stream.of(
                    new Catalogue("service_categories", Programme.ELDERCARE, true,
                            "Groups of the catalogue of home care.", "4大类33小类"),
                    new Catalogue("service_items", Programme.ELDERCARE, false, "Items of the catalogue of home care.",
                            "4大类33小类"),
                    new FigureLine.Set("visits_per_month", EldercareParameter.MONTHLY_VISITS,
                            "Home visits a month an eligible elder is entitled to.", "每月4次"),
                    new FigureLine.Set("minutes_per_visit", EldercareParameter.VISIT_MINUTES,
                            "Minutes a home visit takes at least.", "每次不少于1小时"),
                    new FigureLine.Set("fen_per_visit", EldercareParameter.VISIT_FEE_FEN,
                            "Fen a home visit is paid at least.", "每次不低于30元")),
            counted(OrganisationsFigure.values()), counted(MarriageFigure.values()),
            Stream.of(new Share("withdrawn_after_mediation_share", Programme.MARRIAGE,
                    MarriageFigure.DIVORCES_WITHDRAWN_AFTER_MEDIATION, MarriageFigure.DIVORCE_APPLICATIONS_CLOSED,
                    "Of the applications that ended in the year, registered, withdrawn or lapsed, the part that was withdrawn after a counselling session.",
                    "约30%的离婚申请对象经调解撤销了申请")))
            .flatMap(lines -> lines).map(FigureLine.class::cast).toList();

    private static Stream<Counted> counted(Figure[] figures) {
        return Arrays.stream(figures).map(Counted::new);
    }
}
