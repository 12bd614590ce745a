package org.chongshan.local.crash;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.function.LongPredicate;

import org.chongshan.core.WorkingDays;
import org.chongshan.local.Bureau;
import org.chongshan.local.PlatformProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** A quarter goes out while the process is killed twice. {@code -Dquarter.households=10000} for a whole district. */
class KilledQuarterTest {
    private static final int HOUSEHOLDS = Integer.getInteger("quarter.households", 500);
    private static final int ELIGIBLE = HOUSEHOLDS - HOUSEHOLDS / 5;
    private static final int BATCH = 50;
    private static final String CYCLE = cycle(LocalDate.now(WorkingDays.ZONE));
    private static final Duration NOTHING_MOVES = Duration.ofSeconds(120);

    @TempDir
    private Path folder;
    private Bureau bureau;

    @Test
    void each_eligible_household_is_entitled_once_and_the_coverage_is_right() throws Exception {
        try (var platform = new PlatformProcess(folder.resolve("data"))) {
            bureau = Bureau.at(platform.url());
            register();
            awaitThat("recognised", ELIGIBLE, () -> count("households?list=recognised"), n -> n == ELIGIBLE);

            bureau.did("district", "SubsidyQuarterOpened", "{\"cycle\": \"%s\"}".formatted(CYCLE));
            awaitThat("entitled", ELIGIBLE, () -> coverage("entitled"), n -> n > ELIGIBLE / 10);
            platform.killAndRestart();
            bureau = Bureau.at(platform.url());
            awaitThat("entitled", ELIGIBLE, () -> coverage("entitled"), n -> n > ELIGIBLE / 2);
            platform.killAndRestart();
            bureau = Bureau.at(platform.url());
            awaitThat("entitled", ELIGIBLE, () -> coverage("entitled"), n -> n >= ELIGIBLE);

            assertThat(coverage("reached")).isEqualTo(ELIGIBLE);
            assertThat(coverage("outstanding")).isEqualTo(ELIGIBLE);
            assertThat(count("households?list=subsidy-outstanding")).isEqualTo(ELIGIBLE);
            var pages = (ELIGIBLE + 99) / 100 + (ELIGIBLE % 100 == 0 ? 1 : 0);
            assertThat(bureau.sees("district", "subsidy-cycles/" + CYCLE).path("version").longValue())
                    .as("opened once, each page and each household counted once")
                    .isLessThanOrEqualTo(1L + pages + ELIGIBLE).isGreaterThanOrEqualTo((long) pages + ELIGIBLE);
        }
    }

    private void register() throws Exception {
        var batch = new ArrayList<String>();
        for (int i = 0; i < HOUSEHOLDS; i++) {
            batch.add(bureau.event(Bureau.newId(), "HouseholdRegistered", """
                    {"household": "H-%d", "members": [
                      {"member": "M-%d", "name": "x", "identityNumber": "1", "relation": "HEAD"}]}""".formatted(i, i)));
            batch.add(bureau.event(Bureau.newId(), "EconomicStatusVerified", """
                    {"household": "H-%d", "persons": 1, "income12Fen": %d, "rigidSpending12Fen": 0, "ableToWork": true,
                     "supporterAble": true, "hardship": "NONE"}""".formatted(i, i % 5 == 0 ? 9_000_000 : 100)));
            if (batch.size() == 2 * BATCH || i == HOUSEHOLDS - 1) {
                assertThat(bureau.post("street", "[" + String.join(",", batch) + "]").statusCode()).isEqualTo(202);
                batch.clear();
            }
        }
    }

    private interface Measure {
        long now() throws Exception;
    }

    /** Says how far it is, and fails when nothing has moved for two minutes. */
    private static void awaitThat(String what, long of, Measure measure, LongPredicate reached) throws Exception {
        var last = -1L;
        var movedAt = System.nanoTime();
        for (var now = 0L; !reached.test(now = measure.now());) {
            if (now != last) {
                System.out.printf("%s: %d of %d%n", what, now, of);
                last = now;
                movedAt = System.nanoTime();
            }
            assertThat(System.nanoTime() - movedAt).as("%s stands at %d of %d", what, now, of)
                    .isLessThan(NOTHING_MOVES.toNanos());
            Thread.sleep(500);
        }
    }

    private long coverage(String figure) throws Exception {
        var token = bureau.token("district", Bureau.STREET);
        var answer = bureau.get(token, "/v1/subsidy-cycles/" + CYCLE);
        return answer.statusCode() == 404
                ? 0
                : Bureau.JSON.readTree(answer.body()).path("state").path(figure).longValue();
    }

    private long count(String list) throws Exception {
        var keys = new HashSet<String>();
        for (var cursor = ""; cursor != null;) {
            var page = bureau.sees("district", list + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
            page.path("items").forEach(item -> assertThat(keys.add(item.path("key").stringValue())).isTrue());
            cursor = page.path("cursor").stringValue(null);
        }
        return keys.size();
    }

    private static String cycle(LocalDate day) {
        return "%d-Q%d.%s".formatted(day.getYear(), (day.getMonthValue() + 2) / 3, Bureau.STREET);
    }
}
