package org.chongshan.eldercare.callback;

import org.chongshan.core.Parameter;
import org.chongshan.core.Rule;
import org.chongshan.eldercare.EldercareParameter;

/** The rules of a callback. */
enum CallbackRule implements Rule {
    OWED("Whom nobody answered is called back in time, in an emergency at once.",
            "law: State Council Office 2025 opinion on 12345, missed calls; assumption: set locally",
            EldercareParameter.CALLBACK_MINUTES, EldercareParameter.EMERGENCY_CALLBACK_MINUTES),
    NOT_OWED("Who was answered after all is not called back.", BOOKKEEPING),
    REVISED_SINCE("Of all the hotline says of one call the last it knew holds.", PLATFORM),
    CALLBACK_UNKNOWN("That somebody called back waits until it is known that it was owed.", BOOKKEEPING),
    MADE("A callback is made when a seat speaks with the caller.", BOOKKEEPING),
    MADE_ONCE("A callback is made once, at the first time that is known.", BOOKKEEPING),
    ATTEMPTED("A seat that calls back in vain calls again.", SET_LOCALLY, EldercareParameter.CALLBACK_MINUTES,
            EldercareParameter.EMERGENCY_CALLBACK_MINUTES),
    GIVEN_UP("After so many attempts it is given up.", SET_LOCALLY, EldercareParameter.CALLBACK_ATTEMPTS),
    TOO_MANY_ATTEMPTS("A callback knows 40 attempts.", PLATFORM),
    OVERDUE("A callback nobody made in time is stated and listed.", SET_LOCALLY, EldercareParameter.CALLBACK_MINUTES,
            EldercareParameter.EMERGENCY_CALLBACK_MINUTES);

    private final Article article;

    CallbackRule(String statement, String source, Parameter... numbers) {
        article = Article.of(statement, source, numbers);
    }

    @Override
    public Article article() {
        return article;
    }
}
