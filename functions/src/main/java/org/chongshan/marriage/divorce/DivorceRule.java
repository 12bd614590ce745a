package org.chongshan.marriage.divorce;

import org.chongshan.core.Parameter;
import org.chongshan.core.Rule;

import static org.chongshan.marriage.MarriageParameter.*;

/** The rules of divorce by agreement. */
enum DivorceRule implements Rule {
    RECEIVED(
            "The day of the receipt starts the clock and is not counted. The cooling-off ends on the last of its days, the time for the certificate on the last of the days after it; a last day that is a day off rolls to the first that is none; a day ends when the window closes.",
            "Civil Code art. 1077, 201, 203; 民发〔2020〕116号; counted as Rudong county publishes it", COOLING_OFF_DAYS,
            CERTIFICATE_DAYS, WEEKEND_IS_DAY_OFF, WINDOW_CLOSES_MINUTE),
    RECEIVED_LATE(
            "A receipt that reaches the platform late starts the clock on its own day, and stands in a list: nobody shortens a cooling-off unseen.",
            BOOKKEEPING, RECEIPT_ENTRY_DAYS),
    RECEIVED_ONCE("A receipt or a notice is given once; a new application is a new case under a new number.",
            "民发〔2020〕116号; assumption: no waiting time before a new application"),
    APPLICATION_UNKNOWN("Only what was received has a course.", BOOKKEEPING),
    NOT_ACCEPTED("An application that is not accepted ends with a notice that says why.",
            "Marriage Registration Regulations 2003 art. 12; 民发〔2020〕116号"),
    HAS_NO_COURSE("Of an application that was not accepted nothing follows.", BOOKKEEPING),

    APPLY_TOGETHER("Both apply in person.", "Civil Code art. 1076; 民发〔2020〕116号"),
    NO_AGREEMENT("Who does not agree to divorce goes to the court.", "Civil Code art. 1079; Regulations 2003 art. 12"),
    LIMITED_CAPACITY("Who has no full capacity for civil acts does not divorce by agreement.",
            "Regulations 2003 art. 12"),
    MARRIED_ELSEWHERE("Only a marriage registered in the mainland is dissolved here.", "Regulations 2003 art. 12"),
    PAPERS_MISSING(
            "Both marriage certificates are shown; of one that is lost a declaration, of both also a copy of the archive.",
            "民发〔2020〕116号"),
    NOT_COMPETENT(
            "Until 2025-05-09 one of the couple has the household registration here; from 2025-05-10 any registry is competent.",
            "Regulations 2003 art. 10; Regulations 2025 (国务院令 804)", HOUSEHOLD_REGISTRATION_REQUIRED),
    ONE_PERSON_TWICE("Two people apply.", "Civil Code art. 1076"),

    OFFERED("Counselling is offered to every couple; what it answers has no consequence for the application.",
            "Women's Rights Law art. 63; Regulations 2025 art. 5"),
    ANSWERED_SINCE("An answer posted late stands at its own time: a later one counts.", BOOKKEEPING),
    COUNSELLED("A session the couple came to stands with its case.", "seed: 约30%的离婚申请对象经调解撤销了申请"),
    WATCHED("What a couple has watched stands with its case.", "Family Education Promotion Law art. 32"),
    GUIDANCE_FULL("A case keeps 60 sessions and 60 videos.", PLATFORM),

    ANOTHER_RUNS(
            "While another application of one of the couple runs, both stand in a list; nothing is decided by it, and the window lets one of them be withdrawn.",
            "Civil Code art. 1076, 1077; assumption: the registry undoes nothing by itself"),
    TOLD_SINCE("What the index of parties says later counts.", BOOKKEEPING),

    WITHDRAWN("In the cooling-off either withdraws alone; nobody else has to agree, and no reason is asked.",
            "Civil Code art. 1077; 民发〔2020〕116号"),
    IN_PERSON("Whoever withdraws stands at the window.", "民发〔2020〕116号"),
    OTHER_REGISTRY("Withdrawal and certificate are at the registry that took the application.",
            "民发〔2020〕116号; Regulations 2025"),
    IDENTITY_DIFFERS("Who stands at the window shows the identity number the application has.", "民发〔2020〕116号"),
    RECEIPT_OR_EXPLANATION("Whoever withdraws shows the receipt, or explains its loss in writing.", "民发〔2020〕116号"),
    WINDOW_CLOSED("The registry works on its working days, while its window is open.",
            "Civil Code art. 203; Rudong county; assumption: the hours", WEEKEND_IS_DAY_OFF, WINDOW_OPENS_MINUTE,
            WINDOW_CLOSES_MINUTE),
    BEFORE_THE_RECEIPT("Nothing comes of an application before it is received.", BOOKKEEPING),
    COOLING_OFF_OVER("When the window has closed on the last day of the cooling-off, nobody withdraws any more.",
            "Civil Code art. 1077, 203"),

    REGISTERED(
            "Both come in person within their time with a complete agreement: the divorce is registered, and the marriage has ended.",
            "Civil Code art. 1076, 1077, 1078, 1080"),
    COOLING_OFF_RUNS("On the last day of the cooling-off withdrawal is still taken and nothing is registered.",
            "Civil Code art. 1077; Rudong county"),
    TIME_OVER("When the window has closed on the last day for the certificate, the application is over.",
            "Civil Code art. 1077, 203"),
    BOTH_IN_PERSON("Both come for the certificate in person; when one stays away, nothing happens.",
            "Civil Code art. 1076, 1077"),
    AGREEMENT_INCOMPLETE("The written agreement settles the will of both, the children, the property and the debts.",
            "Civil Code art. 1076"),
    CERTIFICATE_REFUSED(
            "What the registry does not register it refuses with its reasons; until their time is over the couple may come again.",
            "民发〔2020〕116号; assumption: that the time runs on"),

    ENDED_ELSEWHERE("Death, a divorce by a court or an annulment ends the application on its day.",
            "Civil Code art. 1051, 1079, 1080; assumption: how the bureau keeps its books"),
    ENDED_ALREADY("What has ended does not end again later at the window.", BOOKKEEPING),
    ENDED_BEFORE(
            "What ended it earlier is its end; a later end is kept, and counts when the earlier one was stated by mistake.",
            BOOKKEEPING),
    END_RETRACTED(
            "A death, a judgment or an annulment stated by mistake is taken back by the registry, with grounds: the application is what it would be without it, its days have run on, and each of their ends that passed is told again. Who was refused meanwhile comes again; what is registered stands.",
            BOOKKEEPING),
    RETRACTED_BEFOREHAND("What is taken back before word of it has come is kept for it.", BOOKKEEPING),
    SAID_SINCE("Of what is said of one document the last counts, by its own time.", BOOKKEEPING),
    TOO_MANY_DOCUMENTS("A case keeps 20 documents of ends outside of the registry.", PLATFORM),
    REGISTERED_THOUGH_ENDED(
            "What was registered before word of an earlier end came stands, and is listed as disputed: the registry undoes nothing by itself.",
            BOOKKEEPING),

    CERTIFICATE_PERIOD_BEGINS("The day after the cooling-off the time for the certificate begins.",
            "Civil Code art. 1077"),
    LAPSED("Who does not come for the certificate in time is deemed to have withdrawn.", "Civil Code art. 1077"),
    RECKONED_ANEW(
            "Days that were reckoned before a notice of the State Council or new hours were known are reckoned again when the case is next touched or its deadline falls due, before anything is decided upon them.",
            "Civil Code art. 203; assumption: how the platform works", WINDOW_CLOSES_MINUTE);

    private final Article article;

    DivorceRule(String statement, String source, Parameter... numbers) {
        article = Article.of(statement, source, numbers);
    }

    @Override
    public Article article() {
        return article;
    }
}
