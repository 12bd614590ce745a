package org.chongshan.eldercare.caremonth;

import org.chongshan.core.Parameter;
import org.chongshan.core.Rule;
import org.chongshan.eldercare.EldercareParameter;

/** The rules of a subdistrict's month of care. */
enum CareMonthRule implements Rule {
    MONTH_OPENED("A month of care goes out to every elder on the books of a subdistrict.", "seed: 每月4次"),
    OPENED_ONCE("A month is opened once.", BOOKKEEPING),
    NOT_THIS_MONTH("A month is opened while it runs, for the subdistrict it names.", BOOKKEEPING),
    NOT_OPENED("How far a month has gone out is said once it is opened.", PLATFORM),
    REACHED("How far the month has gone out is known while it goes out.", BOOKKEEPING),
    COUNTED("Persons and visits are both counted, in the month the visit began in, whenever that is heard of.",
            "seed: 提供不少于700人次居家养老上门服务"),
    MONTH_CLOSED("A month closes some days after its last one and states persons and visits.", SET_LOCALLY,
            EldercareParameter.MONTH_CLOSE_DAYS);

    private final Article article;

    CareMonthRule(String statement, String source, Parameter... numbers) {
        article = Article.of(statement, source, numbers);
    }

    @Override
    public Article article() {
        return article;
    }
}
