package org.chongshan.eldercare.hotline;

import org.chongshan.core.Parameter;
import org.chongshan.core.Rule;
import org.chongshan.eldercare.EldercareParameter;

/** The rules of a hotline. */
enum HotlineRule implements Rule {
    OPENED("A hotline is one number, round the clock.", "seed: 开通“871-12345”服务热线,提供24小时全天候服务"),
    OPENED_ONCE("A hotline opens once.", BOOKKEEPING),
    HOTLINE_UNKNOWN("What is said of a hotline waits until it opens.", BOOKKEEPING),
    CLOSED("A hotline that closes rings nowhere; whoever waits or still calls is called back.", BOOKKEEPING),
    CLOSED_ONCE("A hotline closes once, at the first time that is known.", BOOKKEEPING),
    TOO_MANY_SEATS("A hotline has so many seats.", "seed: 设置坐席16名", EldercareParameter.HOTLINE_SEATS),
    SEAT_OPENED("A seat that is open takes calls; one that says so after a call has done with it.", "seed: 设置坐席16名"),
    SEAT_PAUSED("A seat that pauses takes no calls; what rings there goes on to another.", "practice: law A3, B4"),
    SEAT_CLOSED("A seat that is closed takes no calls; what rings there goes on to another.", "practice: law A3, B4"),
    SEAT_CHANGED_SINCE("What is posted late about a seat stands at its own time: a later word counts.", BOOKKEEPING),
    CALL_ARRIVED("Who calls waits in order: emergencies first, then who came first.",
            "law: State Council Office 2020 no. 53; practice: law A3, B4"),
    ARRIVED_ONCE("A call arrives once, at the first time that is known.", BOOKKEEPING),
    NO_ROOM_TO_WAIT("100 calls wait; the last in order beyond that is called back.", PLATFORM),
    EMERGENCY_MARKED("A call is an emergency once the menu or a seat says so.", SET_LOCALLY),
    RUNG("Nobody waits while a seat is free: the first in order rings at the seat that has been free longest, and has not let it go.",
            "practice: law B4", EldercareParameter.RING_SECONDS),
    RUNG_INSTEAD("An emergency for which no seat is free rings in place of another call, which waits again.",
            SET_LOCALLY, EldercareParameter.RING_SECONDS),
    RANG_OUT("A call that rings unanswered for its time, or as long as the exchange tries, goes on to the next seat.",
            "practice: law B4", EldercareParameter.RING_SECONDS),
    NOT_RUNG_THERE("That a seat did not answer a call that does not ring there changes nothing.", BOOKKEEPING),
    UNATTENDED(
            "A seat that lets so many rings in a row go is stated, and offered none until it answers or says that it is open.",
            "practice: law B4; assumption: set locally", EldercareParameter.MISSED_RINGS),
    ANSWERED("A seat that answers holds the call, and no other: the one it held before is over.", "practice: law B4",
            EldercareParameter.STUCK_CALL_MINUTES),
    PICKED_UP("A seat at which a call does not ring may answer it all the same, and holds it.", SET_LOCALLY,
            EldercareParameter.STUCK_CALL_MINUTES),
    ANSWERED_BEFORE("Of two answers to one call the first by its own time counts.", BOOKKEEPING),
    ANSWERED_TOO_LATE("Who answers after the caller hung up holds no call.", BOOKKEEPING),
    ENDED("After a call its seat has time to write it up before the next is offered to it.", "practice: law B4",
            EldercareParameter.WRAP_UP_SECONDS),
    ENDED_BEFORE_ITS_ANSWER(
            "A call of which the end is heard before the answer is over; the answer is noted when it comes.",
            BOOKKEEPING, EldercareParameter.WRAP_UP_SECONDS),
    ENDED_ONCE("A call ends once, at the first time that is known.", BOOKKEEPING),
    ABANDONED("Who hangs up before anybody answers has abandoned the call.", "practice: law B4"),
    ANSWERED_ALL_THE_SAME("Who hangs up in the very moment of the answer, or later, was answered.", BOOKKEEPING),
    WAITED_TOO_LONG("Who has waited so long, or whose call is heard of so late, is called back.", SET_LOCALLY,
            EldercareParameter.CALL_WAIT_MINUTES),
    SEAT_STUCK("A seat that has been in one call for so long is stated and listed until the call ends.",
            "practice: law B4; assumption: set locally", EldercareParameter.STUCK_CALL_MINUTES),
    EMERGENCY_UNANSWERED(
            "An emergency that nobody answered before its caller hung up or had waited too long raises an alarm, whether or not the number is known.",
            "assumption: how the bureau works", EldercareParameter.CALL_WAIT_MINUTES),
    CALLBACK_OWED("Whom nobody answered and whose number is known is called back.",
            "law: State Council Office 2025 opinion on 12345, missed calls"),
    CALLBACK_NOT_OWED("Who was answered after all, as is heard late, is not called back.", BOOKKEEPING),
    LEFT("A call that leaves the record is counted in its month; no more than 200 that are over are kept, the first over leaves first.",
            PLATFORM, EldercareParameter.LATE_WORD_MINUTES);

    private final Article article;

    HotlineRule(String statement, String source, Parameter... numbers) {
        article = Article.of(statement, source, numbers);
    }

    @Override
    public Article article() {
        return article;
    }
}
