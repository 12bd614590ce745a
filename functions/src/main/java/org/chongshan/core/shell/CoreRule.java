package org.chongshan.core.shell;

import org.chongshan.core.Rule;

/** Rules that hold for every aggregate. */
enum CoreRule implements Rule {
    /** A local role posted to an aggregate of another subdistrict. */
    OUTSIDE_SUBDISTRICT("Whoever works in one subdistrict acts on what belongs to it alone."),
    /** A deadline came that the aggregate has meanwhile moved. */
    DEADLINE_MOVED("A deadline counts only while it is still the aggregate's own.");

    private final String statement;

    CoreRule(String statement) {
        this.statement = statement;
    }

    @Override
    public String statement() {
        return statement;
    }

    @Override
    public String source() {
        return "assumption: how the platform works";
    }
}
