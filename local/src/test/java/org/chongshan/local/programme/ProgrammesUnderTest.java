package org.chongshan.local.programme;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Every programme as the harnesses know it. */
public final class ProgrammesUnderTest {
    /** All of them; the examples of a later one may rest on those of an earlier. */
    public static final List<ProgrammeUnderTest> ALL = List.of(ReliefUnderTest.RECORD, MinorsUnderTest.RECORD,
            TreasuryUnderTest.RECORD, MarriageUnderTest.RECORD, EldercareUnderTest.RECORD,
            OrganisationsUnderTest.RECORD, BureauUnderTest.RECORD);

    private ProgrammesUnderTest() {}

    /** The histories of all programmes. */
    public static List<Supplier<List<Post>>> histories(Pen pen) {
        return ALL.stream().flatMap(one -> one.workload().histories(pen).stream()).toList();
    }

    /** What people of all programmes do when all has come to rest. */
    public static Stream<Post> afterwards(Pen pen, Books books) {
        return ALL.stream().flatMap(one -> one.workload().afterwards(pen, books).stream());
    }

    /** What must hold in the books of all programmes. */
    public static void audit(Books books) {
        ALL.forEach(one -> one.invariants().audit(books));
    }
}
