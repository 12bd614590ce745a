package org.chongshan.local.replay;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.chongshan.core.WorkingDays;
import org.chongshan.local.MovedClock;
import org.chongshan.local.Platform;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Plays the year 2023 of a fictional district, and says what the year's figures came to. */
@Command(name = "replay", mixinStandardHelpOptions = true, version = "Chongshan 1.0.0", description = "Plays the year 2023 of a fictional district of the source's size, or a part of it: its people post their events over HTTP, in the order of the year, to a platform whose clock is moved along. Then every figure of the source is printed beside what was reached, and the exit code says whether all hold. Stopped, however, the same command goes on where it was.")
public final class Replay implements Callable<Integer> {
    @Option(names = "--scale", defaultValue = "1", description = "Part of the source's size, above 0 and at most 1 (default ${DEFAULT-VALUE}).")
    private double scale = 1;
    @Option(names = "--seed", defaultValue = "2023", description = "The same seed makes the same district, event by event (default ${DEFAULT-VALUE}).")
    private long seed = 2023;
    @Option(names = "--late", defaultValue = "5", description = "Percent of the events that come in the evening or a day later (default ${DEFAULT-VALUE}).")
    private int late = 5;
    @Option(names = "--repeated", defaultValue = "5", description = "Percent that are posted twice (default ${DEFAULT-VALUE}).")
    private int repeated = 5;
    @Option(names = "--mistaken", defaultValue = "1", description = "Percent that are a mistake somebody puts right (default ${DEFAULT-VALUE}).")
    private int mistaken = 1;
    @Option(names = "--url", description = "A platform that runs with --at 2022-11-01T08:00:00+08:00 or earlier; without, one of its own.")
    private @Nullable URI url;
    @Option(names = "--port", defaultValue = "8080", description = "Port of its own platform on 127.0.0.1 (default ${DEFAULT-VALUE}).")
    private int port;
    @Option(names = "--data", defaultValue = ".data/replay", description = "Folder it keeps how far it has come in, and its own platform everything (default ${DEFAULT-VALUE}).")
    private Path data = Path.of(".data/replay");
    @Option(names = "--in-memory", description = "Keep nothing; then it does not go on where it was.")
    private boolean inMemory;
    @Option(names = "--again", description = "Begin anew: empties the folder first.")
    private boolean again;
    @Option(names = "--keep", description = "Its own platform goes on answering at the end, until Ctrl-C.")
    private boolean keep;

    /** See {@code --help}. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Replay()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        if (!(scale > 0 && scale <= 1) || late < 0 || repeated < 0 || mistaken < 0 || late > 50 || repeated > 100
                || mistaken > 50) {
            System.err.println(
                    "out-of-range: --scale is above 0 and at most 1; --late and --mistaken are 0 to 50, --repeated 0 to 100");
            return 2;
        }
        try {
            return replay(new District.Options(scale, seed, late, repeated, mistaken));
        } catch (ReplayFailure e) {
            System.err.println(e.getMessage());
            return 1;
        }
    }

    private int replay(District.Options options) throws Exception {
        var file = inMemory ? null : data.resolve("replay.json");
        if (again && file != null) {
            empty(data);
        }
        var steps = District.year(options);
        var progress = file == null ? new Progress(options, 0, null) : Progress.in(file, options);
        if (url != null) {
            return play(options, steps, progress, file, url.toString());
        }
        var begins = progress.at() == null ? steps.getFirst().at() : progress.at();
        try (var platform = new Platform(new Platform.Options(port, inMemory ? null : data, null, "chongshan-", null,
                new MovedClock(begins), null, 30))) {
            var code = play(options, steps, progress, file, platform.url());
            if (keep) {
                System.out.printf(
                        "It goes on answering at %s until Ctrl-C; a token: curl '%s/token?role=district&subdistrict=%s&sub=district-1'%n",
                        platform.url(), platform.url(), Town.STREETS.getFirst());
                Thread.currentThread().join();
            }
            return code;
        }
    }

    private static void empty(Path folder) throws Exception {
        if (Files.exists(folder)) {
            try (var all = Files.walk(folder)) {
                for (var one : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(one);
                }
            }
        }
    }

    private int play(District.Options options, List<District.Step> steps, Progress from, @Nullable Path file, String at)
            throws Exception {
        var client = new Client(at);
        var all = steps.stream().mapToLong(District.Step::size).sum();
        var done = steps.subList(0, from.steps()).stream().mapToLong(District.Step::size).sum();
        System.out.printf("%d events of %s to %s at %d times, %d of them once more; %s%n", all, District.FIRST,
                District.LAST, steps.size(), steps.stream().mapToLong(step -> step.again().size()).sum(),
                done == 0 ? "from the beginning" : "%d are done".formatted(done));
        try (var workers = Executors.newVirtualThreadPerTaskExecutor();
                var bar = new ProgressBarBuilder().setTaskName("2023").setInitialMax(all).setUnit(" events", 1)
                        .setStyle(ProgressBarStyle.ASCII).setUpdateIntervalMillis(1_000).startsFrom(done, Duration.ZERO)
                        .build()) {
            for (int i = from.steps(); i < steps.size(); i++) {
                var step = steps.get(i);
                bar.setExtraMessage(WorkingDays.dayOf(step.at()).toString());
                if (!client.itIs(step.at())) {
                    throw new ReplayFailure("clock-is-ahead", "it is later than " + step.at() + " at " + at);
                }
                post(client, workers, step.first(), bar);
                post(client, workers, step.again(), bar);
                if (file != null) {
                    new Progress(options, i + 1, step.at()).write(file);
                }
            }
            client.itIs(District.CLOSED);
        }
        return print(options, Reached.read(client));
    }

    /** What one person posts at one time comes in its order; people post beside each other. */
    private static void post(Client client, ExecutorService workers, List<Posting> postings, ProgressBar bar)
            throws InterruptedException {
        var running = new ArrayList<Future<?>>();
        for (var one : postings.stream()
                .collect(Collectors.groupingBy(Posting::by, LinkedHashMap::new, Collectors.toList())).entrySet()) {
            running.add(workers.submit(() -> {
                client.post(one.getKey(), one.getValue());
                bar.stepBy(one.getValue().size());
                return null;
            }));
        }
        for (var one : running) {
            try {
                one.get();
            } catch (ExecutionException e) {
                throw e.getCause() instanceof ReplayFailure failure ? failure : new IllegalStateException(e.getCause());
            }
        }
    }

    private static int print(District.Options options, List<Reached> reached) {
        System.out.printf(
                "%n| programme | figure | source | expected | reached | | trace |%n| --- | --- | --- | --- | --- | --- | --- |%n");
        for (var one : reached) {
            System.out.printf("| %s | `%s` | %s | %s %s | %s | %s | %s |%n", one.source().programme(),
                    one.source().figure(), one.source().source(), one.source().relation(),
                    one.source().of(options.scale()).toPlainString(), one.value(),
                    one.holds(options.scale()) ? "holds" : "DOES NOT HOLD", one.trace());
        }
        var held = reached.stream().filter(one -> one.holds(options.scale())).count();
        var traced = reached.stream().filter(one -> one.traced() != null).count();
        System.out.printf("%n%d of %d hold; the traces of %d were added up%n", held, reached.size(), traced);
        return held == reached.size() ? 0 : 1;
    }
}
