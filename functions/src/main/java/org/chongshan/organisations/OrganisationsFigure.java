package org.chongshan.organisations;

import org.chongshan.core.Figure;
import org.chongshan.events.Programme;

/** What the records of social organisations count towards. */
public enum OrganisationsFigure implements Figure {
    RATED_5A(Kind.STOCK, "organisations", "Organisations whose rating is 5A, from its day to its last.", "5A等级社会组织4家"),
    RATED_4A(Kind.STOCK, "organisations", "Organisations whose rating is 4A, from its day to its last.", "4A等级4家"),
    RATED_3A(Kind.STOCK, "organisations", "Organisations whose rating is 3A, from its day to its last.", "3A等级50家"),
    ORGANISATIONS_ENGAGED(Kind.FLOW, "organisations",
            "Organisations that proposed to a call of the year and stood free to, whatever became of it.",
            "联动社会组织289个"),
    PROJECTS_SUPPORTED(Kind.FLOW, "projects", "Projects awarded in the year and not given up.", "扶持项目190个"),
    PROJECT_FUNDS_FEN(Kind.FLOW, "fen", "What was awarded to projects in the year that were not given up.",
            "2023年各级共落实资金600余万元"),
    PROJECT_BENEFICIARIES(Kind.FLOW, "person-times", "Whom projects reached, as they report, each time.", "惠及群众20余万人次"),
    EXCELLENT_CASES(Kind.FLOW, "cases", "Cases of organisations named excellent in the year.", "共有7家社会组织案例上榜");

    private final Meaning meaning;

    OrganisationsFigure(Kind kind, String unit, String counts, String source) {
        meaning = new Meaning(kind, unit, counts, source);
    }

    @Override
    public Programme programme() {
        return Programme.ORGANISATIONS;
    }

    @Override
    public Meaning meaning() {
        return meaning;
    }
}
