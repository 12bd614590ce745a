package org.chongshan.relief.subsidycycle;

import java.time.Instant;
import java.util.Map;

import org.chongshan.core.Aggregate;
import org.chongshan.core.Deadline;

/**
 * A subdistrict's quarter of in-kind subsidies (季度实物补贴), and its coverage.
 *
 * @param id            quarter and subdistrict, such as {@code 2023-Q2.320613001}
 * @param closesAt      end of the quarter's last day
 * @param reached       recognised households it has gone out to
 * @param complete      whether it has gone out to all
 * @param entitled      households
 * @param delivered     of them, those that have their subsidy
 * @param deliveredLate of these, those that had it after the quarter closed, whenever that was heard of
 * @param outstanding   entitled and not delivered
 */
record SubsidyCycle(String id, String subdistrict, Status status, Instant closesAt, long reached, boolean complete,
        long entitled, long delivered, long deliveredLate, long outstanding) implements Aggregate {
    /** Where it stands. */
    enum Status implements org.chongshan.core.Status {
        OPEN(Sight.DEADLINE),
        CLOSED(Sight.ENDED);

        private final Sight sight;

        Status(Sight sight) {
            this.sight = sight;
        }

        @Override
        public Sight sight() {
            return sight;
        }
    }

    /** What it waits for. */
    enum Due implements Deadline {
        CLOSE
    }

    SubsidyCycle reached(long households, boolean all) {
        return new SubsidyCycle(id, subdistrict, status, closesAt, Math.max(reached, households), complete || all,
                entitled, delivered, deliveredLate, outstanding);
    }

    SubsidyCycle oneEntitled() {
        return new SubsidyCycle(id, subdistrict, status, closesAt, reached, complete, entitled + 1, delivered,
                deliveredLate, outstanding + 1);
    }

    SubsidyCycle oneDelivered(boolean late) {
        return new SubsidyCycle(id, subdistrict, status, closesAt, reached, complete, entitled, delivered + 1,
                deliveredLate + (late ? 1 : 0), outstanding - 1);
    }

    SubsidyCycle closed() {
        return new SubsidyCycle(id, subdistrict, Status.CLOSED, closesAt, reached, complete, entitled, delivered,
                deliveredLate, outstanding);
    }

    @Override
    public String rank() {
        return closesAt.toString();
    }

    @Override
    public Map<Due, Instant> deadlines() {
        return status == Status.OPEN ? Map.of(Due.CLOSE, closesAt) : Map.of();
    }
}
