package org.chongshan.relief;

import org.chongshan.core.Figure;
import org.chongshan.events.Programme;

/** What the records of relief count towards. */
public enum ReliefFigure implements Figure {
    HARDSHIP_PERSONS_IDENTIFIED(Kind.STOCK, "persons",
            "Persons of households that stand in one of the categories at the margin: destitute margin, low-income margin, expenditure-driven.",
            "全区明确边缘困难群体人员5939人"),
    KEY_WATCH_PERSONS(Kind.STOCK, "persons", "Persons of households on key-watch.", "跟踪帮扶的重点关注人员596人");

    private final Meaning meaning;

    ReliefFigure(Kind kind, String unit, String counts, String source) {
        meaning = new Meaning(kind, unit, counts, source);
    }

    @Override
    public Programme programme() {
        return Programme.RELIEF;
    }

    @Override
    public Meaning meaning() {
        return meaning;
    }
}
