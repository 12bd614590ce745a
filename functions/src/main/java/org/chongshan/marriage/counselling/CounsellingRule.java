package org.chongshan.marriage.counselling;

import org.chongshan.core.Parameter;
import org.chongshan.core.Rule;
import org.chongshan.marriage.MarriageParameter;

/** The rules of a counselling session. */
enum CounsellingRule implements Rule {
    BOOKED("A session needs a counsellor, and a room unless it is online; both are held for it, for a time.",
            "seed: 采取“一对一”个案服务、亲子沙龙、线上等服务方式; assumption: set locally", MarriageParameter.COUNSELLING_HOLD_MINUTES),
    BOOKED_ONCE("A session is booked once; it can be moved.", BOOKKEEPING),
    SESSION_UNKNOWN("Only a booked session is confirmed, moved, held or missed.", BOOKKEEPING),
    STARTS_BEFORE_IT_IS_BOOKED("A session starts when it is booked or later.", BOOKKEEPING),
    HELD_SO_FAR("What is held for a session waits for the rest.", BOOKKEEPING),
    OFFERED("A session for which all is held waits for the client to say that they will come.", BOOKKEEPING),
    NOTHING_FREE("Where one of the two is not free the other is given back, and the session waits in order.",
            BOOKKEEPING),
    MOVED_UP("A session whose turn it is asks for the rest again.", BOOKKEEPING),
    GIVEN_BACK("What is held for a session that does not need it any more is given back.", BOOKKEEPING),
    ANSWER_TOO_LATE("An answer to what a session does not ask any more changes nothing.", PLATFORM),
    AGREED("A client may say that they will come before all is held.", BOOKKEEPING),
    CONFIRMING("When the client will come, in time, both holds become firm.", BOOKKEEPING),
    CONFIRMED_SO_FAR("A session stands when all it needs is firm.", BOOKKEEPING),
    CONFIRMED("A session stands: its room and its counsellor are its own.", BOOKKEEPING),
    HOLD_RAN_OUT("Nobody confirms what has run out.", BOOKKEEPING),
    HOLD_LOST("A hold that ran out before it became firm is asked for again, and the rest with it.", BOOKKEEPING),
    EXPIRED("What a client does not confirm in time is given back.", SET_LOCALLY,
            MarriageParameter.COUNSELLING_HOLD_MINUTES),
    NO_ANSWER("Where no answer comes in time, all is given back and the desk finds another time.", BOOKKEEPING),
    LAPSED("A session that does not stand when its time has come is over.", BOOKKEEPING),
    DISPLACED(
            "When a room is closed or a counsellor is away after all, the session waits again, and the client is told.",
            BOOKKEEPING),
    TOOK_PLACE_ANYHOW("A session that took place stays so, whatever is heard of its room and its counsellor late.",
            BOOKKEEPING),
    RESCHEDULED(
            "A session can be moved before its time: what it had is given back, and the client says again that they will come.",
            BOOKKEEPING),
    NEEDS_A_ROOM("A session needs a room unless it is online.", "seed: 线上等服务方式"),
    DECLINED("Counselling is voluntary: a client may decline at any time, and nothing follows from it.",
            "Women's Rights Law art. 63: registries provide it, nobody has to take it; seed: 为当事人提供"),
    CANCELLED("Who cannot hold a session says so, with grounds, and the client is told.", BOOKKEEPING),
    NOT_AT_THIS_POINT("The session does not stand where this could happen.", BOOKKEEPING),
    ARRIVED("Of several who say when the client came the earliest counts.", BOOKKEEPING),
    HELD("A session that took place counts once, and stands with the couple's application.",
            "seed: 约30%的离婚申请对象经调解撤销了申请"),
    HELD_ONCE("A session takes place once.", BOOKKEEPING),
    MISSED("A session to which nobody came is missed; nothing follows from it.", BOOKKEEPING),
    CAME_AFTER_ALL("Whoever was seen to come, or was counselled, has not missed it, whatever is posted late.",
            BOOKKEEPING),
    NOT_YET("Nobody has come, or stayed away, before the day of the session.", BOOKKEEPING),
    NOT_ITS_COUNSELLOR("Only a session's counsellor says that it was held, and writes notes on it.", "seed: 具有较强的私密性"),
    NOTED("A counsellor's notes are sealed and shown to nobody else, also when the session has moved to another; the record says only how many there are.",
            "seed: 具有较强的私密性; PIPL art. 28"),
    TOO_MANY_NOTES("A session has 100 notes.", PLATFORM),
    HARM_GOES_OUT(
            "Violence that comes to light goes to the police at once, and of a child to the minors' station, without the notes.",
            "Anti-Domestic-Violence Law art. 14; Minors Law art. 11"),
    REPORT_OVERDUE("A session nobody reports on within the days the policy gives is stated, and again after as many.",
            SET_LOCALLY, MarriageParameter.COUNSELLING_REPORT_DAYS);

    private final Article article;

    CounsellingRule(String statement, String source, Parameter... numbers) {
        article = Article.of(statement, source, numbers);
    }

    @Override
    public Article article() {
        return article;
    }
}
