package org.chongshan.marriage;

import org.chongshan.core.Figure;
import org.chongshan.events.Programme;

/** What the records of marriage count towards. */
public enum MarriageFigure implements Figure {
    DIVORCES_REGISTERED(Kind.FLOW, "couples", "Divorces registered in the year.", "2023年,全区离婚登记量为1543对"),
    DIVORCE_APPLICATIONS_CLOSED(Kind.FLOW, "applications",
            "Applications for divorce that ended in the year: registered, withdrawn or lapsed.", ""),
    DIVORCES_WITHDRAWN_AFTER_MEDIATION(Kind.FLOW, "applications",
            "Applications withdrawn in the year after a counselling session.", "约30%的离婚申请对象经调解撤销了申请"),
    COUNSELLING_ROOMS(Kind.STOCK, "rooms", "Counselling rooms.", "改造为2间"),
    COUNSELLING_ORGANISATIONS(Kind.DIFFERENT, "organisations", "Social organisations that counsellors work for.",
            "两家专业社会组织"),
    COUNSELLING_LAW_FIRMS(Kind.DIFFERENT, "law firms", "Law firms that counsellors work for.", "两家律师事务所"),
    VIDEOS_PUBLISHED(Kind.STOCK, "videos", "Videos people find.", "26个内容视频"),
    COLLECTIVE_WEDDINGS_HELD(Kind.FLOW, "weddings", "Collective weddings that were held.", "2023年5月20日…首届集体婚礼");

    private final Meaning meaning;

    MarriageFigure(Kind kind, String unit, String counts, String source) {
        meaning = new Meaning(kind, unit, counts, source);
    }

    @Override
    public Programme programme() {
        return Programme.MARRIAGE;
    }

    @Override
    public Meaning meaning() {
        return meaning;
    }
}
