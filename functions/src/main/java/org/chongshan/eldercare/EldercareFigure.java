package org.chongshan.eldercare;

import org.chongshan.core.Figure;
import org.chongshan.events.Programme;

/** What the records of elder care count towards. */
public enum EldercareFigure implements Figure {
    FAMILY_CARE_BEDS(Kind.STOCK, "beds", "Care beds in homes that are accepted and in use.", "不少于400张家庭养老床位"),
    HOME_SERVICE_PERSONS(Kind.FLOW, "persons", "Elders visited at home at least once in the year, as verified.",
            "不少于700人次居家养老上门服务"),
    HOME_SERVICE_VISITS(Kind.FLOW, "visits", "Verified home visits.", "不少于700人次居家养老上门服务"),
    HOME_CARE_CENTRES(Kind.STOCK, "centres", "Subdistricts' home-care centres that meet the standard.",
            "16个街道居家养老服务中心"),
    HOME_CARE_STATIONS(Kind.STOCK, "stations", "Home-care stations that meet the standard.", "177个居家养老服务站"),
    COMPREHENSIVE_STATIONS(Kind.STOCK, "stations", "Subdistricts' comprehensive stations that meet the standard.",
            "16家街道综合性养老服务站"),
    HOTLINE_SEATS(Kind.STOCK, "seats", "Seats of hotlines in service.", "设置坐席16名"),
    KIOSK_MODULES(Kind.DIFFERENT, "modules", "Modules that run on kiosks.", "机子上分设服务预约、活动报名等9个模块");

    private final Meaning meaning;

    EldercareFigure(Kind kind, String unit, String counts, String source) {
        meaning = new Meaning(kind, unit, counts, source);
    }

    @Override
    public Programme programme() {
        return Programme.ELDERCARE;
    }

    @Override
    public Meaning meaning() {
        return meaning;
    }
}
