package org.chongshan.treasury.payment;

import org.chongshan.core.Parameter;
import org.chongshan.core.Rule;
import org.chongshan.treasury.TreasuryParameter;

/** The rules of a payment. */
enum PaymentRule implements Rule {
    PAYMENT_ORDERED("A payment is ordered once for its claim.", "seed: 先行救助"),
    CLAIM_TAKEN("One claim is paid to one order alone.", SET_LOCALLY),
    ORDERED_ONCE("Whoever ordered a payment orders it once.", BOOKKEEPING),
    NOTHING_ORDERED("Only an ordered payment has a receipt.", BOOKKEEPING),
    RECEIPT_PAID("A receipt that says paid ends the payment.", "seed: 24小时内先行救助"),
    RECEIPT_FAILED("A receipt that says failed lets the claim be ordered again.", BOOKKEEPING),
    RECEIPT_REPEATED(
            "A receipt is for one attempt; what was said under its reference changes nothing when it is said again.",
            "assumption: a bank's file is read twice"),
    RECEIPT_CORRECTED(
            "A bank that had said failed may say that it paid after all; an order made in its place is withdrawn.",
            "assumption: banks correct themselves"),
    ATTEMPT_OVER("An attempt that is over does not fail again.", "assumption: a bank's file is read late"),
    PAID_TWICE("What a bank paid besides is on record and on a list until it comes back; the claim was paid once.",
            "assumption: banks correct themselves"),
    SURPLUS_CAME_BACK("Of what a bank paid twice the surplus comes back first, and the claim stays paid.",
            "assumption: banks send money back"),
    BEFORE_THE_ORDER("No receipt lies before the order it is for.", BOOKKEEPING),
    DUTIES_APART("Whoever asked for a payment or decided it never records its receipt.",
            "assumption: separation of duties"),
    WAITS_FOR_ITS_TURN("While one order under a claim has no receipt, another waits for its turn.",
            "assumption: nothing is a duplicate of what was never paid"),
    TOO_MANY_WAIT("More orders under one claim than its register keeps go back to whoever ordered them.", SET_LOCALLY),
    SENT_BACK("What a bank sends back was not paid; the claim may be ordered again.",
            "assumption: banks send money back"),
    NOTHING_PAID("Only what was paid comes back.", BOOKKEEPING),
    RECEIPT_OVERDUE("An order of which nobody says within days what became of it is stated.", SET_LOCALLY,
            TreasuryParameter.PAYMENT_RECEIPT_DAYS);

    private final Article article;

    PaymentRule(String statement, String source, Parameter... numbers) {
        article = Article.of(statement, source, numbers);
    }

    @Override
    public Article article() {
        return article;
    }
}
