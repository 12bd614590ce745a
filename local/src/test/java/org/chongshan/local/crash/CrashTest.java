package org.chongshan.local.crash;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Random;
import java.util.Set;

import org.chongshan.local.Engines;
import org.chongshan.local.OutboundLog;
import org.chongshan.local.Platform;
import org.chongshan.local.PlatformProcess;
import org.chongshan.local.programme.Audit;
import org.chongshan.local.programme.Books;
import org.chongshan.shell.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The platform is killed at random moments under load, while it works and while it starts, and loses nothing and does nothing
 * twice. {@code -Dcrash.kills=50} for a long run, {@code -Dcrash.seed=} for the moments and the load of an earlier one.
 */
class CrashTest {
    private static final int KILLS = Integer.getInteger("crash.kills", 5);
    private static final long SEED = Long.getLong("crash.seed", new Random().nextLong(1_000_000));
    private static final Duration DRAINED_WITHIN = Duration.ofMinutes(10);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder;
    private int whileStarting;

    @Test
    void what_was_accepted_is_applied_once_and_the_books_balance_however_often_it_is_killed() throws Exception {
        System.out.printf("%d kills; again with -Dcrash.kills=%d -Dcrash.seed=%d%n", KILLS, KILLS, SEED);
        var data = folder.resolve("data");
        CrashLoad load;
        try (var platform = new PlatformProcess(data)) {
            load = new CrashLoad(platform.url(), SEED);
            load.start();
            killAgainAndAgain(platform, load);
            platform.awaitHealthy();
            load.finish();
        }
        long deadLetters;
        try (var platform = new Platform(
                new Platform.Options(0, data, null, "chongshan-", null, InstantSource.system(), null, 5))) {
            assertThat(platform.drained(DRAINED_WITHIN)).as("the queues run dry").isTrue();
            deadLetters = platform.deadLetters();
        }
        var left = LeftInQueues.of(data);
        try (var engines = Engines.embedded(data)) {
            var books = new Books(engines.dynamo(), new Settings("chongshan-", engines.queueBase()));
            var audit = new Audit(books);
            var posted = new HashMap<String, String>();
            load.posted.forEach((id, one) -> posted.put(id, one.aggregate()));
            audit.theBooks(posted, id -> load.fates.get(id) == CrashLoad.Fate.ACCEPTED, Set.of());
            audit.everyAggregateKeptEachClientsOrder(load.inOrder);
            audit.whatIsPublicWentOut(new OutboundLog(data).lines());
            print(load, books, deadLetters);
            assertThat(books.violations()).as("seed %d, %d kills", SEED, KILLS).isEmpty();
            assertThat(left).as("in the queues' store").isEmpty();
            assertThat(books.count("applied")).as("something was done").isGreaterThan(KILLS);
        }
    }

    private void killAgainAndAgain(PlatformProcess platform, CrashLoad load) throws Exception {
        var random = new Random(SEED);
        for (int i = 1; i <= KILLS; i++) {
            var starting = i > 1 && random.nextInt(4) == 0;
            if (!starting) {
                platform.awaitHealthy();
            }
            var after = starting ? random.nextInt(100, 4_000) : random.nextInt(50, 4_000);
            Thread.sleep(after);
            platform.kill();
            whileStarting += starting ? 1 : 0;
            System.out.printf("kill %d of %d, %d ms after it %s; %d posted, %d accepted%n", i, KILLS, after,
                    starting ? "was started" : "was healthy", load.posted.size(), load.accepted());
            platform.restart();
        }
    }

    private void print(CrashLoad load, Books books, long deadLetters) {
        System.out.printf("""
                | | |
                | --- | --- |
                | seed | %d |
                | kills, of them while starting | %d, %d |
                | events posted | %d |
                | accepted (202) | %d |
                | answers lost | %d |
                | posted again on purpose | %d |
                | journal entries applied | %d |
                | journal entries refused | %d |
                | dead letters | %d |
                | violations | %d |
                """, SEED, KILLS, whileStarting, load.posted.size(), load.accepted(), load.lost.sum(),
                load.repeats.sum(), books.count("applied"), books.count("refused"), deadLetters,
                books.violations().size());
    }
}
