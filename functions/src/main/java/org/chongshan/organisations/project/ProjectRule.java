package org.chongshan.organisations.project;

import org.chongshan.core.Parameter;
import org.chongshan.core.Rule;
import org.chongshan.organisations.OrganisationsParameter;

/** The rules of a project. */
enum ProjectRule implements Rule {
    BEGUN("An award begins a project, paid in tranches that come to the award, to the fen.",
            "practice: Ningbo Haishu, Zhongshan; the shares are an assumption",
            OrganisationsParameter.FIRST_TRANCHE_PERCENT, OrganisationsParameter.MID_TERM_TRANCHE_PERCENT,
            OrganisationsParameter.AGREEMENT_DAYS),
    BEGUN_ONCE("A project begins once.", BOOKKEEPING),
    PROJECT_UNKNOWN("Only what got an award is signed, paid, reported or evaluated.", BOOKKEEPING),
    AGREEMENT_LATE("An award without an agreement is stated after days, and stands in a list.", SET_LOCALLY,
            OrganisationsParameter.AGREEMENT_DAYS),
    SIGNED("The first tranche is due within working days of the agreement.",
            "practice: Zhongshan 博爱100, within 15 working days", OrganisationsParameter.TRANCHE_WORKING_DAYS),
    SIGNED_ONCE("An agreement is signed once.", BOOKKEEPING),
    BEFORE_THE_AWARD("No agreement is signed before the award.", BOOKKEEPING),
    GIVEN_UP("An award that will have no agreement goes back to its call.", BOOKKEEPING),
    NOT_ONES_OWN("An organisation speaks for its own project.", BOOKKEEPING),
    EVALUATOR_NAMED("A third party evaluates, and may read the project for it.",
            "practice: Hangzhou Shangcheng 2023, third-party operator"),
    NOT_INDEPENDENT("Whoever carries a project out does not evaluate it.", "law: Order 39 art. 19 as a model"),
    NOT_THE_EVALUATOR("Of third parties the one that was named evaluates.", BOOKKEEPING),
    TRANCHE_APPROVED("An approved tranche is paid, under one claim whatever is retried.",
            "practice: Ningbo Haishu, Zhongshan"),
    NOT_DUE("Only a tranche that is due, or was not paid, is approved; of a stopped project none.",
            "practice: Ningbo Haishu, Zhongshan: failed, no further tranche"),
    NOT_THE_SUM("An officer approves a tranche as it stands, to the fen.", BOOKKEEPING),
    DUTIES_APART("Whoever evaluated does not approve the tranche that follows from it.",
            "assumption: separation of duties"),
    TRANCHE_LATE("A tranche that is not approved in time is stated.",
            "practice: Zhongshan 博爱100, within 15 working days", OrganisationsParameter.TRANCHE_WORKING_DAYS),
    PAID("A tranche that was paid counts once.", BOOKKEEPING),
    NOT_PAID("A tranche that was not paid, or that the bank sent back, is approved anew.",
            "assumption: banks send money back"),
    NO_SUCH_PAYMENT("Only a tranche that was ordered was paid or not, and once.", BOOKKEEPING),
    REPORTED("An organisation reports what it spent and whom it reached, by person-times and subdistrict.",
            "seed: 惠及群众20余万人次"),
    NOT_TO_REPORT("What stands to be reported is reported, until it is evaluated.", BOOKKEEPING),
    REPORT_LATE("A report that is not there in time is stated, and a reason is given within working days.",
            "practice: Ningbo Haishu, late without reason is failed; the days are an assumption",
            OrganisationsParameter.REPORT_REASON_WORKING_DAYS),
    REPORT_MISSING("Whoever does not report, and gives no reason, is stopped; that is published.",
            "practice: Ningbo Haishu, late without reason is failed",
            OrganisationsParameter.REPORT_REASON_WORKING_DAYS),
    EXTENDED("An officer who accepts a reason says by when the report is due instead.", "practice: Ningbo Haishu"),
    NOT_LATER("What is extended is due later than before, and after now.", BOOKKEEPING),
    PASSED("Whoever passes an evaluation is paid the next tranche.", "practice: Ningbo Haishu",
            OrganisationsParameter.TRANCHE_WORKING_DAYS),
    FAILED("Whoever fails an evaluation is stopped: it is published, no further tranche is paid.",
            "practice: Ningbo Haishu, Zhongshan 博爱100"),
    NOTHING_TO_EVALUATE("What was reported is evaluated, once.", BOOKKEEPING),
    EVALUATION_LATE("A report that is not evaluated in time is stated; that is nobody's fault who reported.",
            SET_LOCALLY, OrganisationsParameter.EVALUATION_WORKING_DAYS),
    STOPPED("An officer stops a project that cannot go on.", "practice: Ningbo Haishu"),
    BANNED("Whoever breaks an agreement is stopped, and gets no grant for years.", "practice: Zhongshan 博爱100, 3 years",
            OrganisationsParameter.GRANT_BAN_YEARS),
    RESUMED("The district may find that a project should not have been stopped, until its accounts are settled.",
            BOOKKEEPING),
    PAYMENT_IN_HAND("No accounts are settled while a tranche is on its way.", BOOKKEEPING),
    TOO_MUCH_ACCEPTED("No more is accepted as spent than was disbursed and was not returned.", BOOKKEEPING),
    ACCOUNTS_SETTLED("What of the grant was not well spent, or is left over, is to be returned.",
            "practice: Zhongshan 博爱100, clawed back", OrganisationsParameter.MONEY_RETURN_DAYS),
    NOTHING_TO_RETURN("When nothing is left to return, a project is settled.", BOOKKEEPING),
    ACCOUNTS_LATE("Accounts nobody settles in time are stated.", SET_LOCALLY,
            OrganisationsParameter.ACCOUNTS_WORKING_DAYS),
    RETURNED("What came back counts once, and never more than was disbursed, or is owed.", BOOKKEEPING),
    RETURNED_ONCE("A reference counts once.", BOOKKEEPING),
    TOO_MUCH_RETURNED("No more comes back than was disbursed, or than is owed.", BOOKKEEPING),
    TOO_MANY_RETURNS("Of one project 60 returns are taken.", PLATFORM),
    RETURN_LATE("Money that is not back in time is stated, and stands in a list.", SET_LOCALLY,
            OrganisationsParameter.MONEY_RETURN_DAYS),
    NOT_AT_THIS_POINT("The project does not stand where this could happen.", BOOKKEEPING);

    private final Article article;

    ProjectRule(String statement, String source, Parameter... numbers) {
        article = Article.of(statement, source, numbers);
    }

    @Override
    public Article article() {
        return article;
    }
}
