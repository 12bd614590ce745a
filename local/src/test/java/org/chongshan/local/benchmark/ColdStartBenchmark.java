package org.chongshan.local.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.jar.JarOutputStream;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

import org.chongshan.bureau.Topology;
import org.chongshan.events.Envelope;
import org.chongshan.events.Envelope.Reach;
import org.chongshan.events.IdentityNumber;
import org.chongshan.events.Personal;
import org.chongshan.events.Role;
import org.chongshan.events.Trace;
import org.chongshan.events.json.EventJson;
import org.chongshan.events.relief.HouseholdEvent.HouseholdRegistered;
import org.chongshan.events.relief.Member;
import org.chongshan.events.relief.Relation;
import org.chongshan.local.Engines;
import org.chongshan.local.Provision;
import org.chongshan.local.deployed.LambdaRuntime;
import org.chongshan.local.deployed.LambdaRuntime.Launch;
import org.chongshan.shell.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import tools.jackson.databind.json.JsonMapper;

/**
 * From the start of the virtual machine to the first SQS batch answered, and from the restore of a snapshot to the first batch
 * answered: the zip's household function beside a bare handler that makes the same calls, in turns, as Lambda starts them.
 * Prints medians and ratios.
 */
@EnabledIfSystemProperty(named = "coldstart.runs", matches = "\\d+")
class ColdStartBenchmark {
    private static final int RUNS = Integer.getInteger("coldstart.runs", 0);
    private static final String BARE = BareHandler.class.getName() + "::handleRequest";
    /** What the zip carries for the framework, for JSON and for the functions: nothing a bare handler needs. */
    private static final Pattern NOT_BARE = Pattern.compile(
            "(spring-|reactor-|jackson-|json-schema-|itu-|commons-logging-|crac-|slf4j-jdk14-|events-|functions-).*");
    /** Hooks then register nowhere: a snapshot that was not primed. */
    private static final List<String> WITHOUT_HOOKS = List.of("-Dorg.crac.Core.Compat=none");

    @TempDir
    private Path folder;

    @Test
    void cold_starts() throws Exception {
        var task = folder.resolve("task");
        LambdaRuntime.unpack(LambdaRuntime.zip().getFirst(), task);
        var bareTask = bareTask(task);
        try (var engines = Engines.embedded(null)) {
            new Provision(engines.dynamo(), engines.sqs(), new Settings("chongshan-", engines.queueBase())).run(30);
            var bare = new Launch(bareTask, "", BARE, List.of(), false);
            var household = Launch.unpacked(task);
            var starts = new LinkedHashMap<String, Launch>();
            starts.put("bare handler", bare);
            starts.put("household function", household);
            starts.put("bare handler, AOT cache", cached(bare, "bare.aot", engines));
            starts.put("household function, AOT cache", cached(household, "household.aot", engines));
            var restores = new LinkedHashMap<String, Launch>();
            restores.put("bare handler, not primed", bare.forSnapshot());
            restores.put("household function, not primed", new Launch(task, "", Topology.HANDLER, WITHOUT_HOOKS, true));
            restores.put("household function, primed", household.forSnapshot());
            var ways = new LinkedHashMap<>(starts);
            ways.putAll(restores);
            var took = new LinkedHashMap<String, List<Long>>();
            for (int run = 0; run < RUNS; run++) {
                for (var way : ways.entrySet()) {
                    took.computeIfAbsent(way.getKey(), none -> new ArrayList<>())
                            .add(milliseconds(way.getValue(), engines));
                }
                System.out.printf("run %d of %d%n", run + 1, RUNS);
            }
            System.out.printf("%n%d processors, %s, Java %s, zip of %.1f MB, median of %d%n",
                    Runtime.getRuntime().availableProcessors(), System.getProperty("os.arch"), Runtime.version(),
                    Files.size(LambdaRuntime.zip().getFirst()) / 1e6, RUNS);
            print("start to first batch answered", starts.keySet(), took);
            print("restore to first batch answered", restores.keySet(), took);
        }
    }

    /** All ratios are to the first row. */
    private static void print(String what, Set<String> rows, Map<String, List<Long>> took) {
        System.out.printf("%n| %s | ms | least to most | x bare |%n| --- | --- | --- | --- |%n", what);
        var bare = (double) median(took.get(rows.iterator().next()));
        for (var row : rows) {
            var all = took.get(row);
            System.out.printf("| %s | %d | %d to %d | %.2f |%n", row, median(all), Collections.min(all),
                    Collections.max(all), median(all) / bare);
        }
    }

    private static long median(List<Long> all) {
        return all.stream().sorted().skip(all.size() / 2).findFirst().orElseThrow();
    }

    /**
     * A training run writes the cache when it is told to end. The virtual machine caches what stands on its own class path, as
     * in a container image, and not what Lambda's loader loads from the zip.
     */
    private Launch cached(Launch launch, String name, Engines engines) throws Exception {
        var cache = folder.resolve(name);
        var classPath = jars(launch.folder().resolve("lib"));
        try (var training = runtime(
                new Launch(null, classPath, launch.handler(), List.of("-XX:AOTCacheOutput=" + cache), false),
                engines)) {
            answers(training, engines);
            training.terminate();
            if (!Files.exists(cache)) {
                throw new IllegalStateException("no cache was written: " + training.printed());
            }
        }
        return new Launch(null, classPath, launch.handler(), List.of("-XX:AOTCache=" + cache), false);
    }

    private long milliseconds(Launch launch, Engines engines) throws Exception {
        var begun = System.nanoTime();
        try (var runtime = runtime(launch, engines)) {
            if (launch.snapStart()) {
                runtime.awaitSnapshot();
                begun = System.nanoTime();
                runtime.restore();
            }
            return (answers(runtime, engines) - begun) / 1_000_000;
        }
    }

    /** When it had answered, nanoseconds. */
    private static long answers(LambdaRuntime runtime, Engines engines) throws Exception {
        var id = UUID.randomUUID().toString();
        var outcome = runtime.invoke(registered(id));
        var end = System.nanoTime();
        var written = engines.dynamo()
                .query(query -> query.tableName("chongshan-relief").keyConditionExpression("pk = :key")
                        .expressionAttributeValues(Map.of(":key", AttributeValue.fromS("household/" + id))))
                .count();
        if (!outcome.body().contains("\"batchItemFailures\":[]") || written != 2) {
            throw new IllegalStateException(outcome + ", items: " + written + "\n" + runtime.printed());
        }
        return end;
    }

    private LambdaRuntime runtime(Launch launch, Engines engines) throws Exception {
        return new LambdaRuntime(launch, "household", engines, folder.resolve("run.log"));
    }

    private static String registered(String id) {
        var key = "household/" + id;
        var members = List
                .of(new Member("M-1", new Personal("葛美云"), new IdentityNumber("320602196001010006"), Relation.HEAD));
        var body = EventJson.write(new Envelope(id, "/test", key, Instant.EPOCH, new HouseholdRegistered(id, members),
                "x", Role.STREET, "320613001", id, id, Instant.EPOCH, Trace.begunBy(id), Reach.SUBDISTRICT));
        var event = new JsonMapper().createObjectNode();
        var message = event.putArray("Records").addObject().put("messageId", id).put("receiptHandle", "r")
                .put("body", body).put("eventSource", "aws:sqs")
                .put("eventSourceARN", "arn:aws:sqs:cn-north-1:000000000000:q.fifo").put("awsRegion", Engines.REGION);
        message.putObject("messageAttributes");
        message.putObject("attributes").put("MessageGroupId", key);
        return event.toString();
    }

    private static String jars(Path lib) throws Exception {
        try (var files = Files.list(lib)) {
            return files.map(Path::toString).sorted().collect(Collectors.joining(":"));
        }
    }

    /** The folder a bare handler would be deployed as: itself, the SDK, and Lambda's event types. */
    private Path bareTask(Path task) throws Exception {
        var lib = Files.createDirectories(folder.resolve("bare").resolve("lib"));
        var events = LambdaRuntime
                .classPathEntries(Pattern.compile(".*/(aws-lambda-java-events|joda-time)-[\\d.]+\\.jar"));
        try (var files = Files.list(task.resolve("lib"))) {
            for (var jar : Stream.concat(files, Arrays.stream(events.split(":")).map(Path::of)).toList()) {
                if (!NOT_BARE.matcher(jar.getFileName().toString()).matches()) {
                    Files.copy(jar, lib.resolve(jar.getFileName()));
                }
            }
        }
        var entry = BareHandler.class.getName().replace('.', '/') + ".class";
        try (var out = new JarOutputStream(Files.newOutputStream(lib.resolve("bare.jar")));
                var in = BareHandler.class.getResourceAsStream("/" + entry)) {
            out.putNextEntry(new ZipEntry(entry));
            out.write(Objects.requireNonNull(in).readAllBytes());
        }
        return folder.resolve("bare");
    }
}
