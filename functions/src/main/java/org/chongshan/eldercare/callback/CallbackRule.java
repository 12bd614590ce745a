package org.chongshan.eldercare.callback;

import org.chongshan.core.Parameter;
import org.chongshan.core.Rule;
import org.chongshan.eldercare.EldercareParameter;

/** The rules of a callback. */
enum CallbackRule implements Rule {
    OWED("Whom nobody answered is called back in time, in an emergency at once.",
            "law: State Council Office 2025 opinion on 12345, missed calls; assumption: set locally",
            EldercareParameter.CALLBACK_MINUTES, EldercareParameter.EMERGENCY_CALLBACK_MINUTES),
    NOT_OWED("Who was answered after all is not called back.", "assumption: how the bureau keeps its books"),
    REVISED_SINCE("Of all the hotline says of one call the last it knew holds.", "assumption: how the platform works"),
    CALLBACK_UNKNOWN("That somebody called back waits until it is known that it was owed.",
            "assumption: how the bureau keeps its books"),
    MADE("A callback is made when a seat speaks with the caller.", "assumption: how the bureau keeps its books"),
    MADE_ONCE("A callback is made once, at the first time that is known.",
            "assumption: how the bureau keeps its books"),
    ATTEMPTED("A seat that calls back in vain calls again.", "assumption: set locally",
            EldercareParameter.CALLBACK_MINUTES, EldercareParameter.EMERGENCY_CALLBACK_MINUTES),
    GIVEN_UP("After so many attempts it is given up.", "assumption: set locally", EldercareParameter.CALLBACK_ATTEMPTS),
    TOO_MANY_ATTEMPTS("A callback knows 40 attempts.", "assumption: how the platform works"),
    OVERDUE("A callback nobody made in time is stated and listed.", "assumption: set locally",
            EldercareParameter.CALLBACK_MINUTES, EldercareParameter.EMERGENCY_CALLBACK_MINUTES);

    private final Article article;

    CallbackRule(String statement, String source, Parameter... numbers) {
        article = Article.of(statement, source, numbers);
    }

    @Override
    public Article article() {
        return article;
    }
}
