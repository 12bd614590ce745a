package org.chongshan.relief.person;

import java.util.SortedSet;
import java.util.TreeSet;

import org.chongshan.core.Aggregate;

/**
 * A person by pseudonym, and the households that list them: what finds a household registered twice, without a name.
 *
 * @param subdistrict of the first household
 */
record Person(String id, String subdistrict, SortedSet<String> households) implements Aggregate {
    /** Where it stands. */
    enum Status implements org.chongshan.core.Status {
        LISTED(Sight.ENDED),
        LISTED_TWICE(Sight.LIST);

        private final Sight sight;

        Status(Sight sight) {
            this.sight = sight;
        }

        @Override
        public Sight sight() {
            return sight;
        }
    }

    Person listed(String household) {
        var all = new TreeSet<>(households);
        all.add(household);
        return new Person(id, subdistrict, all);
    }

    @Override
    public Status status() {
        return households.size() > 1 ? Status.LISTED_TWICE : Status.LISTED;
    }
}
