package org.chongshan.marriage.counsellingroom;

import org.chongshan.core.Parameter;
import org.chongshan.core.Rule;
import org.chongshan.marriage.MarriageParameter;

/** The rules of counselling rooms. */
enum CounsellingRoomRule implements Rule {
    OPENED("The registry has rooms in which nobody else listens.", "seed: 将原来的1间调解室改造为2间，具有较强的私密性"),
    OPENED_ONCE("A room is opened once.", BOOKKEEPING),
    ROOM_UNKNOWN("Only an open room is held or closed.", BOOKKEEPING),
    HELD("A room that is free is held for a session, for a time.", "seed: 分类辅导; assumption: set locally",
            MarriageParameter.COUNSELLING_HOLD_MINUTES, MarriageParameter.COUNSELLING_BUFFER_MINUTES),
    NOT_FREE("Two sessions are never in one room at a time; whoever comes second waits, in order, and moves up.",
            "seed: 具有较强的私密性"),
    CONFIRMED("A hold that is confirmed before it runs out is firm.", BOOKKEEPING),
    RAN_OUT("A hold that has run out cannot be confirmed.", BOOKKEEPING),
    RELEASED("A room that is given back is the next one's who waits.", BOOKKEEPING),
    CLOSED("A room can be closed for a time; sessions in the way that have not begun wait again, and are told.",
            BOOKKEEPING),
    REOPENED("A closure that is taken back makes room for those who wait.", BOOKKEEPING),
    TOO_MANY_CLOSURES("A room has 500 closures to come.", PLATFORM),
    HOLDS_LAPSED("A hold nobody confirms is gone at its instant, and the room is the next one's who waits.",
            BOOKKEEPING);

    private final Article article;

    CounsellingRoomRule(String statement, String source, Parameter... numbers) {
        article = Article.of(statement, source, numbers);
    }

    @Override
    public Article article() {
        return article;
    }
}
