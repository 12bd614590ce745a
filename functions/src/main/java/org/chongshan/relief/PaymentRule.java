package org.chongshan.relief;

import org.chongshan.core.Rule;

/** The rules of a payment. */
enum PaymentRule implements Rule {
    /** A payment is ordered once for its claim. */
    PAYMENT_ORDERED("A payment is ordered once for its claim.", "seed: 先行救助"),
    /** One claim is paid for one case alone. */
    CLAIM_TAKEN("One claim is paid for one case alone.", "assumption: set locally"),
    /** A case orders its payment once. */
    ORDERED_ONCE("A case orders its payment once.", "assumption: how the bureau keeps its books"),
    /** Only an ordered payment has a receipt. */
    NOTHING_ORDERED("Only an ordered payment has a receipt.", "assumption: how the bureau keeps its books"),
    /** A receipt that says paid ends the payment. */
    RECEIPT_PAID("A receipt that says paid ends the payment.", "seed: 24小时内先行救助"),
    /** A receipt that says failed lets the claim be ordered again. */
    RECEIPT_FAILED("A receipt that says failed lets the claim be ordered again.",
            "assumption: how the bureau keeps its books");

    private final String statement;
    private final String source;

    PaymentRule(String statement, String source) {
        this.statement = statement;
        this.source = source;
    }

    @Override
    public String statement() {
        return statement;
    }

    @Override
    public String source() {
        return source;
    }
}
