package org.chongshan.organisations.organisation;

import org.chongshan.core.Parameter;
import org.chongshan.core.Rule;
import org.chongshan.organisations.OrganisationsParameter;

/** The rules of the register of organisations. */
enum OrganisationRule implements Rule {
    REGISTERED("A social organisation is registered with its unified social credit code; the last entry counts.",
            "law: GB 32100-2015"),
    INCUBATED("A community team has no credit code: its street keeps it while it is accompanied, for so long.",
            "seed: 公益创投“相伴计划”; 对志愿服务队把手辅导", OrganisationsParameter.INCUBATION_MONTHS),
    BECAME_AN_ORGANISATION("A team that is registered has become an organisation, and its incubation is complete.",
            "seed: “菊馨社”脱胎于社区“舞梦春华”舞蹈队"),
    MILESTONE("A step on the way counts from the first time that is known, the size of the team from the last.",
            BOOKKEEPING),
    NOT_THE_INCUBATOR("Of organisations, the one that accompanies a team says what it has reached.", BOOKKEEPING),
    INCUBATION_OVERDUE("A team that is no organisation when the time planned is over is told of, and listed.",
            SET_LOCALLY, OrganisationsParameter.INCUBATION_MONTHS),
    SAID_SINCE("What is posted late of an organisation stands at its own time: a later word counts.", BOOKKEEPING),
    ORGANISATION_UNKNOWN("Only of what is registered or accompanied can something be said.", BOOKKEEPING),
    DISSOLVED(
            "An organisation that is struck off, or a team that fell apart, ends, with grounds; what is said of it later "
                    + "puts it back.",
            BOOKKEEPING),
    NOT_ITS_OWN("An organisation hands in its own report, and no other's.", BOOKKEEPING),
    YEAR_NOT_OVER("A report is on a year that is over, and so is a check.", BOOKKEEPING),
    REPORT_FILED("The report on a year is handed in by 31 May of the next; what was missed can be made good.",
            "law: Measures for the Annual Check of Private Non-enterprise Units",
            OrganisationsParameter.ANNUAL_REPORT_DUE_MONTH, OrganisationsParameter.ANNUAL_REPORT_DUE_DAY),
    REPORT_IN_TIME("A report that is there when its last day has passed is in time.", BOOKKEEPING),
    REPORT_MISSED("A report that is not there when its last day has passed is missed; two in a row, to be struck off.",
            "law: Measures for the Annual Check of Private Non-enterprise Units",
            OrganisationsParameter.ANNUAL_REPORT_DUE_MONTH, OrganisationsParameter.ANNUAL_REPORT_DUE_DAY,
            OrganisationsParameter.ANNUAL_REPORT_FIRST_MONTHS),
    CHECKED("An annual check is qualified, basically qualified or failed; the last word on a year counts.",
            "law: Measures for the Annual Check of Private Non-enterprise Units"),
    PUNISHED("A penalty stands against an organisation until it is executed, and through the next year.",
            "law: MCA Order 39 art. 7; that it counts in its own year too is an assumption"),
    PENALTY_ONCE("A penalty is entered once.", BOOKKEEPING),
    PENALTY_EXECUTED("Of a penalty that was executed nothing is owed.", "law: MCA Order 39 art. 7"),
    PENALTY_UNKNOWN("Only a penalty that was entered is executed.", BOOKKEEPING),
    INVESTIGATION("An organisation under investigation is not rated; the last word on an investigation counts.",
            "law: MCA Order 39 art. 7"),
    TOO_MANY("A record keeps 100 penalties, investigations, ratings and bans each.", PLATFORM),
    NOT_THEIRS_TO_GRANT("1A to 3A are the district's to grant, 4A the city's, 5A the province's.",
            "practice: Nantong, Qidong notice of 2023 on ratings"),
    NEEDS_A_ROUND("What the district grants after an organisation came onto these books, a rating round decides.",
            "law: MCA Order 39 art. 16"),
    RATED("A rating is valid for five years; its last day is the day of the year on which it was granted.",
            "law: MCA Order 39 art. 28; Civil Code art. 201, 202", OrganisationsParameter.RATING_YEARS,
            OrganisationsParameter.RATING_REAPPLICATION_YEARS),
    REAPPLICATION_OPENED("From two years before its rating expires on an organisation may be rated again.",
            "law: MCA Order 39 art. 29", OrganisationsParameter.RATING_REAPPLICATION_YEARS),
    RATING_EXPIRED("A rating that no other followed is none when its last day has passed.",
            "law: MCA Order 39 art. 29"),
    NOT_RATED("Only a rating that is there is lowered or cancelled, by whoever granted it.",
            "law: MCA Order 39 art. 30 to 33"),
    NOT_LOWER("A rating is lowered to a lower grade.", BOOKKEEPING),
    DOWNGRADED("Whose rating was lowered does not apply for two years, and hands the certificate back in 15 days.",
            "law: MCA Order 39 art. 30 to 33", OrganisationsParameter.RATING_DOWNGRADE_BAR_YEARS,
            OrganisationsParameter.RATING_CERTIFICATE_RETURN_DAYS),
    CANCELLED("Whose rating was cancelled does not apply for three years, and hands the certificate back in 15 days.",
            "law: MCA Order 39 art. 30 to 33", OrganisationsParameter.RATING_CANCELLATION_BAR_YEARS,
            OrganisationsParameter.RATING_CERTIFICATE_RETURN_DAYS),
    CERTIFICATE_RETURNED("A certificate that was handed back is out no more.", "law: MCA Order 39 art. 30 to 33"),
    NO_CERTIFICATE_OUT("Only a certificate that is out is handed back.", BOOKKEEPING),
    CERTIFICATE_VOID("A certificate that was not handed back in time is announced void.",
            "law: MCA Order 39 art. 30 to 33", OrganisationsParameter.RATING_CERTIFICATE_RETURN_DAYS),
    BAR_ENDED("On the day after a bar an organisation may apply again.", "law: MCA Order 39 art. 30 to 33"),
    TESTED("Whoever applies for a rating is tested by each condition, and all of them are shown.",
            "law: MCA Order 39 art. 6, 7, 29; practice: Nantong, Qidong notice of 2023 on ratings",
            OrganisationsParameter.RATING_REGISTERED_YEARS, OrganisationsParameter.RATING_UPGRADE_YEARS),
    EXCELLENT("A case that was named excellent stands with its organisation, once a year and authority.",
            "seed: 获评全省社区社会组织优秀案例"),
    BANNED("Who broke an agreement on a grant has none for three years.", "practice: Zhongshan, venture philanthropy",
            OrganisationsParameter.GRANT_BAN_YEARS),
    BANNED_ONCE("A ban is entered once.", BOOKKEEPING),
    BAN_LIFTED("A ban that should not have been is lifted.", BOOKKEEPING),
    ONE_OF_THE_YEAR("An organisation has one proposal or project a year, and decides itself which.",
            "practice: Taicang 2018, one project per organisation and year"),
    STANDS_AGAINST_IT("What stands against a proposal is said: no register, another of the year, accounts, a ban.",
            "practice: Taicang 2018 (unsettled project), Zhongshan (ban)"),
    FREE_TO_PROPOSE("Whose proposal came to nothing may make another of that year.", BOOKKEEPING),
    PROJECT_STATED("Of what is said of a project the last statement counts, whatever the order.", BOOKKEEPING),
    BAN_ENDED("On the day after a ban an organisation may have grants again.", BOOKKEEPING);

    private final Article article;

    OrganisationRule(String statement, String source, Parameter... numbers) {
        article = Article.of(statement, source, numbers);
    }

    @Override
    public Article article() {
        return article;
    }
}
