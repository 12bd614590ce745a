package org.chongshan.local.programme;

import java.util.ArrayList;
import java.util.List;
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

    /** Most of what stands ordered is paid. */
    @Override
    public List<Post> afterwards(Pen pen, Books books) {
        var posts = new ArrayList<Post>();
        books.each("payment", (payment, state) -> {
            if (state.path("status").stringValue("").equals("ordered") && pen.pick(5) > 0) {
                posts.add(receipt(pen, state.path("subdistrict").stringValue(""), Books.idOf(payment), "PAID"));
            }
        });
        return posts;
    }
}
