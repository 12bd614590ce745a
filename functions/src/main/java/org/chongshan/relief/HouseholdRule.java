package org.chongshan.relief;

import org.chongshan.core.Rule;

/** The rules of a household. */
enum HouseholdRule implements Rule {
    /** A household on the books has members and a subdistrict. */
    HOUSEHOLD_REGISTERED("A household on the books has members and a subdistrict.", "seed: 全区明确边缘困难群体人员5939人"),
    /** A household is registered once. */
    REGISTERED_ONCE("A household is registered once.", "assumption: how the bureau keeps its books"),
    /** Only a household on the books can be visited or relieved. */
    HOUSEHOLD_UNKNOWN("Only a household on the books can be visited or relieved.",
            "assumption: how the bureau keeps its books"),
    /** Every call on a household is recorded. */
    VISIT_RECORDED("Every call on a household is recorded.", "seed: 常态化走访摸排"),
    /** A visit that finds hardship makes a lead. */
    HARDSHIP_FOUND_EARLY("A visit that finds hardship makes a lead.", "seed: 早发现、早干预、早救助"),
    /** Relief that reached a household stands in its record. */
    RELIEF_ON_RECORD("Relief that reached a household stands in its record.", "seed: 应保尽保、应救尽救");

    private final String statement;
    private final String source;

    HouseholdRule(String statement, String source) {
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
