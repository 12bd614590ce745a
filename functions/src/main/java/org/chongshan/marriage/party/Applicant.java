package org.chongshan.marriage.party;

import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.chongshan.core.Aggregate;
import org.chongshan.core.Fact;
import org.chongshan.core.Facts;

/**
 * Somebody who applied for divorce, known by the blind index of the identity number.
 *
 * @param applications numbers of the receipts, as of the days they were given
 * @param standing     what was last heard of some of them
 * @param told         how often it told its applications of each other
 */
record Applicant(String id, String subdistrict, Facts<String> applications, SortedMap<String, Standing> standing,
        int told) implements Aggregate {

    /**
     * How an application stands.
     *
     * @param runs   false: it has ended
     * @param number of what the application told; of two the higher counts
     */
    record Standing(boolean runs, int number) {}

    static Applicant unknown(String id, String subdistrict) {
        return new Applicant(id, subdistrict, Facts.none(), new TreeMap<>(), 0);
    }

    Applicant named(Fact<String> application) {
        return new Applicant(id, subdistrict, applications.with(application), standing, told);
    }

    /** Of one that is not kept any more nothing is. */
    Applicant stands(String application, Standing now) {
        var all = new TreeMap<>(standing);
        all.put(application, now);
        all.keySet().retainAll(numbers());
        return new Applicant(id, subdistrict, applications, all, told);
    }

    Applicant toldAgain() {
        return new Applicant(id, subdistrict, applications, standing, told + 1);
    }

    /** Those that run, as far as is known. */
    SortedSet<String> running() {
        var running = numbers();
        running.removeIf(one -> standing.containsKey(one) && !standing.get(one).runs());
        return running;
    }

    private SortedSet<String> numbers() {
        return applications.all().stream().map(Fact::value).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Where it stands. */
    enum Status implements org.chongshan.core.Status {
        /** It is looked up, and nothing is to be done. */
        KNOWN;

        @Override
        public Sight sight() {
            return Sight.ENDED;
        }
    }

    @Override
    public Status status() {
        return Status.KNOWN;
    }
}
