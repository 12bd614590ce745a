package org.chongshan.relief.consultation;

import org.chongshan.core.Parameter;
import org.chongshan.core.Rule;
import org.chongshan.relief.ReliefParameter;

/** The rules of a consultation. */
enum ConsultationRule implements Rule {
    CONVENED("A consultation decides what is put on its table.", "seed: 定期会商"),
    CONVENED_ONCE("A consultation is convened once.", BOOKKEEPING),
    NOT_IN_SESSION("Nothing happens in a consultation that is not in session.", BOOKKEEPING),
    ATTENDS("Those convened say themselves that they attend; they alone are counted.",
            "assumption: nobody speaks for another"),
    NOT_CONVENED("Only those convened attend.", BOOKKEEPING),
    ATTENDS_ONCE("Whoever attends says so once.", BOOKKEEPING),
    TABLED("A case is put on the table once.", "seed: 一事一议"),
    TABLED_ONCE("A case is on one table once.", BOOKKEEPING),
    CASE_INTRODUCED("A case on the table says who asked for the relief.", "assumption: separation of duties"),
    REQUESTER_NEVER_APPROVES("Whoever asked for the relief neither attends its deliberation nor records it.",
            "assumption: separation of duties"),
    NOT_ON_THE_TABLE("Only a case on the table is decided, and once.", "seed: 一事一议"),
    DELIBERATOR_ATTENDS("Only those who attend record a decision.", BOOKKEEPING),
    NO_QUORUM("Fewer than the quorum decide nothing.", SET_LOCALLY, ReliefParameter.CONSULTATION_QUORUM),
    NO_MAJORITY("More than half of those present carry a verdict, and no more than are present vote.", SET_LOCALLY),
    DECIDED("A verdict of the consultation goes to the case.", "seed: 一事一议", ReliefParameter.CONSULTATION_QUORUM),
    CASE_TOOK_THE_VERDICT("A verdict counts when its case has taken it.",
            "assumption: nothing ends without an outcome"),
    VERDICT_CAME_TO_NOTHING(
            "A verdict that changes nothing at its case is shown with the reason, on a list until an officer has looked.",
            "assumption: nothing ends without an outcome"),
    VERDICT_REVIEWED("Whoever looked at a verdict that came to nothing says what follows.",
            "assumption: nothing ends without an outcome"),
    NO_SUCH_VERDICT("Only a verdict that was given is answered, and only one that came to nothing is looked at, once.",
            BOOKKEEPING),
    TABLE_IS_FULL("A consultation has 40 cases on its table at most; further ones are for another.", BOOKKEEPING),
    CLOSED("A consultation that ended decides nothing more.", BOOKKEEPING);

    private final Article article;

    ConsultationRule(String statement, String source, Parameter... numbers) {
        article = Article.of(statement, source, numbers);
    }

    @Override
    public Article article() {
        return article;
    }
}
