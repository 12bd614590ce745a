package org.chongshan.eldercare.facility;

import org.chongshan.core.Parameter;
import org.chongshan.core.Rule;

/** The rules of a facility. */
enum FacilityRule implements Rule {
    OPENED("A facility for old people is a subdistrict's centre, its comprehensive station, or a station.",
            "seed: 16个街道居家养老服务中心、177个居家养老服务站以及16家街道综合性养老服务站"),
    OPENED_ONCE("A facility opens once.", BOOKKEEPING),
    ONE_A_SUBDISTRICT(
            "A subdistrict has one centre and one comprehensive station: they bear its code and centre or comprehensive.",
            "seed: 16个街道居家养老服务中心、16家街道综合性养老服务站"),
    NOT_A_STATIONS_ID("A station bears neither a centre's id nor a comprehensive station's.", BOOKKEEPING),
    FACILITY_UNKNOWN("Only what has opened meets a standard, has kiosks and closes.", BOOKKEEPING),
    STANDARDISED("A facility that meets the standard counts in its coverage.", "seed: 标准化建设全覆盖"),
    STANDARDISED_ONCE("A facility counts as standardised once, from the first time on.", BOOKKEEPING),
    KIOSK_INSTALLED("A kiosk stands in a facility with the modules that run on it.",
            "seed: 在16个街道的居家养老服务中心设置智慧养老一体机,机子上分设服务预约、活动报名等9个模块"),
    KIOSK_REMOVED("A kiosk that was removed is no longer there.", BOOKKEEPING),
    KIOSK_CHANGED_SINCE("What is posted late about a kiosk stands at its own time: a later word counts.", BOOKKEEPING),
    TOO_MANY_KIOSKS("A facility knows 50 kiosks, removed ones among them.", PLATFORM),
    AFTER_IT_CLOSED("What happens to a kiosk of a facility that has closed is kept, and counts for nothing.",
            BOOKKEEPING),
    CLOSED("A facility that closes ends, with grounds.", BOOKKEEPING),
    CLOSED_ONCE("A facility closes once, at the first time that is known.", BOOKKEEPING);

    private final Article article;

    FacilityRule(String statement, String source, Parameter... numbers) {
        article = Article.of(statement, source, numbers);
    }

    @Override
    public Article article() {
        return article;
    }
}
