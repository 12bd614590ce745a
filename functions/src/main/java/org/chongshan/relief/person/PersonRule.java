package org.chongshan.relief.person;

import org.chongshan.core.Parameter;
import org.chongshan.core.Rule;

/** The rules of the index of persons. */
enum PersonRule implements Rule {
    MEMBER_LISTED("A person lives in one household.", BOOKKEEPING),
    LISTED_ALREADY("A household lists a member once.", BOOKKEEPING),
    NOT_LISTED("Nothing is cleared of a person no household lists.", BOOKKEEPING),
    LISTED_TWICE(
            "A person listed in a second household makes it suspected: it waits. Of one subdistrict, the first is shown the second too; of two, only the district sees both.",
            BOOKKEEPING),
    LISTED_TOO_OFTEN(
            "From the sixth household on that lists a person, it alone is told, and names the one registered first; the others are counted.",
            BOOKKEEPING),
    LISTING_CLEARED("A household an officer has looked at is suspected no more, until another lists the person.",
            BOOKKEEPING);

    private final Article article;

    PersonRule(String statement, String source, Parameter... numbers) {
        article = Article.of(statement, source, numbers);
    }

    @Override
    public Article article() {
        return article;
    }
}
