package org.chongshan.local.programme;

import java.util.Set;

import org.chongshan.core.Actors;

/** What must hold in the books of the treasury: no claim is paid twice, and nothing a bank said once counts twice. */
final class TreasuryInvariants implements Invariants {
    private static final Set<String> SAID = Set.of("PaymentReceiptRecorded", "PaymentReturned");

    @Override
    public void audit(Books books) {
        books.each("payment", (payment, state) -> {
            books.promise(Promise.PAID_ONCE);
            var paid = books.applied(payment).filter(entry -> entry.type().equals("PaymentReceiptRecorded")
                    && entry.data().path("result").stringValue("").equals("PAID")).count();
            var back = books.applied(payment).filter(entry -> entry.type().equals("PaymentReturned")).count();
            // What a bank paid besides stands as a surplus until it comes back.
            var surplus = state.path("surplus").size();
            books.expect(paid - back == (state.path("status").stringValue("").equals("paid") ? 1 : 0) + surplus,
                    "%s was paid %d times and came back %d times, %d are a surplus", payment, paid, back, surplus);

            books.promise(Promise.RECEIPTS);
            var said = books.applied(payment).filter(entry -> SAID.contains(entry.type())).map(entry -> entry.type()
                    + entry.data().path("reference").stringValue("") + entry.data().path("result").stringValue(""))
                    .toList();
            books.expect(Books.isEachOnce(said), "%s: twice in %s", payment, said);

            books.promise(Promise.DUTIES);
            var decided = Books.texts(state.path("decidedBy"));
            if (state.path("status").stringValue("").equals("paid")) {
                books.applied(payment)
                        .filter(entry -> entry.data().path("reference").equals(state.path("reference"))
                                && SAID.contains(entry.type()))
                        .forEach(entry -> books.expect(!Actors.isAmong(entry.attribute("actor"), decided),
                                "%s was decided by %s and paid by %s", payment, decided, entry.attribute("actor")));
            }
        });
    }
}
