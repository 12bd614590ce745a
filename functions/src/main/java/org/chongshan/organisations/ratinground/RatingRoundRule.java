package org.chongshan.organisations.ratinground;

import org.chongshan.core.Parameter;
import org.chongshan.core.Rule;
import org.chongshan.organisations.OrganisationsParameter;

/** The rules of a rating round. */
enum RatingRoundRule implements Rule {
    APPLIED("An organisation that applies for a rating is tested first.", "law: MCA Order 39 art. 16"),
    APPLIED_ONCE("A round is one application.", BOOKKEEPING),
    NOT_ITS_OWN("An organisation applies, asks for a review and takes back for itself, and for no other.", BOOKKEEPING),
    NOT_THE_DISTRICTS("The district grants 1A to 3A; 4A is the city's, 5A the province's.",
            "practice: Nantong, Qidong notice of 2023 on ratings"),
    ROUND_UNKNOWN("Only upon an application is anything decided.", BOOKKEEPING),
    ELIGIBLE("Who passes every test is visited and rated.", "law: MCA Order 39 art. 6, 16"),
    INELIGIBLE("Who fails one test is not rated; which ones failed is shown.", "law: MCA Order 39 art. 7"),
    NOT_NOW("A round is answered, convened, voted in, closed and reviewed in this order.", "law: MCA Order 39 art. 16"),
    COMMITTEE("The rating committee has 7 to 25 members.", "law: MCA Order 39 art. 9",
            OrganisationsParameter.RATING_COMMITTEE_LEAST, OrganisationsParameter.RATING_COMMITTEE_MOST),
    COMMITTEE_SIZE("A committee of fewer than 7 or more than 25 different members is none.", "law: MCA Order 39 art. 9",
            OrganisationsParameter.RATING_COMMITTEE_LEAST, OrganisationsParameter.RATING_COMMITTEE_MOST),
    APPLICANT_ON_IT("Who applies sits on no committee.", "law: MCA Order 39 art. 19"),
    COMMITTEE_STANDS("As soon as somebody has voted, the committee stands.", BOOKKEEPING),
    NOT_A_MEMBER("Only a member votes or is recused.", BOOKKEEPING),
    RECUSED("Who has an interest, serves there or left less than two years ago is recused; a vote of theirs is none.",
            "law: MCA Order 39 art. 19", OrganisationsParameter.RATING_RECUSAL_YEARS),
    TIE_TOO_OLD("Who left two years ago or longer may vote.", "law: MCA Order 39 art. 19",
            OrganisationsParameter.RATING_RECUSAL_YEARS),
    RECUSED_DO_NOT_VOTE("Who is recused does not vote.", "law: MCA Order 39 art. 19"),
    VOTED("Votes are recorded by name; the last word of a member counts.", "law: MCA Order 39 art. 13"),
    SAID_SINCE("A vote posted late stands at its own time: a later word counts.", BOOKKEEPING),
    NO_QUORUM("Two thirds of all members or more have to be present; who is recused is not.",
            "law: MCA Order 39 art. 13", OrganisationsParameter.RATING_QUORUM_THIRDS),
    CARRIED("Half or more of all members, absent and recused ones counted, carry a grade; it is published.",
            "law: MCA Order 39 art. 13; Civil Code art. 1259", OrganisationsParameter.RATING_MAJORITY_PERCENT,
            OrganisationsParameter.RATING_PUBLICATION_DAYS),
    NOT_CARRIED("A grade for which fewer than half of all members are is not granted; that is published too.",
            "law: MCA Order 39 art. 13", OrganisationsParameter.RATING_MAJORITY_PERCENT,
            OrganisationsParameter.RATING_PUBLICATION_DAYS),
    CONFIRMED("A conclusion nobody asked to review is confirmed on the day after its publication.",
            "law: MCA Order 39 art. 16", OrganisationsParameter.RATING_PUBLICATION_DAYS),
    REVIEW_ASKED("A review asked for during the publication is answered within 15 days.",
            "law: MCA Order 39 art. 20 to 23", OrganisationsParameter.RATING_REVIEW_DAYS),
    PUBLICATION_OVER("A review is asked for during the publication, its last day included.",
            "law: MCA Order 39 art. 20"),
    REVIEW_OVERDUE("A request for review that was not answered in time is told of.", "law: MCA Order 39 art. 23",
            OrganisationsParameter.RATING_REVIEW_DAYS),
    REVIEWERS("The review committee has 5 to 9 members, none of whom sat on the rating committee.",
            "law: MCA Order 39 art. 10; that they are others is an assumption",
            OrganisationsParameter.RATING_REVIEWERS_LEAST, OrganisationsParameter.RATING_REVIEWERS_MOST),
    NOT_REVIEWERS("Only who sits on the review committee is in favour.", BOOKKEEPING),
    CONCLUSION_CHANGED("Half or more of all reviewers change the conclusion.", "law: MCA Order 39 art. 20 to 23",
            OrganisationsParameter.RATING_MAJORITY_PERCENT),
    CONCLUSION_STANDS("Fewer than half of all reviewers leave the conclusion as it was.",
            "law: MCA Order 39 art. 20 to 23", OrganisationsParameter.RATING_MAJORITY_PERCENT),
    WITHDRAWN("An application can be taken back until a conclusion is published.", BOOKKEEPING);

    private final Article article;

    RatingRoundRule(String statement, String source, Parameter... numbers) {
        article = Article.of(statement, source, numbers);
    }

    @Override
    public Article article() {
        return article;
    }
}
