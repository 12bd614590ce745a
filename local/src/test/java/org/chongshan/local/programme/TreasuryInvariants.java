package org.chongshan.local.programme;

/** What must hold in the books of the treasury: no claim is paid twice. */
final class TreasuryInvariants implements Invariants {
    @Override
    public void audit(Books books) {
        books.each("payment", (payment, state) -> {
            var paid = books.applied(payment).filter(entry -> entry.type().equals("PaymentReceiptRecorded")
                    && entry.data().path("result").stringValue("").equals("PAID")).count();
            var back = books.applied(payment).filter(entry -> entry.type().equals("PaymentReturned")).count();
            books.expect(paid - back == (state.path("status").stringValue("").equals("paid") ? 1 : 0),
                    "%s was paid %d times and came back %d times", payment, paid, back);
        });
    }
}
