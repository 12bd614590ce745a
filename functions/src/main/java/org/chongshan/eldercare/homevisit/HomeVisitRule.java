package org.chongshan.eldercare.homevisit;

import org.chongshan.core.Parameter;
import org.chongshan.core.Rule;
import org.chongshan.eldercare.EldercareParameter;

/** The rules of a home visit. */
enum HomeVisitRule implements Rule {
    BOOKED("A home visit is booked from any channel, with items of the catalogue of its day.",
            "seed: 开通“871-12345”服务热线, 老人想要什么服务,直接手指点点,就能直接预约"),
    BOOKED_ONCE("A home visit is booked once.", BOOKKEEPING),
    CHANNEL_IS_THE_SENDERS("Hotline, kiosk and app are the desk's channels; an office books as staff.", BOOKKEEPING),
    ITEM_UNKNOWN("Only what stands in the catalogue of its day can be booked.", "seed: 4大类33小类"),
    PLANNED_LONG_ENOUGH("A visit is planned for as long as one takes at least.", "seed: 每次不少于1小时",
            EldercareParameter.VISIT_MINUTES),
    VISIT_UNKNOWN("What happens to a visit that is not booked yet waits until it is.", BOOKKEEPING),
    NOT_AT_THIS_POINT("The visit does not stand where this could happen.", BOOKKEEPING),

    MOVED("A visit that is moved asks its carer anew, and the time given back is the carer's.", BOOKKEEPING),
    MOVED_SINCE("What is posted late about the time of a visit stands at its own time: a later word counts.",
            BOOKKEEPING),
    ASKED("A carer is asked for; whoever was to come before is free.", BOOKKEEPING),
    ASKED_ONCE("Whoever is asked for already is not asked for again.", BOOKKEEPING),
    TOO_MANY_ASKED("For one visit carers are asked for 20 times.", PLATFORM),
    CARER_HELD("A carer who is held for a visit that still wants them is taken.", BOOKKEEPING),
    CARER_NOT_WANTED("A carer who is held for what wants them no more is given back at once.", BOOKKEEPING),
    CARER_NOT_FOUND("A carer who cannot be had, or not any more, leaves the visit on the list of those to assign.",
            BOOKKEEPING),
    WINDOW_MISSED("When nobody came in time it is stated, whoever was to come is free, and somebody else is found.",
            SET_LOCALLY, EldercareParameter.VISIT_GRACE_MINUTES),

    CHECKED("A check-in or check-out counts as of its own time, of the first who came; distance and accuracy are flags, not blocks.",
            "practice: electronic visit verification flags and does not block",
            EldercareParameter.CHECK_DISTANCE_METRES, EldercareParameter.CHECK_ACCURACY_METRES),
    KIND_IS_THE_SENDERS("A carer's phone checks in as app, the desk as telephone, an office as staff.",
            "practice: electronic visit verification tells apart mobile, telephone and manual"),
    CARER_NOT_ASKED("Nobody checks in who was never asked to come.", BOOKKEEPING),
    TOO_MANY_CHECKS("A visit keeps 20 check-ins and 20 check-outs.", PLATFORM),
    CHECK_OUT_MISSED("When somebody came and has not gone for long it is stated, and stands in a list.",
            "practice: exceptions of electronic visit verification (no out-call); the minutes are an assumption",
            EldercareParameter.CHECK_OUT_GRACE_MINUTES),
    REPORTED("What was done, what was refused and what was measured is reported; the latest report counts.",
            "seed: 完成了老人的血压测量、理发、修剪指甲等预约服务"),
    ITEM_TWICE("A report names an item once.", BOOKKEEPING),
    ADJUSTMENT_ASKED(
            "Other times stand beside those recorded, with who asks for them and why, and count once approved.",
            "practice: electronic visit verification (adjusted times, reason code, memo)"),
    ADJUSTED_ONCE("An adjustment is asked for once.", BOOKKEEPING),
    NO_TIME("A visit ends after it begins.", BOOKKEEPING),
    MEMO_FOR_ANOTHER_REASON("Whoever has another reason than those listed says what happened.",
            "practice: electronic visit verification (memo required for other)"),
    TOO_MANY_ADJUSTMENTS("A visit keeps 10 adjustments.", PLATFORM),
    ADJUSTMENT_UNKNOWN("Only what was asked for, and is not decided, is decided.", BOOKKEEPING),
    ADJUSTMENT_DECIDED("An officer decides on adjusted times with grounds.",
            "practice: electronic visit verification (approver)"),
    DUTIES_APART(
            "Whoever had a hand in a visit or its record approves, confirms, reviews and clears nothing about it; nor does whoever disputed or booked it review the dispute.",
            "assumption: separation of duties"),

    CONFIRMED("Elder or family say which items were done; the latest word counts.",
            "practice: fee confirmation per visit of the national platform; client-verified visits"),
    VERIFIED(
            "A visit counts when its times are known, its carer was held, it took as long as a visit takes, nothing was done but items of its day's catalogue, elder or family confirmed, the elder was entitled to it and nobody disputes. It is paid by the catalogue's prices of its day for what was done and confirmed, at least what a visit is paid, and nothing when a volunteer came.",
            "seed: 每月4次、每次不少于1小时、每次不低于30元标准; 志愿者…免费关爱服务; Civil Code art. 1259", EldercareParameter.VISIT_MINUTES,
            EldercareParameter.VISIT_FEE_FEN),
    COUNTS_NO_MORE("What becomes known later may show that a visit does not count: it is struck, and taken off.",
            BOOKKEEPING),
    NOT_VERIFIED_IN_TIME("A visit that does not count days after it took place is stated, and stands in a list.",
            SET_LOCALLY, EldercareParameter.VISIT_CONFIRMATION_DAYS),
    DISPUTED("A disputed visit does not count until somebody else has reviewed it.", SET_LOCALLY,
            EldercareParameter.DISPUTE_REVIEW_WORKING_DAYS),
    DISPUTED_ONCE("A visit is disputed once; what the review says stands.", BOOKKEEPING),
    REVIEW_STANDS("A review that finds for the visit lets it count.", BOOKKEEPING),
    REVIEW_STRIKES("A review that finds against the visit strikes it.", BOOKKEEPING),
    REVIEW_MISSED("A dispute nobody reviewed in time is stated, and stands in a list.", SET_LOCALLY,
            EldercareParameter.DISPUTE_REVIEW_WORKING_DAYS),
    CANCELLED("A visit nobody has come to is called off, and the carer is free.",
            "practice: void and cancel told apart"),
    HAS_BEGUN("What has begun is not called off any more.", "practice: void and cancel told apart"),
    VOIDED("What was recorded and never took place is void, with grounds.", "practice: void and cancel told apart"),
    DOUBTED("What the carer's other visits say against a visit's times stands in a list; it blocks nothing by itself.",
            "practice: audit rules of the national platform (overlap in space and time, impossible travel)"),
    DOUBTED_SINCE("What a carer's record said before it said something newer, or of somebody else, is dropped.",
            PLATFORM),
    ENTITLEMENT_KNOWN(
            "The elder's record says whether the elder is entitled on the day of the visit, as soon as somebody came and whenever that becomes another. Without it no visit counts, but one by a volunteer to somebody at home.",
            "seed: 具有崇川区户籍且长期居住在本行政区内60周岁及以上经济困难的失能和部分失能老年人; 志愿者…免费关爱服务"),
    ENTITLEMENT_SAID_SINCE("Of all that the elder's record says of a visit the highest revision holds.", PLATFORM),
    EXCEPTION_CLEARED("An exception somebody looked at leaves its list, with grounds.",
            "practice: exceptions of electronic visit verification are acknowledged"),
    NO_SUCH_EXCEPTION("Only an exception that stands is cleared.", BOOKKEEPING),
    FOLLOWED_UP("Somebody else than whoever came asks the elder how it was.", "practice: 电话回访, 评价");

    private final Article article;

    HomeVisitRule(String statement, String source, Parameter... numbers) {
        article = Article.of(statement, source, numbers);
    }

    @Override
    public Article article() {
        return article;
    }
}
