package org.chongshan.local.programme;

import java.util.List;

import org.chongshan.events.Programme;

/** Treasury (出纳), as the harnesses know it. */
final class TreasuryUnderTest {
    /** Its examples stand among those of the programmes that order payments: a receipt is applied upon an order alone. */
    static final ProgrammeUnderTest RECORD = new ProgrammeUnderTest(Programme.TREASURY, new TreasuryWorkload(),
            new TreasuryInvariants(), List.of());

    private TreasuryUnderTest() {}
}
