package org.chongshan.core;

import java.util.List;

/** A rule of the rule book, an enum constant per decider. Every decision names the one that decided. */
public interface Rule {
    /** The source of what keeps the books in order and no law says. */
    String BOOKKEEPING = "assumption: how the bureau keeps its books";
    /** The source of what the bureau sets. */
    String SET_LOCALLY = "assumption: set locally";
    /** The source of what the platform needs in order to work. */
    String PLATFORM = "assumption: how the platform works";

    /**
     * What the rule book says.
     *
     * @param statement the rule in one sentence; shown to officers and, when it refuses, to whoever posted the event
     * @param source    where it comes from: a line of the seed, a law with its article, or "assumption"
     * @param numbers   the policy parameters it compares with
     */
    record Article(String statement, String source, List<Parameter> numbers) {
        /** An article; the numbers may be none. */
        public static Article of(String statement, String source, Parameter... numbers) {
            return new Article(statement, source, List.of(numbers));
        }
    }

    /** The constant's name. */
    String name();

    /** What the rule book says. */
    Article article();

    /** The rule in one sentence. */
    default String statement() {
        return article().statement();
    }

    /** The stable code: the name in lower case with hyphens. */
    default String code() {
        return Word.of(name());
    }
}
