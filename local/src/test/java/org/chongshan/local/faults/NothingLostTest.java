package org.chongshan.local.faults;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.chongshan.bureau.Topology;
import org.chongshan.core.FunctionSpec;
import org.chongshan.local.faults.Faults.Kind;
import org.chongshan.local.faults.Simulation.Report;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Nothing lost, nobody paid twice: whatever fails at whichever call, whoever dies, however often a batch comes. A seed decides
 * what is posted, who goes on after each call and what fails; {@code -Dfaults.first=N -Dfaults.seeds=1} runs one again.
 * Which message group an engine hands out first is the engine's own choice.
 */
class NothingLostTest {
    private static final long FIRST = Long.getLong("faults.first", 1);
    private static final int SEEDS = Integer.getInteger("faults.seeds", 12);
    /** So many draw every history of every workload. */
    private static final int ENOUGH_SEEDS = 12;
    /** Histories in which the absence of a condition must have shown. */
    private static final int PATIENCE = 60;
    /** Histories in which the absence of what stands against lies must have shown. */
    private static final int LYING_PATIENCE = 10;
    private static final int RUNS_OF_ENGINES = 10;

    private static final AtomicReference<Instant> NOW = new AtomicReference<>(Instant.EPOCH);
    private static TimedEngines engines;
    private static int runs;

    @BeforeAll
    static void open() {
        // It fails thousands of times on purpose.
        ((Logger) LoggerFactory.getLogger("org.chongshan")).setLevel(Level.OFF);
        engines = new TimedEngines(NOW::get);
    }

    @AfterAll
    static void close() {
        engines.close();
        ((Logger) LoggerFactory.getLogger("org.chongshan")).setLevel(Level.INFO);
    }

    private static Report run(long seed, Without without) {
        // DynamoDB Local keeps the streams of tables that are gone, and slows down by them.
        if (++runs % RUNS_OF_ENGINES == 0) {
            engines.close();
            engines = new TimedEngines(NOW::get);
        }
        return new Simulation(seed, without, engines, NOW).run();
    }

    @Test
    void after_every_history_each_event_is_in_its_journals_once_and_the_books_balance() {
        var all = new java.util.ArrayList<Report>();
        var begun = System.nanoTime();
        for (long seed = FIRST; seed < FIRST + SEEDS; seed++) {
            var report = run(seed, Without.NOTHING);
            all.add(report);
            report.violations().forEach(violation -> System.out.printf("seed %d: %s%n", report.seed(), violation));
            if (all.size() % 20 == 0) {
                System.out.printf("%d of %d histories, %d s, %d with violations%n", all.size(), SEEDS,
                        (System.nanoTime() - begun) / 1_000_000_000,
                        all.stream().filter(one -> !one.violations().isEmpty()).count());
            }
        }
        print(all);
        assertThat(all).filteredOn(report -> !report.violations().isEmpty())
                .as("seeds with violations; again with -Dfaults.first=SEED -Dfaults.seeds=1").isEmpty();
        if (SEEDS >= ENOUGH_SEEDS) {
            assertThat(all.stream().flatMap(report -> report.applying().stream())).as("functions tried under faults")
                    .containsAll(Topology.collections().stream().map(FunctionSpec::name).toList());
        }
        assertThat(sum(all, report -> report.counts().applied)).as("something happened").isGreaterThan(20L * SEEDS);
    }

    /** Where something is found, the same can be looked at again. */
    @Test
    void the_same_seed_makes_the_same_history() {
        var one = run(FIRST, Without.NOTHING).counts();
        assertThat(run(FIRST, Without.NOTHING).counts()).usingRecursiveComparison().isEqualTo(one);
    }

    @ParameterizedTest
    @MethodSource("whatStandsAgainstLies")
    void what_stands_against_lies_taken_away_shows_in_its_own_promise(Without without) {
        for (long seed = 2; seed < 2 + LYING_PATIENCE; seed++) {
            var report = run(seed, without);
            if (!report.broken().isEmpty()) {
                System.out.printf("without %s, seed %d: %s%n", without, seed, report.violations().getFirst());
                assertThat(report.broken()).as("%s", report.violations()).containsAll(without.shown)
                        .isSubsetOf(without.mayShow());
                return;
            }
        }
        assertThat(LYING_PATIENCE).as("histories without " + without + ", and nobody noticed").isZero();
    }

    static Stream<Without> whatStandsAgainstLies() {
        var only = System.getProperty("faults.without");
        return Arrays.stream(Without.values()).filter(Without::isAboutLies)
                .filter(without -> only == null || only.contains(without.name()));
    }

    @ParameterizedTest
    @EnumSource(value = Without.class, names = {"JOURNAL_CONDITION", "VERSION_CONDITION", "ISOLATION"})
    void what_it_stands_on_taken_away_is_noticed(Without without) {
        for (long seed = 1; seed <= PATIENCE; seed++) {
            var violations = run(seed, without).violations();
            if (!violations.isEmpty()) {
                System.out.printf("without %s, seed %d: %s%n", without, seed, violations.getFirst());
                return;
            }
        }
        assertThat(PATIENCE).as("histories without " + without + ", and nobody noticed").isZero();
    }

    private static long sum(java.util.List<Report> reports, ToLongFunction<Report> of) {
        return reports.stream().mapToLong(of).sum();
    }

    private static void print(java.util.List<Report> all) {
        Map<Kind, Long> faults = new EnumMap<>(Kind.class);
        all.forEach(report -> report.faults().forEach((kind, count) -> faults.merge(kind, count, Long::sum)));
        System.out.printf("%n| seeds %d to %d | |%n| --- | --- |%n", FIRST, FIRST + SEEDS - 1);
        faults.forEach((kind, count) -> System.out.printf("| %s | %d |%n", kind.words, count));
        row("steps, each up to a call", sum(all, report -> report.counts().steps));
        row("functions all started again", sum(all, report -> report.counts().restarts));
        row("events posted, repeats among them", sum(all, report -> report.counts().posts));
        row("posted again on purpose", sum(all, report -> report.counts().repeats));
        row("messages and records delivered", sum(all, report -> report.counts().deliveries));
        row("batches delivered once more", sum(all, report -> report.counts().redeliveries));
        row("dead letters sent again", sum(all, report -> report.counts().redriven));
        row("journal entries applied", sum(all, report -> report.counts().applied));
        row("journal entries refused", sum(all, report -> report.counts().refused));
        row("journal entries that wait, early", sum(all, report -> report.counts().early));
        row("told that they failed", sum(all, report -> report.counts().failed));
        row("clocks ahead, told the time and set", sum(all, report -> report.counts().corrected));
        row("conflicts found out", sum(all, report -> report.counts().conflicts));
        row("**violations**", sum(all, report -> report.violations().size()));
    }

    private static void row(String what, long count) {
        System.out.printf("| %s | %d |%n", what, count);
    }
}
