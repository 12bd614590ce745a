package org.chongshan.local.replay;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The replay as somebody runs it: a process of its own, with a platform of its own. {@code -Dreplay.scale=1 -Dreplay.kills=3} for
 * the whole year.
 */
class ReplayTest {
    private static final double SCALE = Double.parseDouble(System.getProperty("replay.scale", "0.004"));
    private static final int KILLS = Integer.getInteger("replay.kills", 1);
    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void killed_on_the_way_it_goes_on_where_it_was_and_every_figure_holds(@TempDir Path folder) throws Exception {
        var all = District.year(new District.Options(SCALE, 2023, 5, 5, 1)).size();
        var data = folder.resolve("data");
        for (int time = 1; time <= KILLS; time++) {
            var enough = all * time / (KILLS + 1);
            var running = replay(folder, data);
            await().atMost(Duration.ofHours(2))
                    .until(() -> !running.isAlive() || stepsDone(data.resolve("replay.json")) >= enough);
            assertThat(running.isAlive()).as(Files.readString(folder.resolve("out"))).isTrue();
            running.destroyForcibly().waitFor();
        }
        var ended = replay(folder, data).waitFor();
        assertThat(Files.readString(folder.resolve("out"))).contains("are done").contains("44 of 44 hold")
                .contains("the traces of 36 were added up").doesNotContain("DOES NOT HOLD");
        assertThat(ended).isZero();
    }

    private static Process replay(Path folder, Path data) throws Exception {
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-cp",
                System.getProperty("java.class.path"), Replay.class.getName(), "--data", data.toString()));
        command.addAll(List.of("--scale", Double.toString(SCALE), "--port", "0"));
        return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(folder.resolve("out").toFile())
                .start();
    }

    private static int stepsDone(Path progress) throws Exception {
        return Files.exists(progress) ? JSON.readTree(Files.readString(progress)).path("steps").intValue() : 0;
    }

    @Test
    void of_another_district_it_does_not_go_on(@TempDir Path folder) {
        new Progress(new District.Options(0.5, 1, 0, 0, 0), 3, null).write(folder.resolve("replay.json"));
        assertThat(new CommandLine(new Replay()).execute("--data", folder.toString(), "--port", "0")).isEqualTo(1);
        assertThat(stepsDoneIn(folder)).isEqualTo(3);
    }

    private static int stepsDoneIn(Path folder) {
        return Progress.in(folder.resolve("replay.json"), new District.Options(0.5, 1, 0, 0, 0)).steps();
    }

    @Test
    void what_it_is_asked_wrongly_is_said() {
        for (var wrong : List.of("--scale=0", "--scale=1.5", "--late=51", "--repeated=-1")) {
            assertThat(new CommandLine(new Replay()).execute(wrong)).as(wrong).isEqualTo(2);
        }
    }
}
