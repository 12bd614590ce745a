package org.chongshan.marriage.counsellor;

import org.chongshan.core.Parameter;
import org.chongshan.core.Rule;
import org.chongshan.marriage.MarriageParameter;

/** The rules of counsellors and their diaries. */
enum CounsellorRule implements Rule {
    ENGAGED("Social workers, psychologists and lawyers of social organisations and law firms counsel.",
            "seed: 引入两家专业社会组织、两家律师事务所; 专业社工、心理咨询专家、律师"),
    LEFT("Whoever has left is booked no more; the sessions to come fall away, and are told.", BOOKKEEPING),
    SAID_SINCE("An engagement or a leave posted late stands at its own time: the last one counts.", BOOKKEEPING),
    COUNSELLOR_UNKNOWN("Only who was engaged is held, is away or leaves.", BOOKKEEPING),
    HELD("A counsellor who is free is held for a session, for a time.", SET_LOCALLY,
            MarriageParameter.COUNSELLING_HOLD_MINUTES, MarriageParameter.COUNSELLING_BUFFER_MINUTES,
            MarriageParameter.COUNSELLOR_SESSIONS_PER_DAY),
    NOT_FREE(
            "A counsellor is in one session at a time, and not in too many a day; whoever comes second waits, in order.",
            SET_LOCALLY, MarriageParameter.COUNSELLOR_SESSIONS_PER_DAY),
    HAS_LEFT("Nobody is counselled by who has left.", BOOKKEEPING),
    CONFIRMED("A hold that is confirmed before it runs out is firm.", BOOKKEEPING),
    RAN_OUT("A hold that has run out cannot be confirmed.", BOOKKEEPING),
    RELEASED("A time that is given back is the next one's who waits.", BOOKKEEPING),
    AWAY("A counsellor can be away for a time; sessions in the way that have not begun wait again, and are told.",
            BOOKKEEPING),
    BACK("An absence that is taken back makes room for those who wait.", BOOKKEEPING),
    NOT_THEIRS("Of counsellors, each says for themselves when they are away.", BOOKKEEPING),
    TOO_MANY_ABSENCES("A counsellor has 500 absences to come.", PLATFORM),
    HOLDS_LAPSED("A hold nobody confirms is gone at its instant, and the time is the next one's who waits.",
            BOOKKEEPING);

    private final Article article;

    CounsellorRule(String statement, String source, Parameter... numbers) {
        article = Article.of(statement, source, numbers);
    }

    @Override
    public Article article() {
        return article;
    }
}
