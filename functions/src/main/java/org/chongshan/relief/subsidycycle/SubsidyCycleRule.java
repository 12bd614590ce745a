package org.chongshan.relief.subsidycycle;

import org.chongshan.core.Parameter;
import org.chongshan.core.Rule;

/** The rules of a subdistrict's quarter of in-kind subsidies. */
enum SubsidyCycleRule implements Rule {
    QUARTER_OPENED("A quarter goes out to every recognised household of the subdistrict.", "seed: 季度实物补贴"),
    OPENED_ONCE("A quarter is opened once.", BOOKKEEPING),
    NOT_THIS_QUARTER("A quarter is opened while it runs, for the subdistrict it names.", BOOKKEEPING),
    NOT_OPENED("What happens to a quarter that is not open yet waits until it is.", BOOKKEEPING),
    REACHED("How far the quarter has gone out is known while it goes out.", BOOKKEEPING),
    COUNTED_ENTITLED("Every household entitled counts in the coverage.", "seed: 季度实物补贴"),
    COUNTED_DELIVERED("Every subsidy handed over counts in the coverage.", "seed: 季度实物补贴"),
    DELIVERED_LATE("What is handed over after the quarter closed still counts, and is marked late.", BOOKKEEPING),
    QUARTER_CLOSED("The quarter closes with its last day and states what is outstanding.", "seed: 季度实物补贴");

    private final Article article;

    SubsidyCycleRule(String statement, String source, Parameter... numbers) {
        article = Article.of(statement, source, numbers);
    }

    @Override
    public Article article() {
        return article;
    }
}
