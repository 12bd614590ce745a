package org.chongshan.organisations.reviewpanel;

import org.chongshan.core.Parameter;
import org.chongshan.core.Rule;
import org.chongshan.organisations.OrganisationsParameter;

/** The rules of a review panel. */
enum ReviewPanelRule implements Rule {
    CONVENED("Each call has a panel.", "practice: Hangzhou Shangcheng 2023, review committee"),
    CONVENED_ONCE("A call has one panel.", BOOKKEEPING),
    PANEL_UNKNOWN("Only for a call that was opened is anything reviewed.", BOOKKEEPING),
    APPOINTED("Reviewers are appointed by officers.", "practice: Hangzhou Shangcheng 2023, review committee"),
    APPOINTED_ONCE("A reviewer is appointed once; who was dismissed is not appointed again.", BOOKKEEPING),
    NOT_ONES_OWN("Nobody appoints themselves, and who opened the call does not review.",
            "assumption: separation of duties"),
    TOO_MANY_REVIEWERS("A panel has 15 reviewers.", PLATFORM),
    DISMISSED("What a dismissed reviewer scored does not count.", BOOKKEEPING),
    NOT_APPOINTED("Only who was appointed, and was not dismissed, declares and reviews.", BOOKKEEPING),
    DECLARED(
            "Before a reviewer sees anything they declare their stakes; whoever serves there, has left less than two years ago or has another interest does not review.",
            "law: Order 39 art. 19", OrganisationsParameter.REVIEWER_RECUSAL_YEARS),
    TOO_MANY_STAKES("A reviewer declares 100 stakes.", PLATFORM),
    RECUSED("What is found of a stake that was not declared bars the reviewer, and their score does not count.",
            "law: Order 39 art. 19"),
    ENTERED("What is eligible is reviewed.", BOOKKEEPING),
    ENTERED_ONCE("A proposal is reviewed once.", BOOKKEEPING),
    ENTERED_TOO_LATE("What comes after the reviews were concluded is not reviewed, and is told so.", BOOKKEEPING),
    TOO_MANY_ENTRIES("A panel reviews 150 proposals; what is more is told so.", PLATFORM),
    LEFT("What was taken back is not reviewed.", BOOKKEEPING),
    NOT_ENTERED("Only what is to be reviewed is scored.", BOOKKEEPING),
    DECLARE_FIRST("A reviewer declares before they score.", "law: Order 39 art. 19"),
    HAS_A_STAKE("A reviewer who has a stake in an organisation does not score what it proposes.",
            "law: Order 39 art. 19; Charity Law art. 59", OrganisationsParameter.REVIEWER_RECUSAL_YEARS),
    REVIEWED("A reviewer scores by themselves; of what one of them says twice the last counts.", BOOKKEEPING),
    STILL_OPEN("No review is concluded while proposals are taken.", BOOKKEEPING),
    TOO_FEW_SCORES("Each proposal has as many scores as it takes.", SET_LOCALLY,
            OrganisationsParameter.SCORES_PER_PROPOSAL),
    CONCLUDED("Proposals are ranked by the average of their scores; of two equal ones whoever asks for less is first.",
            SET_LOCALLY, OrganisationsParameter.SCORES_PER_PROPOSAL),
    CALLED_OFF("When a call is called off everybody who proposed is told.", BOOKKEEPING),
    REVIEW_OVER("When the reviews are concluded, or the call is called off, nothing is reviewed any more.",
            BOOKKEEPING);

    private final Article article;

    ReviewPanelRule(String statement, String source, Parameter... numbers) {
        article = Article.of(statement, source, numbers);
    }

    @Override
    public Article article() {
        return article;
    }
}
