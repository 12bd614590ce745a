package org.chongshan.relief.reservefund;

import org.chongshan.core.Parameter;
import org.chongshan.core.Rule;

/** The rules of a subdistrict's reserve fund. */
enum ReserveFundRule implements Rule {
    FUND_OPENED("The district opens a fund once.", "seed: 全面推行临时救助备用金制度"),
    OPENED_ONCE("A fund is opened once; later money replenishes it.", BOOKKEEPING),
    FUND_UNKNOWN("Only an opened fund is replenished or settles.", BOOKKEEPING),
    FUND_REPLENISHED("Money put in is available.", "seed: 临时救助备用金制度"),
    NEVER_OVERDRAWN("A hold never exceeds what is available.", "seed: 临时救助备用金制度"),
    HELD_FOR_CASE("Money held is available to nobody else.", "seed: 临时救助备用金制度"),
    HELD_ONCE("A case holds once.", BOOKKEEPING),
    NOTHING_HELD("Only what is held is paid or released.", BOOKKEEPING),
    PAID_FROM_HOLD("A confirmed payment turns its hold into paid.", "seed: 临时救助备用金制度"),
    HOLD_RELEASED("A failed payment releases its hold.", "seed: 临时救助备用金制度"),
    PAID_WITHOUT_HOLD("What a bank paid after it had said failed is on record, held or not.",
            "assumption: banks correct themselves"),
    CAME_BACK_BEFORE_IT_WAS_PAID("That money came back, heard before that it was paid, counts once both are heard.",
            BOOKKEEPING),
    MONEY_CAME_BACK("What a bank sends back is available again.", "assumption: banks send money back");

    private final Article article;

    ReserveFundRule(String statement, String source, Parameter... numbers) {
        article = Article.of(statement, source, numbers);
    }

    @Override
    public Article article() {
        return article;
    }
}
