package org.chongshan.local.programme;

/**
 * What is promised of any books, by name: a violation names the promise that was not kept. A mechanism that is taken away must show
 * in its own promise.
 */
public enum Promise {
    /** An event has one journal entry at most, and nothing stands in a journal that nobody sent. */
    ONCE("an event is taken once"),
    /** An accepted event is applied, refused, waits visibly, or is told as failed. */
    OUTCOME("every accepted event has an outcome"),
    /** Another content under one id is found out. */
    ONE_CONTENT("another content under an id is found out"),
    /** Each version of a record was made by one entry. */
    VERSIONS("every version was made by one entry"),
    /** What a function emitted has reached all who take it. */
    DELIVERED("what is emitted arrives"),
    /** Nothing stands in a journal as of a time that is still to come. */
    CLOCKS("a clock that is ahead freezes nothing"),
    /** One hardship is paid for once, on whichever side of a year's end it was asked for. */
    ONE_HARDSHIP("one hardship is paid once, whatever the year"),
    /** What is known is what the facts say in the order of their own times. */
    FACTS("facts in any order end in one state"),
    /** What overtook what it is about is decided when that begins; until then it waits, and that is stated. */
    EARLY("what comes early is decided or stated"),
    /** Whoever acts in one subdistrict changes nothing of another. */
    REACH("nothing of another subdistrict is changed"),
    /** Who asked, who approved and who paid are different people. */
    DUTIES("duties are kept apart"),
    /** Money, places, parcels and pledges add up. */
    BALANCE("the books balance"),
    /** A claim is paid once. */
    PAID_ONCE("no claim is paid twice"),
    /** What a bank said once counts once. */
    RECEIPTS("no receipt counts twice"),
    /** Where a record stands is final, or in somebody's sight; whoever waits for another hears how it ended. */
    ENDINGS("nothing ends without an outcome"),
    /** Nothing due stays untold, and nothing told is sent for ever. */
    TOLD("what falls due is told, and not for ever"),
    /** Records and what waits for them stay within their limits. */
    LIMITS("no record grows past its limits"),
    /** Everything in hand is finished some time. */
    REST("it comes to rest");

    /** In words. */
    public final String words;

    Promise(String words) {
        this.words = words;
    }
}
