package org.chongshan.minors;

import org.chongshan.core.Figure;
import org.chongshan.events.Programme;

/** What the records of minors count towards. */
public enum MinorsFigure implements Figure {
    PROTECTION_CENTRES(Kind.STOCK, "centres", "The district's protection centres.", "建立1个区级未成年人保护中心"),
    PROTECTION_STATIONS(Kind.STOCK, "stations", "Subdistricts' protection stations.", "在16个街道建立未保站"),
    SOCIAL_WORK_STATION_PILOTS(Kind.STOCK, "stations",
            "Stations to which somebody of a social-work station is assigned.", "天生港镇街道、钟秀街道、观音山街道、秦灶街道"),
    PRACTICE_BASES(Kind.STOCK, "bases", "Accredited practice bases.", "5大类22家优质践习基地"),
    PRACTICE_BASE_CATEGORIES(Kind.DIFFERENT, "categories", "Categories of accredited practice bases.", "5大类"),
    PROVIDER_ORGANISATIONS(Kind.DIFFERENT, "organisations", "Organisations that work with a station.", "引进各类组织20余家"),
    COURSE_CLASSES(Kind.DIFFERENT, "classes", "Classes of admitted courses.", "18大类67项践习课程"),
    COURSES(Kind.STOCK, "courses", "Admitted courses.", "18大类67项践习课程"),
    ACTIVITIES_HELD(Kind.FLOW, "activities", "Activities at practice bases that were held.", "累计开展活动300余场"),
    ACTIVITY_PARTICIPATIONS(Kind.FLOW, "person-times", "Children that came to activities that were held, each time.",
            "受益孩子2万人次"),
    BASES_HONOURED_PROVINCIAL(Kind.STOCK, "bases", "Practice bases with an honour of the province or above.",
            "6家践习基地获评省级以上荣誉"),
    BASES_HONOURED_CITY(Kind.STOCK, "bases", "Practice bases with an honour of the city.", "14家获评市级荣誉"),
    RISK_TIERS(Kind.DIFFERENT, "tiers", "Tiers of risk in which children are followed.", "高、中高、中低和低四个风险等级");

    private final Meaning meaning;

    MinorsFigure(Kind kind, String unit, String counts, String source) {
        meaning = new Meaning(kind, unit, counts, source);
    }

    @Override
    public Programme programme() {
        return Programme.MINORS;
    }

    @Override
    public Meaning meaning() {
        return meaning;
    }
}
