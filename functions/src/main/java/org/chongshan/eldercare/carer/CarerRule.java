package org.chongshan.eldercare.carer;

import org.chongshan.core.Parameter;
import org.chongshan.core.Rule;
import org.chongshan.eldercare.EldercareParameter;

/** The rules of a carer. */
enum CarerRule implements Rule {
    ENGAGED("A carer works for a provider, paid or as a volunteer, with the training they have.",
            "seed: 居家养老上门服务志愿者; assumption: how the bureau keeps its books"),
    CHANGED_SINCE("What is posted late about a carer's work stands at its own time: a later word counts.", BOOKKEEPING),
    LEFT("When a carer leaves, every visit still to come is told to find another.", BOOKKEEPING),
    CARER_UNKNOWN("What is about a carer nobody has engaged yet waits until somebody does.", BOOKKEEPING),
    AWAY("When a carer is away, every visit in that time is told to find another.", BOOKKEEPING),
    NO_TIME("An absence ends after it begins.", BOOKKEEPING),
    TOO_MANY_ABSENCES("A carer's record knows 50 absences.", PLATFORM),
    BACK("A carer who is not away after all can be asked for again.", BOOKKEEPING),
    HELD("A carer is held for one visit at a time, until the minutes of the policy are over: never in two places, the way between communities counted in, and no more visits and hours a day than the policy allows.",
            "practice: audit rules of the national platform (overlap, travel, daily cap, qualification); the numbers are assumptions",
            EldercareParameter.CARER_HOLD_MINUTES, EldercareParameter.CARER_TRAVEL_MINUTES,
            EldercareParameter.CARER_DAILY_VISITS, EldercareParameter.CARER_DAILY_MINUTES),
    NOT_QUALIFIED("Nobody is held for an item they are not trained for.",
            "practice: audit rules of the national platform (staff qualification)"),
    NOT_TO_BE_HAD("A carer who is elsewhere, away, gone or has enough that day is not held, and the visit is told why.",
            "practice: audit rules of the national platform (overlap, travel, daily cap)"),
    DIARY_FULL("A diary holds 300 visits to come.", PLATFORM),
    CONFIRMED("A carer who is held and taken in time comes.", BOOKKEEPING),
    HOLD_LAPSED("A hold that nobody takes in time is gone at that very instant, and the visit is told.",
            "practice: calendars that hold without an end block each other; the minutes are an assumption",
            EldercareParameter.CARER_HOLD_MINUTES),
    RELEASED("A visit that does not need the carer any more gives the time back.", BOOKKEEPING),
    NOT_IN_THE_DIARY("Only what stands in the diary is taken or given back.", BOOKKEEPING),
    SIGHTED("Where a carer was is compared with where else they were; a visit is told what speaks against its times.",
            "practice: audit rules of the national platform (overlap in space and time, impossible travel); the minutes are an assumption",
            EldercareParameter.IMPOSSIBLE_TRAVEL_MINUTES),
    SIGHTED_SINCE("What a visit said before it said something newer is dropped.", PLATFORM);

    private final Article article;

    CarerRule(String statement, String source, Parameter... numbers) {
        article = Article.of(statement, source, numbers);
    }

    @Override
    public Article article() {
        return article;
    }
}
