package org.chongshan.local.programme;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;

/** What cashiers and banks post to the treasury, about claims whose payments other programmes order. */
final class TreasuryWorkload implements Workload {
    private static final int HOUSEHOLDS = 4;

    @Override
    public List<Supplier<List<Post>>> histories(Pen pen) {
        return pen.streets().stream().<Supplier<List<Post>>>map(street -> () -> bankFile(pen, street)).toList();
    }

    /** Read whatever was ordered by then, some of it twice. */
    private static List<Post> bankFile(Pen pen, String street) {
        var posts = new ArrayList<Post>();
        for (int i = pen.pick(4); i >= 0; i--) {
            var claim = ReliefWorkload.claim(pen, Pen.household(street, pen.pick(HOUSEHOLDS)), "ILLNESS");
            posts.add(receipt(pen, street, claim, pen.pick(2) > 0 ? "PAID" : "FAILED"));
        }
        return posts;
    }

    /** A cashier says what became of a claim's payment; now and then the bank sends it back. */
    static Post receipt(Pen pen, String street, String claim, String result) {
        if (pen.pick(12) == 0) {
            return pen.post("payment/" + claim, "agency", street, "treasury.PaymentReturned",
                    "{\"claim\": \"%s\", \"reference\": \"B-%d\"}".formatted(claim, pen.pick(9)));
        }
        return pen.post("payment/" + claim, "cashier", street, "treasury.PaymentReceiptRecorded",
                "{\"claim\": \"%s\", \"result\": \"%s\", \"reference\": \"V-%d\"}".formatted(claim, result,
                        pen.pick(9)));
    }

    /**
     * Of what stands ordered some fails, and most of the rest is paid. A bank's file of before is read again: what it said of an
     * earlier attempt comes under new ids, and some of it was wrong and is corrected.
     */
    @Override
    public List<Post> afterwards(Pen pen, Books books) {
        var posts = new ArrayList<Post>();
        books.each("payment", (payment, state) -> {
            var street = state.path("subdistrict").stringValue("");
            var isOrdered = state.path("status").stringValue("").equals("ordered");
            var attempt = state.path("attempt").intValue();
            if (isOrdered && attempt > 1 || pen.pick(2) == 0) {
                books.applied(payment).filter(entry -> entry.type().equals("PaymentReceiptRecorded"))
                        .forEach(entry -> posts.add(pen.post(payment, "cashier", street,
                                "treasury.PaymentReceiptRecorded", entry.data().toString()).at(entry.time())));
            }
            if (isOrdered) {
                // Whoever decided it would pay it too.
                Books.texts(state.path("decidedBy")).stream().limit(1).forEach(decided -> posts
                        .add(receipt(pen, street, Books.idOf(payment), "PAID").by(decided.toUpperCase(Locale.ROOT))));
            }
            if (isOrdered && pen.pick(5) > 0) {
                posts.add(
                        receipt(pen, street, Books.idOf(payment), attempt < 2 && pen.pick(2) == 0 ? "FAILED" : "PAID"));
            } else if (state.path("status").stringValue("").equals("failed") && pen.pick(8) == 0) {
                books.latest(payment, Set.of("PaymentReceiptRecorded"))
                        .ifPresent(entry -> posts.add(pen.post(payment, "cashier", street,
                                "treasury.PaymentReceiptRecorded", entry.data().toString().replace("FAILED", "PAID"))));
            }
        });
        return posts;
    }
}
