package org.chongshan.marriage.party;

import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.chongshan.core.Aggregate;
import org.chongshan.core.Fact;
import org.chongshan.core.Facts;

/**
 * Somebody who applied for divorce, known by the blind index of the identity number.
 *
 * @param applications numbers of the receipts, as of the days they were given
 * @param ended        those of them that are known to have ended
 * @param told         how often it told its applications of each other
 */
record Applicant(String id, String subdistrict, Facts<String> applications, SortedSet<String> ended,
        int told) implements Aggregate {

    static Applicant unknown(String id, String subdistrict) {
        return new Applicant(id, subdistrict, Facts.none(), new TreeSet<>(), 0);
    }

    Applicant named(Fact<String> application) {
        return new Applicant(id, subdistrict, applications.with(application), ended, told);
    }

    Applicant ended(String application) {
        var all = new TreeSet<>(ended);
        all.retainAll(numbers());
        all.add(application);
        return new Applicant(id, subdistrict, applications, all, told);
    }

    Applicant toldAgain() {
        return new Applicant(id, subdistrict, applications, ended, told + 1);
    }

    /** Those that run, as far as is known. */
    SortedSet<String> running() {
        var running = numbers();
        running.removeAll(ended);
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
