package org.chongshan.relief.person;

import org.chongshan.core.Parameter;
import org.chongshan.core.Rule;

/** The rules of the index of persons. */
enum PersonRule implements Rule {
    MEMBER_LISTED("A person lives in one household.", "assumption: how the bureau keeps its books"),
    LISTED_ALREADY("A household lists a member once.", "assumption: how the bureau keeps its books"),
    NOT_LISTED("Nothing is cleared of a person no household lists.", "assumption: how the bureau keeps its books"),
    LISTED_TWICE(
            "A person listed in a second household makes it suspected: it waits. Of one subdistrict, the first is shown the second too; of two, only the district sees both.",
            "assumption: how the bureau keeps its books"),
    LISTED_TOO_OFTEN(
            "From the sixth household on that lists a person, it alone is told, and names the one registered first; the others are counted.",
            "assumption: how the bureau keeps its books"),
    LISTING_CLEARED("A household an officer has looked at is suspected no more, until another lists the person.",
            "assumption: how the bureau keeps its books");

    private final Article article;

    PersonRule(String statement, String source, Parameter... numbers) {
        article = Article.of(statement, source, numbers);
    }

    @Override
    public Article article() {
        return article;
    }
}
