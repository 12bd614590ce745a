package org.chongshan.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;

import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import org.chongshan.bureau.Topology;
import org.chongshan.core.FunctionSpec;
import org.chongshan.shell.SealingKeys;
import org.chongshan.shell.Settings;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The whole platform in one JVM. */
public final class Platform implements AutoCloseable {
    /**
     * How it is started.
     *
     * @param port         of the HTTP face on 127.0.0.1; 0 for any
     * @param data         folder everything is kept in; null keeps it in memory
     * @param endpoint     of other engines in place of the embedded ones
     * @param prefix       stands before every table and queue name
     * @param issuer       whose tokens are good, with its key set's URL; null for the development issuer
     * @param clock        what the functions hold to be now
     * @param minute       how often the clock function runs; null when {@link #tick()} alone runs it
     * @param retrySeconds how long a failed message stays hidden
     * @param key          file with the key personal data is sealed with; null keeps one in memory
     */
    public record Options(int port, @Nullable Path data, @Nullable URI endpoint, String prefix, @Nullable Issuer issuer,
            InstantSource clock, @Nullable Duration minute, int retrySeconds, @Nullable Path key) {

        /** With the key in the data folder. */
        public Options(int port, @Nullable Path data, @Nullable URI endpoint, String prefix, @Nullable Issuer issuer,
                InstantSource clock, @Nullable Duration minute, int retrySeconds) {
            this(port, data, endpoint, prefix, issuer, clock, minute, retrySeconds,
                    data == null ? null : data.resolve(KEY_FILE));
        }
    }

    /** Time for what follows from a deadline. */
    private static final Duration MOST_TO_FOLLOW = Duration.ofMinutes(10);

    /** A deadline that nobody gets over is told again each time. */
    private static final int MOST_ROUNDS = 1_000;

    /** Name of the key's file in the data folder. */
    static final String KEY_FILE = "sealing.key";

    /** An OIDC provider. */
    public record Issuer(String url, URI keys) {}

    private static final JsonMapper JSON = new JsonMapper();

    private final Engines engines;
    private final Settings settings;
    private final InstantSource clock;
    private final OutboundLog outbound;
    private final Invoker invoker;
    private final Schedules schedules;
    private final List<Loop> loops = new ArrayList<>();
    private final List<QueuePoller> queues = new ArrayList<>();
    private final List<StreamPoller> streams = new ArrayList<>();
    private final Server server;
    private final int port;

    /** Starts it; when this returns, it answers. */
    public Platform(Options options) {
        createFolder(options.data());
        engines = options.endpoint() == null ? Engines.embedded(options.data()) : Engines.at(options.endpoint());
        settings = new Settings(options.prefix(), engines.queueBase());
        var provision = new Provision(engines.dynamo(), engines.sqs(), settings);
        var keys = keys(options.key(), provision);
        provision.run(options.retrySeconds());
        engines.sendLeftMessages();
        clock = options.clock();
        outbound = new OutboundLog(options.data());
        invoker = new Invoker(engines.dynamo(), engines.sqs(), keys, outbound, settings, clock);
        schedules = new Schedules(invoker);
        Topology.queued().forEach(function -> queues.add(new QueuePoller(function, settings, engines, invoker)));
        loops.addAll(queues);
        Topology.of(FunctionSpec.Relay.class)
                .forEach(function -> streams.add(new StreamPoller(function,
                        settings.table(function.programme().tableName()), engines, invoker,
                        new LastResort(function, settings, engines.sqs()), StreamPoller.RETRIES, options.data())));
        loops.addAll(streams);
        if (options.minute() != null) {
            loops.add(new Minutes(options.minute()));
        }
        loops.forEach(Loop::start);
        var threads = new QueuedThreadPool();
        threads.setVirtualThreadsExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server = new Server(threads);
        var connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        connector.setPort(options.port());
        connector.setIdleTimeout(10_000);
        server.setErrorHandler(new ServerProblems());
        server.addConnector(connector);
        try {
            connector.open();
            port = connector.getLocalPort();
            server.setHandler(face(options.issuer()));
            server.start();
            if (clock instanceof MovedClock) {
                // Whatever falls due is looked for from the last look on: before the first one moves it there has to be one.
                tick();
            }
        } catch (Exception e) {
            close();
            throw new IllegalStateException("port " + options.port() + " is taken, or the server does not start", e);
        }
    }

    /** Before the tables: a process that dies in between leaves a key without data, never data without its key. */
    private SealingKeys keys(@Nullable Path file, Provision provision) {
        try {
            return file == null ? LocalSealingKeys.inMemory() : LocalSealingKeys.in(file, provision.isThere());
        } catch (RuntimeException e) {
            engines.close();
            throw e;
        }
    }

    private static void createFolder(@Nullable Path data) {
        if (data != null) {
            try {
                Files.createDirectories(data);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private HttpFace face(@Nullable Issuer issuer) throws IOException {
        if (issuer != null) {
            JWKSource<SecurityContext> keys = JWKSourceBuilder.<SecurityContext>create(issuer.keys().toURL()).build();
            return new HttpFace(invoker, new TokenVerifier(keys, issuer.url()), Optional.empty(), this::isHealthy,
                    Optional.empty());
        }
        var own = new DevelopmentIssuer(url());
        return new HttpFace(invoker, new TokenVerifier(new ImmutableJWKSet<>(own.keys()), url()), Optional.of(own),
                this::isHealthy,
                clock instanceof MovedClock moved ? Optional.of(then -> move(moved, then)) : Optional.empty());
    }

    /** Where its tables and queues live. */
    public Engines engines() {
        return engines;
    }

    /** How its tables and queues are called. */
    public Settings settings() {
        return settings;
    }

    /** What went out to other departments. */
    public OutboundLog outbound() {
        return outbound;
    }

    /** Where it answers. */
    public String url() {
        return "http://localhost:" + port;
    }

    private boolean isHealthy() {
        return loops.stream().allMatch(Loop::isAlive);
    }

    /**
     * The minute passes: runs every function that runs each minute, and those whose scheduled time has come.
     *
     * @return how many deadlines were told
     */
    public long tick() {
        var now = clock.instant();
        var told = 0L;
        for (var function : Topology.of(FunctionSpec.Clock.class)) {
            told += JSON.readTree(invoker.invoke(function.name(), Schedules.event(now))).path("due").longValue();
        }
        schedules.look(now);
        return told;
    }

    /**
     * It is this time now: what was posted before is done, whatever is due by then is told, and everything that follows is
     * done.
     *
     * @return whether that time is not over
     */
    private synchronized boolean move(MovedClock moved, Instant then) throws InterruptedException {
        drained(MOST_TO_FOLLOW);
        if (!moved.moveTo(then)) {
            return false;
        }
        // What follows from a deadline may set another that has passed too.
        var due = 1L;
        for (int round = 0; due > 0 && round < MOST_ROUNDS; round++) {
            due = tick();
            drained(MOST_TO_FOLLOW);
        }
        return true;
    }

    /** Waits until no message is waiting or in hand and the streams are read; false when that takes too long. */
    public boolean drained(Duration atMost) throws InterruptedException {
        var end = System.nanoTime() + atMost.toNanos();
        var enough = engines.traffic().isComplete() ? 1 : 4;
        var quiet = 0;
        while (System.nanoTime() < end) {
            quiet = isQuiet() ? quiet + 1 : 0;
            if (quiet == enough) {
                return true;
            }
            Thread.sleep(enough == 1 ? 5 : 60);
        }
        return false;
    }

    /** What is in hand is in a queue, or written and not yet read: with nothing sent meanwhile, neither holds anything. */
    private boolean isQuiet() {
        var before = engines.traffic().count();
        return queues.stream().allMatch(QueuePoller::isDry) && streams.stream().allMatch(StreamPoller::isCaughtUp)
                && queues.stream().allMatch(QueuePoller::isDry) && streams.stream().allMatch(StreamPoller::isCaughtUp)
                && engines.traffic().count() == before;
    }

    /** Messages that came to the dead letters of any function, and records of a stream that came to its last resort. */
    public long deadLetters() {
        return Topology.queued().stream().mapToLong(function -> waiting(function.deadLetterName())).sum()
                + Topology.of(FunctionSpec.Relay.class).stream()
                        .mapToLong(function -> waiting(LastResort.queueName(function))).sum();
    }

    private long waiting(String queue) {
        return QueuePoller.held(engines.sqs(), settings.queueUrl(queue));
    }

    /** Takes no more requests, finishes what is in hand, stops. What waits in the queues stays there. */
    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            loops.forEach(Loop::end);
            loops.forEach(Loop::close);
            invoker.close();
            engines.close();
        }
    }

    private final class Minutes extends Loop {
        private final Duration minute;
        private long next = System.nanoTime();

        Minutes(Duration minute) {
            super("minutes");
            this.minute = minute;
        }

        @Override
        boolean once() {
            if (System.nanoTime() >= next) {
                next = System.nanoTime() + minute.toNanos();
                tick();
            }
            return false;
        }
    }
}
