package org.chongshan.relief;

import org.chongshan.core.Rule;

/** The rules of a subdistrict's reserve fund. */
enum ReserveFundRule implements Rule {
    /** The district opens a fund once. */
    FUND_OPENED("The district opens a fund once.", "seed: 全面推行临时救助备用金制度"),
    /** A fund is opened once; later money replenishes it. */
    OPENED_ONCE("A fund is opened once; later money replenishes it.", "assumption: how the bureau keeps its books"),
    /** Only an opened fund is replenished or settles. */
    FUND_UNKNOWN("Only an opened fund is replenished or settles.", "assumption: how the bureau keeps its books"),
    /** Money put in is available. */
    FUND_REPLENISHED("Money put in is available.", "seed: 临时救助备用金制度"),
    /** A hold never exceeds what is available. */
    NEVER_OVERDRAWN("A hold never exceeds what is available.", "seed: 临时救助备用金制度"),
    /** Money held is available to nobody else. */
    HELD_FOR_CASE("Money held is available to nobody else.", "seed: 临时救助备用金制度"),
    /** A case holds once. */
    HELD_ONCE("A case holds once.", "assumption: how the bureau keeps its books"),
    /** Only what is held is paid or released. */
    NOTHING_HELD("Only what is held is paid or released.", "assumption: how the bureau keeps its books"),
    /** A confirmed payment turns its hold into paid. */
    PAID_FROM_HOLD("A confirmed payment turns its hold into paid.", "seed: 临时救助备用金制度"),
    /** A failed payment releases its hold. */
    HOLD_RELEASED("A failed payment releases its hold.", "seed: 临时救助备用金制度");

    private final String statement;
    private final String source;

    ReserveFundRule(String statement, String source) {
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
