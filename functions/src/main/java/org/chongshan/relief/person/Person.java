package org.chongshan.relief.person;

import java.util.SortedSet;
import java.util.TreeSet;

import org.chongshan.core.Aggregate;
import org.jspecify.annotations.Nullable;

/**
 * A person by pseudonym, and the households that list them: what finds a household registered twice, without a name.
 *
 * @param subdistrict of the first household; null before there is one
 */
record Person(String id, @Nullable String subdistrict, SortedSet<String> households) implements Aggregate {
    Person listed(String inSubdistrict, String household) {
        var all = new TreeSet<>(households);
        all.add(household);
        return new Person(id, subdistrict == null ? inSubdistrict : subdistrict, all);
    }

    @Override
    public String status() {
        return households.size() > 1 ? "listed-twice" : "listed";
    }
}
