package org.chongshan.shell;

import org.chongshan.core.Rule;

/** Rules that hold for every aggregate. */
public enum CoreRule implements Rule {
    OUTSIDE_SUBDISTRICT(
            "Whoever works in one subdistrict acts on what belongs to it alone; so does what follows from what they did."),
    DEADLINE_MOVED("A deadline counts only while it is still the aggregate's own."),
    SAME_ID_OTHER_CONTENT("An id stands for one event; another content under it is never applied."),
    TOO_MANY_WAIT("Of the events that are early for one record so many wait; further ones are posted again later."),
    NOT_BEGUN_IN_TIME("Events that wait for a record that does not begin within days are stated."),
    RECORD_FULL("A record holds so much; what would make it larger is refused, and nothing changes."),
    RECKONED_ANEW(
            "A term of working days that runs into a year without its notice is provisional, and reckoned again."),
    CANNOT_BE_DECIDED("What could not be decided in so many tries lies with the dead letters; its sender is told.");

    private final Article article;

    CoreRule(String statement) {
        article = Article.of(statement, PLATFORM);
    }

    @Override
    public Article article() {
        return article;
    }
}
