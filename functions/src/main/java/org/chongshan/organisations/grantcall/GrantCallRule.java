package org.chongshan.organisations.grantcall;

import org.chongshan.core.Parameter;
import org.chongshan.core.Rule;
import org.chongshan.organisations.OrganisationsParameter;

/** The rules of a call for proposals. */
enum GrantCallRule implements Rule {
    OPENED("District, streets and communities call for projects, each with a budget, a floor and a ceiling.",
            "seed: 推动健全区、街、社三级公益创投项目购买机制"),
    OPENED_ONCE("A call is opened once.", BOOKKEEPING),
    OF_THE_DISTRICT("A call of the district is opened by the district.", BOOKKEEPING),
    CLOSES_BEFORE_IT_OPENS("A call takes proposals for a time that lies ahead.", BOOKKEEPING),
    CALL_UNKNOWN("Only a call that was opened is asked, reviewed, published or closed.", BOOKKEEPING),
    TERMS_STATED(
            "A proposal is in time when it was handed in by the end of the call, that instant included: of what an organisation sends itself the platform's clock says when.",
            BOOKKEEPING),
    SUBMISSION_ENDED("After its end a call takes no proposals, and they are reviewed within working days.", SET_LOCALLY,
            OrganisationsParameter.PROPOSAL_REVIEW_WORKING_DAYS),
    REVIEW_LATE("Reviews that are not concluded in time are stated, and stand in a list.", SET_LOCALLY,
            OrganisationsParameter.PROPOSAL_REVIEW_WORKING_DAYS),
    RANKED("Proposals are ranked by their scores.", "practice: Hangzhou Shangcheng 2023, review committee"),
    PUBLISHED("A shortlist is published, and for days anybody objects to it.",
            "practice: Hangzhou Shangcheng 2023, public review; the days are an assumption",
            OrganisationsParameter.SHORTLIST_PUBLICATION_DAYS),
    NOT_RANKED("Only what was reviewed, and was not taken back, is shortlisted.", BOOKKEEPING),
    LISTED_ONCE("A proposal is shortlisted once.", BOOKKEEPING),
    TOO_FEW_POINTS("What is shortlisted has as many points as it takes, or more.", SET_LOCALLY,
            OrganisationsParameter.PASSING_POINTS),
    AMOUNT_OUT_OF_BOUNDS("No award is below the floor, above the ceiling, or above what was asked for.",
            "practice: Taicang 2018, Wujin 2016: a ceiling a project"),
    BETTER_ONE_LEFT_OUT("Nobody is shortlisted before somebody of a better score without a reason that is on record.",
            BOOKKEEPING),
    OBJECTED("Whoever objects to an award does so while the shortlist is published, that instant included.",
            "practice: public review; law: Order 39 art. 20 as a model"),
    NOT_PUBLISHED("Objections are to what is published at the time.", BOOKKEEPING),
    RAISED_ONCE("An objection is raised once.", BOOKKEEPING),
    TOO_MANY_OBJECTIONS("A call takes 60 objections.", PLATFORM),
    NOT_ONES_OWN("Nobody answers what they objected themselves.", "assumption: separation of duties"),
    ANSWERED("An objection is answered; what is upheld takes the proposal off the list.",
            "law: Order 39 art. 20-23 as a model"),
    NO_SUCH_OBJECTION("An objection is answered once.", BOOKKEEPING),
    ANSWER_LATE("An objection nobody answers in time is stated; until it is answered nothing is awarded over it.",
            "law: Order 39 art. 23 as a model: 15 days", OrganisationsParameter.OBJECTION_ANSWER_DAYS),
    PUBLICATION_ENDED("After the publication what stands is awarded.", BOOKKEEPING,
            OrganisationsParameter.SHORTLIST_PUBLICATION_DAYS),
    AWARDED("What was published and stands is awarded, the better ones first.", BOOKKEEPING),
    NOT_ON_THE_SHORTLIST("Only what stands on the shortlist is awarded, once.", BOOKKEEPING),
    STILL_PUBLISHED("Nothing is awarded before its publication is over.", "practice: public review",
            OrganisationsParameter.SHORTLIST_PUBLICATION_DAYS),
    OBJECTION_OPEN("Nothing is awarded while an objection to it is open.", "practice: public review"),
    NOT_THE_PUBLISHED_AMOUNT("An award is what was published, to the fen.", BOOKKEEPING),
    DUTIES_APART("Whoever published a shortlist makes no award.", "assumption: separation of duties"),
    OVER_BUDGET("All awards of a call together never come to more than its budget.", "seed: 2023年各级共落实资金600余万元"),
    BETTER_ONES_FIRST("An award leaves in the budget what better ones on the shortlist are still to get.", BOOKKEEPING),
    RELEASED("What an award that came to nothing bound is free for others.", BOOKKEEPING),
    NOTHING_TO_RELEASE("Only an award that stands comes to nothing.", BOOKKEEPING),
    TAKEN_BACK("What was taken back gets no award.", BOOKKEEPING),
    CLOSED("A call is closed when nothing more is awarded; whoever got nothing is told.", BOOKKEEPING),
    CALLED_OFF("A call nothing was awarded in can be called off, with grounds; everybody who proposed is told.",
            BOOKKEEPING),
    AWARDS_STAND("A call something was awarded in is closed, and not called off.", BOOKKEEPING),
    NOT_AT_THIS_POINT("The call does not stand where this could happen.", BOOKKEEPING);

    private final Article article;

    GrantCallRule(String statement, String source, Parameter... numbers) {
        article = Article.of(statement, source, numbers);
    }

    @Override
    public Article article() {
        return article;
    }
}
