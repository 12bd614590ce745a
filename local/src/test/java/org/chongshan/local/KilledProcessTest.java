package org.chongshan.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A killed process loses nothing it had accepted. */
class KilledProcessTest {
    private static final int CASES = 40;
    private static final long FEN = 1_000;

    @TempDir
    private Path folder;

    @Test
    void killed_in_the_middle_of_a_backlog_and_started_again_everything_finishes_and_the_fund_balances()
            throws Exception {
        try (var platform = new PlatformProcess(folder)) {
            run(platform);
        }
    }

    private static void run(PlatformProcess platform) throws Exception {
        var url = platform.url();
        var bureau = Bureau.at(url);
        bureau.did("district", "FundOpened", "{\"fund\": \"320613001\", \"amountFen\": 10000000, \"floorFen\": 0}");
        for (var batch : backlog(bureau)) {
            assertThat(bureau.post("street", batch).statusCode()).isEqualTo(202);
        }
        // Twice in the middle, then left alone.
        for (int i = 0; i < 2; i++) {
            Thread.sleep(300);
            platform.killAndRestart();
        }
        var again = Bureau.at(url);
        await().atMost(Duration.ofSeconds(75)).pollInterval(Duration.ofMillis(500)).untilAsserted(() -> {
            var fund = again.sees("district", "reserve-funds/320613001").path("state");
            assertThat(fund.path("holds")).hasSize(CASES);
            assertThat(again.sees("street", "relief-cases?status=paying").path("items")).hasSize(CASES);
            assertThat(again.sees("street", "payments?status=ordered").path("items")).hasSize(CASES);
        });
        var fund = again.sees("district", "reserve-funds/320613001");
        assertThat(fund.path("version").longValue()).as("each hold applied once").isEqualTo(CASES + 1L);
        var held = new ArrayList<Long>();
        fund.path("state").path("holds").forEach(hold -> held.add(hold.longValue()));
        assertThat(held).containsOnly(FEN);
    }

    private static List<String> backlog(Bureau bureau) {
        var batches = new ArrayList<String>();
        for (int i = 0; i < CASES; i += 20) {
            var events = new ArrayList<String>();
            for (int j = i; j < i + 20; j++) {
                events.add(bureau.event(Bureau.newId(), "UrgentReliefRequested",
                        "{\"reliefCase\": \"C-%d\", \"household\": \"H-%d\", \"hardship\": \"ILLNESS\", \"amountFen\": %d, \"persons\": 1}"
                                .formatted(j, j, FEN)));
            }
            batches.add("[" + String.join(",", events) + "]");
        }
        return batches;
    }
}
