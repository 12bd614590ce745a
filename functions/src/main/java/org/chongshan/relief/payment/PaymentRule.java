package org.chongshan.relief.payment;

import org.chongshan.core.Parameter;
import org.chongshan.core.Rule;

/** The rules of a payment. */
enum PaymentRule implements Rule {
    PAYMENT_ORDERED("A payment is ordered once for its claim.", "seed: 先行救助"),
    CLAIM_TAKEN("One claim is paid for one case alone.", "assumption: set locally"),
    ORDERED_ONCE("A case orders its payment once.", "assumption: how the bureau keeps its books"),
    NOTHING_ORDERED("Only an ordered payment has a receipt.", "assumption: how the bureau keeps its books"),
    RECEIPT_PAID("A receipt that says paid ends the payment.", "seed: 24小时内先行救助"),
    RECEIPT_FAILED("A receipt that says failed lets the claim be ordered again.",
            "assumption: how the bureau keeps its books");

    private final Article article;

    PaymentRule(String statement, String source, Parameter... numbers) {
        article = Article.of(statement, source, numbers);
    }

    @Override
    public Article article() {
        return article;
    }
}
