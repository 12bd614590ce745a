package org.chongshan.local.deployed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.chongshan.bureau.Topology;
import org.chongshan.core.FunctionSpec;
import org.chongshan.local.Engines;
import org.chongshan.local.LocalSealingKeys;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lambda's side of one function: the Runtime API and the one call of KMS over HTTP, and a process that runs the real runtime
 * interface client with the options of the managed runtime.
 */
public final class LambdaRuntime implements AutoCloseable {
    /** What the process posted: {@code response}, or {@code error} when the invocation failed. */
    public record Outcome(String kind, String body) {}

    /**
     * What to start, and how.
     *
     * @param folder    what Lambda unpacked, a folder {@code lib} of jars; null when {@code classPath} names them
     * @param classPath jars that stand on the class path of the virtual machine itself; empty for the way Lambda does it
     * @param options   more options for the virtual machine
     * @param snapStart whether it is initialised for a snapshot
     */
    public record Launch(@Nullable Path folder, String classPath, String handler, List<String> options,
            boolean snapStart) {
        /** The way Lambda starts what it has unpacked. */
        public static Launch unpacked(Path folder) {
            return new Launch(folder, "", Topology.HANDLER, List.of(), false);
        }

        /** The same, for a snapshot. */
        public Launch forSnapshot() {
            return new Launch(folder, classPath, handler, options, true);
        }
    }

    /** What the managed runtime puts on its class path by itself. */
    private static final Pattern PROVIDED = Pattern
            .compile(".*(aws-lambda-java-(core|runtime-interface-client|serialization)|utils-lite)-[\\d.]+\\.jar");
    /** The managed runtime's own, as its processes show them. */
    private static final List<String> MANAGED = List.of("-XX:+UseSerialGC", "-XX:+TieredCompilation",
            "-XX:TieredStopAtLevel=1", "--add-opens=java.base/java.io=ALL-UNNAMED",
            "-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac", "-Djava.net.preferIPv4Stack=true");
    private static final Duration MOST = Duration.ofSeconds(60);

    private static final String KEY_ID = "arn:aws-cn:kms:" + Engines.REGION + ":" + Engines.ACCOUNT + ":key/1";
    private static final byte[] KMS_SECRET = LocalSealingKeys.inMemory().secret();
    private static final JsonMapper JSON = new JsonMapper();

    private final AtomicInteger keysDerived = new AtomicInteger();
    private final BlockingQueue<String> invocations = new ArrayBlockingQueue<>(1);
    private final BlockingQueue<Outcome> outcomes = new ArrayBlockingQueue<>(2);
    private final CountDownLatch readyForSnapshot = new CountDownLatch(1);
    private final CountDownLatch restored = new CountDownLatch(1);
    private final HttpServer api;
    private final Process process;
    private final Path output;

    /** Starts a function of the topology, or another handler in its place. */
    public LambdaRuntime(Launch launch, String function, Engines engines, Path output) throws IOException {
        this.output = output;
        api = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        api.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        api.createContext("/2018-06-01/runtime/", this::serve);
        api.createContext("/kms", this::derive);
        api.start();
        var provided = classPathEntries(PROVIDED);
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(MANAGED);
        command.addAll(launch.options);
        command.addAll(List.of("-cp", launch.classPath.isEmpty() ? provided : launch.classPath + ":" + provided,
                "com.amazonaws.services.lambda.runtime.api.client.AWSLambda", launch.handler));
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        if (launch.folder != null) {
            builder.directory(launch.folder.toFile());
        }
        var environment = builder.environment();
        environment.put("AWS_LAMBDA_RUNTIME_API", "127.0.0.1:" + api.getAddress().getPort());
        environment.put("AWS_LAMBDA_INITIALIZATION_TYPE", launch.snapStart ? "snap-start" : "on-demand");
        environment.put("AWS_LAMBDA_FUNCTION_NAME", function);
        environment.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "1024");
        environment.put("AWS_LAMBDA_FUNCTION_VERSION", "1");
        environment.put("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/" + function);
        environment.put("AWS_LAMBDA_LOG_STREAM_NAME", "1");
        environment.put("AWS_REGION", Engines.REGION);
        environment.put("AWS_ACCESS_KEY_ID", "local");
        environment.put("AWS_SECRET_ACCESS_KEY", "local");
        environment.put("AWS_ENDPOINT_URL_DYNAMODB",
                engines.dynamo().serviceClientConfiguration().endpointOverride().orElseThrow().toString());
        environment.put("AWS_ENDPOINT_URL_SQS",
                engines.sqs().serviceClientConfiguration().endpointOverride().orElseThrow().toString());
        environment.put(FunctionSpec.Outbound.BUS, "chongshan-public");
        environment.put("AWS_ENDPOINT_URL_EVENTBRIDGE", "http://127.0.0.1:" + api.getAddress().getPort() + "/bus");
        environment.put("AWS_ENDPOINT_URL_KMS", "http://127.0.0.1:" + api.getAddress().getPort() + "/kms");
        environment.put(FunctionSpec.SEALING_KEY, KEY_ID);
        environment.putAll(Topology.environment(Topology.named(function)));
        environment.put("CHONGSHAN_PREFIX", "chongshan-");
        environment.put("CHONGSHAN_QUEUE_BASE", engines.queueBase());
        process = builder.start();
        // Whoever waits for a process that has died need not wait longer.
        var _ = process.onExit().thenRun(() -> {
            readyForSnapshot.countDown();
            outcomes.offer(new Outcome("exit", "the process has ended"));
        });
    }

    /** What of this test's own class path has such a name, as a class path. */
    public static String classPathEntries(Pattern name) {
        return Arrays.stream(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
                .filter(entry -> name.matcher(entry).matches()).collect(Collectors.joining(":"));
    }

    /** Unpacks the zip as Lambda does. */
    public static void unpack(Path zip, Path folder) throws IOException {
        try (var file = new ZipFile(zip.toFile())) {
            for (var entry : file.stream().filter(entry -> !entry.isDirectory()).toList()) {
                var target = folder.resolve(entry.getName());
                Files.createDirectories(target.getParent());
                try (var in = file.getInputStream(entry)) {
                    Files.copy(in, target);
                }
            }
        }
    }

    /** Waits until it is ready for its snapshot. */
    public void awaitSnapshot() throws InterruptedException {
        if (!readyForSnapshot.await(MOST.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("never ready for a snapshot; it printed:\n" + printed());
        }
    }

    /** Lets it go on, as after a restore. */
    public void restore() {
        restored.countDown();
    }

    /** Invokes it once, and waits for what it posts. */
    public Outcome invoke(String event) throws InterruptedException {
        invocations.put(event);
        var outcome = outcomes.poll(MOST.toSeconds(), TimeUnit.SECONDS);
        if (outcome == null) {
            throw new AssertionError("no answer from the function; it printed:\n" + printed());
        }
        return outcome;
    }

    /** Everything the process has printed. */
    public String printed() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How often the process asked KMS for a key. */
    public int keysDerived() {
        return keysDerived.get();
    }

    /** What KMS does: an HMAC over the message, with a key that never leaves it. */
    private void derive(HttpExchange exchange) throws IOException {
        var request = JSON.readTree(exchange.getRequestBody().readAllBytes());
        var known = "TrentService.GenerateMac".equals(exchange.getRequestHeaders().getFirst("X-Amz-Target"))
                && KEY_ID.equals(request.path("KeyId").stringValue(""))
                && "HMAC_SHA_512".equals(request.path("MacAlgorithm").stringValue(""));
        var answer = JSON.createObjectNode();
        if (known) {
            keysDerived.incrementAndGet();
            answer.put("KeyId", KEY_ID).put("MacAlgorithm", "HMAC_SHA_512").put("Mac",
                    hmac(Base64.getDecoder().decode(request.path("Message").stringValue())));
        } else {
            answer.put("__type", "AccessDeniedException");
        }
        var body = answer.toString().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("content-type", "application/x-amz-json-1.1");
        exchange.sendResponseHeaders(known ? 200 : 400, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static byte[] hmac(byte[] message) {
        try {
            var mac = Mac.getInstance("HmacSHA512");
            mac.init(new SecretKeySpec(KMS_SECRET, "HmacSHA512"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private void serve(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        try {
            if (path.endsWith("/invocation/next")) {
                next(exchange);
                return;
            }
            if (path.endsWith("/restore/next")) {
                readyForSnapshot.countDown();
                restored.await();
                exchange.sendResponseHeaders(200, -1);
                return;
            }
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(202, -1);
            outcomes.put(new Outcome(path.substring(path.lastIndexOf('/') + 1), body));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            exchange.close();
        }
    }

    private void next(HttpExchange exchange) throws IOException, InterruptedException {
        var event = invocations.take().getBytes(StandardCharsets.UTF_8);
        var headers = exchange.getResponseHeaders();
        headers.set("Lambda-Runtime-Aws-Request-Id", UUID.randomUUID().toString());
        headers.set("Lambda-Runtime-Deadline-Ms", Long.toString(Instant.now().plus(MOST).toEpochMilli()));
        headers.set("Lambda-Runtime-Invoked-Function-Arn",
                "arn:aws:lambda:" + Engines.REGION + ":" + Engines.ACCOUNT + ":function:f");
        headers.set("Lambda-Runtime-Trace-Id", "Root=1-5759e988-bd862e3fe1be46a994272793;Sampled=0");
        headers.set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, event.length);
        exchange.getResponseBody().write(event);
    }

    /** Ends it as Lambda does, so that a training run writes its cache. */
    public void terminate() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
        api.stop(0);
    }

    /** Where Maven puts the zip. */
    public static List<Path> zip() {
        var zip = Path.of("../functions/target/functions-lambda.zip");
        return Files.exists(zip) ? List.of(zip) : List.of();
    }
}
