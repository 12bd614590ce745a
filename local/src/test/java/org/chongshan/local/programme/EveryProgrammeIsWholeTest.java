package org.chongshan.local.programme;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.chongshan.events.Event;
import org.chongshan.events.PostedBy;
import org.chongshan.events.Programme;
import org.chongshan.events.json.EventCatalogue;
import org.chongshan.local.Bureau;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * No programme is there by half: each brings its workload, its invariants and its examples, and they leave out no function and no
 * event. A failure says which file to open and what to add there.
 */
class EveryProgrammeIsWholeTest {
    private static final String FOLDER = "local/src/test/java/org/chongshan/local/programme/";
    private static final LocalDate TODAY = LocalDate.parse("2023-04-03");
    private static final List<String> STREETS = List.of("320613001", "320613002");
    private static final int DRAWS = 50;
    private static final int FULL_DRAWS = 6;

    private static Pen pen(long seed) {
        return new Pen(new SplittableRandom(seed), TODAY, STREETS);
    }

    private static String file(Programme programme, String what) {
        var key = programme.key();
        return FOLDER + key.substring(0, 1).toUpperCase(Locale.ROOT) + key.substring(1) + what + ".java";
    }

    /** Events somebody may post, without {@code org.chongshan.}. */
    private static Set<String> postable(Programme programme) {
        return EventCatalogue.all().stream().filter(programme.events()::isAssignableFrom)
                .filter(event -> event.isAnnotationPresent(PostedBy.class))
                .map(event -> Event.typeOf(event).replace("org.chongshan.", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> missing(Function<Programme, Set<String>> all, Set<String> there, String file,
            String mend) {
        return Arrays.stream(Programme.values()).flatMap(programme -> all.apply(programme).stream()
                .filter(one -> !there.contains(one)).map(one -> mend.formatted(one) + ": " + file(programme, file)))
                .toList();
    }

    @Test
    void every_programme_has_one_record() {
        for (var programme : Programme.values()) {
            assertThat(ProgrammesUnderTest.ALL.stream().filter(one -> one.programme() == programme)).as(
                    "%s has no record the harnesses know it by, or two: write %s with its workload, invariants and "
                            + "examples, and add it to ALL in %sProgrammesUnderTest.java",
                    programme, file(programme, "UnderTest"), FOLDER).hasSize(1);
        }
    }

    @Test
    void every_event_somebody_may_post_has_an_example() {
        var there = ProgrammesUnderTest.ALL.stream().flatMap(one -> one.examples().stream()).map(Example::type)
                .collect(Collectors.toSet());
        assertThat(missing(EveryProgrammeIsWholeTest::postable, there, "UnderTest",
                "%s has no example; add one where it is applied")).isEmpty();
    }

    @Test
    void every_event_somebody_may_post_is_posted_by_a_workload() {
        var there = new HashSet<String>();
        for (int seed = 0; seed < DRAWS; seed++) {
            ProgrammesUnderTest.histories(pen(seed))
                    .forEach(history -> history.get().forEach(post -> there.add(post.type())));
        }
        assertThat(missing(EveryProgrammeIsWholeTest::postable, there, "Workload",
                "no history of the workload posts %s; let one do so")).isEmpty();
    }

    /** Of what comes beside each other either may be first, and then not every story goes on: another draw is tried. */
    @Test
    void every_function_is_hit_by_a_workload_and_the_books_hold() throws Exception {
        var applied = new TreeSet<String>();
        Function<Programme, Set<String>> deciding = programme -> Functions.deciding(programme)
                .collect(Collectors.toSet());
        for (int draw = 0; draw < FULL_DRAWS && !missing(deciding, applied, "Workload", "%s").isEmpty(); draw++) {
            applied.addAll(appliedBy(pen(2023 + draw)));
        }
        assertThat(missing(deciding, applied, "Workload",
                "the workload never brought the function %s to apply an event; let a history do so")).isEmpty();
    }

    /** The functions all histories of one draw brought to apply an event; with the books looked at. */
    private static Set<String> appliedBy(Pen pen) throws Exception {
        try (var bureau = Bureau.openAt(TODAY + "T01:00:00Z")) {
            for (var history : ProgrammesUnderTest.histories(pen)) {
                post(bureau, history.get());
                bureau.settle();
            }
            post(bureau, ProgrammesUnderTest.afterwards(pen, books(bureau)).toList());
            OneOfEach.somethingIsTakenAway(bureau, STREETS.getFirst());
            var books = books(bureau);
            ProgrammesUnderTest.audit(books);
            assertThat(books.violations()).isEmpty();
            for (var programme : ProgrammesUnderTest.ALL) {
                var ofIt = books(bureau);
                programme.invariants().audit(ofIt);
                assertThat(Functions.deciding(programme.programme()))
                        .as("%s promises nothing of its own books: let an invariant look at one of its functions",
                                file(programme.programme(), "Invariants"))
                        .anyMatch(ofIt.lookedAt()::contains);
            }
            assertThat(bureau.platform().deadLetters()).isZero();
            return books.functionsThatApplied();
        }
    }

    /** In batches of what comes from one person. */
    private static void post(Bureau bureau, List<Post> posts) throws Exception {
        for (var left = posts; !left.isEmpty();) {
            var first = left.getFirst();
            var batch = left.stream().takeWhile(post -> post.isFromWhere(first)).toList();
            left = left.subList(batch.size(), left.size());
            var answer = bureau.post(bureau.token(first.role(), first.subdistrict(), first.actor()),
                    "application/cloudevents+json",
                    batch.stream().map(
                            post -> bureau.event(post.id(), post.type(), post.subdistrict(), post.data(), post.clock()))
                            .collect(Collectors.joining(",", "[", "]")));
            assertThat(answer.body()).as(batch.toString()).doesNotContain("\"rejected\"");
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        }
    }

    private static Books books(Bureau bureau) {
        return new Books(bureau.platform().engines().dynamo(), bureau.platform().settings());
    }

    @Test
    void each_example_is_applied_and_leaves_a_record_in_every_collection() throws Exception {
        try (var bureau = Bureau.openAt(OneOfEach.NOW)) {
            OneOfEach.in(bureau, Bureau.STREET, "1");
            var books = books(bureau);
            var not = new ArrayList<String>();
            books.entries().filter(entry -> entry.event().path("causationid").stringValue("").equals(entry.id()))
                    .filter(entry -> !entry.isApplied()).forEach(entry -> not.add(entry.type() + " upon "
                            + entry.aggregate() + " was " + entry.outcome() + ": " + entry.rule()));
            assertThat(not).as("examples, in the *UnderTest.java files of %s, that are not applied", FOLDER).isEmpty();
            assertThat(missing(programme -> Functions.deciding(programme).collect(Collectors.toSet()),
                    books.functionsThatApplied(), "UnderTest", "no example leaves a record at %s; add one that does"))
                    .isEmpty();
            assertThat(bureau.platform().deadLetters()).isZero();
        }
    }
}
