package org.chongshan.organisations.proposal;

import org.chongshan.core.Parameter;
import org.chongshan.core.Rule;
import org.chongshan.organisations.OrganisationsParameter;

/** The rules of a proposal. */
enum ProposalRule implements Rule {
    SUBMITTED("An organisation proposes a project for a call: what for, how, at what risk, for whom.",
            "practice: fields of the system of Nanjing Jiangbei"),
    SUBMITTED_ONCE("A proposal is made once; another one has another id.", BOOKKEEPING),
    NOT_ONES_OWN("An organisation proposes, and takes back, for itself alone; an officer enters what came on paper.",
            BOOKKEEPING),
    PROPOSAL_UNKNOWN("Only what was proposed is checked, reviewed or awarded.", BOOKKEEPING),
    HEARD("Call and organisation say what a proposal rests on, in any order.", BOOKKEEPING),
    ELIGIBLE(
            "What satisfies every check is reviewed: place, time, field, floor, ceiling, register, grade, one a year, no unsettled project, no ban.",
            "practice: Taicang 2018 (grade, one project per organisation and year, no unsettled project), Zhongshan (ban)"),
    NOT_ELIGIBLE("What does not satisfy a check is not reviewed; which one it was, and why, stands with it.",
            "practice: Taicang 2018"),
    HEARD_BEFORE("Call and organisation answer once.", BOOKKEEPING),
    UNANSWERED("A proposal whose call or organisation does not answer is stated, and stands in a list.", SET_LOCALLY,
            OrganisationsParameter.PROPOSAL_ANSWER_HOURS),
    READERS_CHANGED("A proposal is read by reviewers who have declared that they have no stake in it.",
            "law: Order 39 art. 19"),
    SHORTLISTED("What is shortlisted knows what it is to get.", BOOKKEEPING),
    AWARDED("An award begins a project.", "seed: 扶持项目190个"),
    NOT_WANTED_ANY_MORE("An award to what was taken back, or refused, is given back at once.", BOOKKEEPING),
    REFUSED("What gets no award knows why, and its organisation is free to propose again.", BOOKKEEPING),
    LAPSED("A proposal whose award came to nothing leaves its money to the call.", BOOKKEEPING),
    WITHDRAWN("Whoever proposed takes it back, as long as it has no award.", BOOKKEEPING),
    NOT_AT_THIS_POINT("The proposal does not stand where this could happen.", BOOKKEEPING);

    private final Article article;

    ProposalRule(String statement, String source, Parameter... numbers) {
        article = Article.of(statement, source, numbers);
    }

    @Override
    public Article article() {
        return article;
    }
}
