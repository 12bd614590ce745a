package org.chongshan.bureau.disclosure;

import java.time.Instant;

import org.chongshan.core.Aggregate;
import org.chongshan.events.Basis;
import org.chongshan.events.Confidential;
import org.chongshan.events.Role;
import org.jspecify.annotations.Nullable;

/**
 * Records of one subdistrict that somebody took away (数据导出), or that another department searched for (数据共享): who, as what,
 * which, how many, when. What they hold is not in it.
 *
 * @param actor   token subject of whoever did
 * @param asked   path and parameters
 * @param search  upon what it was asked; null of what was taken away by whoever reads it
 * @param rows    how many; of a table of several subdistricts in one, its rows; none of a search that found nothing, which is
 *                kept in the first subdistrict, for it is of none
 */
record Disclosure(String id, String subdistrict, String actor, Role reader, String asked, @Nullable Search search,
        long rows, Instant at) implements Aggregate {

    /** Upon what, and what for, records were searched. */
    record Search(Basis basis, Confidential purpose) {}

    /** Where it stands: it is what it is. */
    enum Status implements org.chongshan.core.Status {
        /** As a file. */
        EXPORTED,
        /** By the number of one person. */
        SEARCHED;

        @Override
        public Sight sight() {
            return Sight.ENDED;
        }
    }

    @Override
    public Status status() {
        return search == null ? Status.EXPORTED : Status.SEARCHED;
    }

    @Override
    public String rank() {
        return at.toString();
    }
}
