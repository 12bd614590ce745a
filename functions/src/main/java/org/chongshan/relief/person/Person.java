package org.chongshan.relief.person;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.chongshan.core.Aggregate;

/**
 * A person by pseudonym, and the households that list them: what finds a household registered twice, without a name. It is the
 * district's: the households may lie in any subdistrict. Which of them came first is what the platform saw first, for a
 * registration may bear any time.
 *
 * @param households      the first {@value #KEPT} that list the person
 * @param last            the one that was heard of last
 * @param count           of all that do
 * @param beyondSuspected of those that are not kept, how many nobody has looked at yet
 */
record Person(String id, List<Listed> households, Listed last, int count, int beyondSuspected) implements Aggregate {

    /** A person in more households than this is a mistake of whoever numbers them, and only counted further. */
    static final int KEPT = 5;

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
     * @param heardAt   when the platform saw that it does
     * @param event     id of what told of it
     * @param suspected whether it was told that another does, and nobody has looked yet
     */
    record Listed(String household, String subdistrict, Instant heardAt, String event, boolean suspected) {

        static final Comparator<Listed> BY_TIME = Comparator.comparing(Listed::heardAt).thenComparing(Listed::event);

        Listed suspected(boolean now) {
            return new Listed(household, subdistrict, heardAt, event, now);
        }
    }

    static Person of(String id, Listed only) {
        return new Person(id, List.of(only), only, 1, 0);
    }

    /** Where it was heard of last: whoever is told of it because of that learns of no other place. */
    @Override
    public String subdistrict() {
        return last.subdistrict();
    }

    Listed first() {
        return households.getFirst();
    }

    boolean isListedBy(String household) {
        return households.stream().anyMatch(listed -> listed.household().equals(household));
    }

    /** One more, which is suspected: only the first of all ever is not. */
    Person with(Listed one) {
        var sorted = Stream.concat(households.stream(), Stream.of(one)).sorted(Listed.BY_TIME).toList();
        var beyond = sorted.subList(Math.min(KEPT, sorted.size()), sorted.size()).stream().filter(Listed::suspected);
        return new Person(id, sorted.subList(0, Math.min(KEPT, sorted.size())),
                Listed.BY_TIME.compare(last, one) < 0 ? one.suspected(false) : last, count + 1,
                beyondSuspected + (int) beyond.count());
    }

    /** The same, where this household is suspected, or is no more. */
    Person suspected(String household, boolean now) {
        return new Person(id,
                households.stream().map(one -> one.household().equals(household) ? one.suspected(now) : one).toList(),
                last, count, beyondSuspected);
    }

    Person oneBeyondCleared() {
        return new Person(id, households, last, count, Math.max(0, beyondSuspected - 1));
    }

    @Override
    public Status status() {
        if (count == 1) {
            return Status.LISTED;
        }
        return beyondSuspected == 0 && households.stream().noneMatch(Listed::suspected)
                ? Status.CLEARED
                : Status.LISTED_TWICE;
    }
}
