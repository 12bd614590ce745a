package org.chongshan.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.chongshan.core.shell.Settings;
import org.chongshan.events.DeadlineReached;
import org.chongshan.events.Envelope;
import org.chongshan.events.Role;
import org.chongshan.events.Trace;
import org.chongshan.events.json.EventJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/**
 * From the start of the virtual machine to the first SQS batch answered, under the real runtime client: the zip beside a bare
 * handler that reads and writes as much, each with and without a JDK AOT cache, in turns. Prints medians and ratios.
 */
@EnabledIfSystemProperty(named = "coldstart.runs", matches = "\\d+")
class ColdStartBenchmark {
    private static final int RUNS = Integer.getInteger("coldstart.runs", 0);

    @TempDir
    private Path folder;

    private record Way(String classPath, String handler, List<String> options) {}

    @Test
    void cold_starts() throws Exception {
        var task = folder.resolve("task");
        LambdaRuntime.unpack(LambdaRuntime.zip().getFirst(), task);
        try (var engines = Engines.embedded(null)) {
            new Provision(engines.dynamo(), engines.sqs(), new Settings("chongshan-", engines.queueBase())).run(30);
            var framework = "org.springframework.cloud.function.adapter.aws.FunctionInvoker::handleRequest";
            var jars = jars(task.resolve("lib"));
            var bareJar = bareJar();
            var ways = new LinkedHashMap<String, Way>();
            ways.put("bare handler", new Way(bareJar + ":" + jars, "org.chongshan.local.BareHandler::handleRequest",
                    List.of()));
            ways.put("bare handler, AOT cache", cached(ways.get("bare handler"), "bare.aot", engines));
            ways.put("household function", new Way(jars, framework, List.of()));
            ways.put("household function, AOT cache", cached(ways.get("household function"), "function.aot", engines));
            var took = new LinkedHashMap<String, List<Long>>();
            for (int run = 0; run < RUNS; run++) {
                for (var way : ways.entrySet()) {
                    took.computeIfAbsent(way.getKey(), none -> new ArrayList<>())
                            .add(start(way.getValue(), engines, "run.log"));
                }
                System.out.printf("run %d of %d%n", run + 1, RUNS);
            }
            print(took);
        }
    }

    private static void print(Map<String, List<Long>> took) {
        var bare = median(took.get("bare handler"));
        System.out.printf(
                "%n%d processors, Java %s, median of %d%n%n| start to first batch answered | ms | x bare |%n| --- | --- | --- |%n",
                Runtime.getRuntime().availableProcessors(), Runtime.version(), RUNS);
        took.forEach((way, all) -> System.out.printf("| %s | %d | %.2f |%n", way, median(all),
                (double) median(all) / bare));
    }

    private static long median(List<Long> all) {
        return all.stream().sorted().skip(all.size() / 2).findFirst().orElseThrow();
    }

    /** A training run writes the cache when it is told to end. */
    private Way cached(Way way, String name, Engines engines) throws Exception {
        var cache = folder.resolve(name);
        try (var training = runtime(way, List.of("-XX:AOTCacheOutput=" + cache), engines, name + ".log")) {
            training.invoke(event());
            training.terminate();
        }
        if (!Files.exists(cache)) {
            throw new IllegalStateException("no cache was written: " + Files.readString(folder.resolve(name + ".log")));
        }
        return new Way(way.classPath(), way.handler(), List.of("-XX:AOTCache=" + cache));
    }

    private long start(Way way, Engines engines, String log) throws Exception {
        var begun = System.nanoTime();
        try (var runtime = runtime(way, way.options(), engines, log)) {
            var outcome = runtime.invoke(event());
            if (!outcome.body().contains("\"batchItemFailures\":[]")) {
                throw new IllegalStateException(outcome + runtime.printed());
            }
            return (System.nanoTime() - begun) / 1_000_000;
        }
    }

    private LambdaRuntime runtime(Way way, List<String> options, Engines engines, String log) throws Exception {
        return new LambdaRuntime(way.classPath(), way.handler(), "household", options, engines, folder.resolve(log));
    }

    private static String event() {
        var id = UUID.randomUUID().toString();
        var key = "household/" + id;
        var body = EventJson
                .write(new Envelope(id, "/test", key, Instant.EPOCH, new DeadlineReached(key, Instant.EPOCH),
                        "x", Role.SYSTEM, "320613001", id, id, Instant.EPOCH, Trace.begunBy(id)));
        var event = new JsonMapper().createObjectNode();
        var message = event.putArray("Records").addObject().put("messageId", id).put("receiptHandle", "r")
                .put("body", body)
                .put("eventSource", "aws:sqs").put("eventSourceARN", "arn:aws:sqs:cn-north-1:000000000000:q.fifo")
                .put("awsRegion", Engines.REGION);
        message.putObject("messageAttributes");
        message.putObject("attributes").put("MessageGroupId", key);
        return event.toString();
    }

    private static String jars(Path lib) throws Exception {
        try (var files = Files.list(lib)) {
            return files.map(Path::toString).sorted().collect(Collectors.joining(":"));
        }
    }

    /** An AOT cache wants jars: the one class, packed. */
    private Path bareJar() throws Exception {
        var jar = folder.resolve("bare.jar");
        var entry = BareHandler.class.getName().replace('.', '/') + ".class";
        try (var out = new java.util.jar.JarOutputStream(Files.newOutputStream(jar));
                var in = BareHandler.class.getResourceAsStream("/" + entry)) {
            out.putNextEntry(new java.util.zip.ZipEntry(entry));
            out.write(java.util.Objects.requireNonNull(in).readAllBytes());
        }
        return jar;
    }
}
