package org.chongshan.relief.person;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.chongshan.core.Aggregate;
import org.jspecify.annotations.Nullable;

/**
 * A person by pseudonym, and the households that list them: what finds a household registered twice, without a name. It is the
 * district's: the households may lie in any subdistrict.
 *
 * @param households    the first {@value #KEPT} that list the person, by when they were registered; never empty
 * @param count         of all that do
 * @param beyondCleared of those that are not kept, how many an officer has looked at
 */
record Person(String id, List<Listed> households, int count, int beyondCleared) implements Aggregate {

    /** A person in more households than this is a mistake of whoever numbers them, and only counted further. */
    static final int KEPT = 5;

    Person {
        households = households.stream().sorted(Listed.BY_TIME).limit(KEPT).toList();
    }

    /** Where it stands. */
    enum Status implements org.chongshan.core.Status {
        LISTED(Sight.ENDED),
        LISTED_TWICE(Sight.LIST),
        CLEARED(Sight.ENDED);

        private final Sight sight;

        Status(Sight sight) {
            this.sight = sight;
        }

        @Override
        public Sight sight() {
            return sight;
        }
    }

    /**
     * A household that lists the person.
     *
     * @param at      when it was registered
     * @param event   id of what told of it
     * @param cleared whether an officer has looked, and suspects it no more
     */
    record Listed(String household, String subdistrict, Instant at, String event, boolean cleared) {

        static final Comparator<Listed> BY_TIME = Comparator.comparing(Listed::at).thenComparing(Listed::event);

        Listed cleared(boolean now) {
            return new Listed(household, subdistrict, at, event, now);
        }
    }

    /** That of the household registered first. */
    @Override
    public String subdistrict() {
        return first().subdistrict();
    }

    Listed first() {
        return households.getFirst();
    }

    @Nullable
    Listed listed(String household) {
        return households.stream().filter(listed -> listed.household().equals(household)).findFirst().orElse(null);
    }

    Person with(Listed one) {
        return new Person(id, Stream.concat(households.stream(), Stream.of(one)).toList(), count + 1, beyondCleared);
    }

    /** The same, where officers have looked at this household, or have to again. */
    Person cleared(String household, boolean now) {
        return new Person(id,
                households.stream().map(one -> one.household().equals(household) ? one.cleared(now) : one).toList(),
                count, beyondCleared);
    }

    Person oneBeyondCleared() {
        return new Person(id, households, count, Math.min(beyondCleared + 1, count - households.size()));
    }

    @Override
    public Status status() {
        if (count == 1) {
            return Status.LISTED;
        }
        return beyondCleared == count - households.size() && households.stream().allMatch(Listed::cleared)
                ? Status.CLEARED
                : Status.LISTED_TWICE;
    }
}
