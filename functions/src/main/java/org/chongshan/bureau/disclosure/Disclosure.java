package org.chongshan.bureau.disclosure;

import java.time.Instant;

import org.chongshan.core.Aggregate;
import org.chongshan.events.Role;

/**
 * Records of one subdistrict that somebody took away (数据导出): who, as what, which, how many, when. What they hold is not in it.
 *
 * @param actor token subject of whoever did
 * @param asked path and parameters
 * @param rows  how many; of a table of several subdistricts in one, its rows
 */
record Disclosure(String id, String subdistrict, String actor, Role reader, String asked, long rows,
        Instant at) implements Aggregate {

    /** Where it stands: it is what it is. */
    enum Status implements org.chongshan.core.Status {
        /** As a file. */
        EXPORTED;

        @Override
        public Sight sight() {
            return Sight.ENDED;
        }
    }

    @Override
    public Status status() {
        return Status.EXPORTED;
    }

    @Override
    public String rank() {
        return at.toString();
    }
}
