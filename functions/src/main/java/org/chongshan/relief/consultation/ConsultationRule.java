package org.chongshan.relief.consultation;

import org.chongshan.core.Parameter;
import org.chongshan.core.Rule;
import org.chongshan.relief.ReliefParameter;

/** The rules of a consultation. */
enum ConsultationRule implements Rule {
    CONVENED("A consultation decides what is put on its table.", "seed: 定期会商"),
    CONVENED_ONCE("A consultation is convened once.", "assumption: how the bureau keeps its books"),
    NOT_IN_SESSION("Nothing happens in a consultation that is not in session.",
            "assumption: how the bureau keeps its books"),
    ATTENDANCE_CONFIRMED("Whoever was convened attends once they say so themselves; whoever convenes says so by it.",
            "assumption: separation of duties"),
    NOT_CONVENED("Only those convened attend.", "assumption: how the bureau keeps its books"),
    ATTENDS_ONCE("Nobody attends twice, however they are spelt.", "assumption: separation of duties"),
    TABLED("A case is put on the table once.", "seed: 一事一议"),
    TABLED_ONCE("A case is on one table once.", "assumption: how the bureau keeps its books"),
    NOT_ON_THE_TABLE("Only a case on the table is decided, and once.", "seed: 一事一议"),
    DELIBERATOR_ATTENDS("Only those attending record a decision.", "assumption: how the bureau keeps its books"),
    NO_QUORUM("Fewer than the quorum, of those who said themselves that they attend, decide nothing.",
            "assumption: set locally", ReliefParameter.CONSULTATION_QUORUM),
    NO_MAJORITY("More than half of those attending carry a verdict, and no more than attend vote.",
            "assumption: set locally"),
    DECIDED("A verdict of the consultation goes to the case, with who attended.", "seed: 一事一议",
            ReliefParameter.CONSULTATION_QUORUM),
    CLOSED("A consultation that ended decides nothing more.", "assumption: how the bureau keeps its books");

    private final Article article;

    ConsultationRule(String statement, String source, Parameter... numbers) {
        article = Article.of(statement, source, numbers);
    }

    @Override
    public Article article() {
        return article;
    }
}
