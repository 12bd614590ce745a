package org.chongshan.local.fuzz;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

import org.chongshan.bureau.Topology;
import org.chongshan.events.Event;
import org.chongshan.local.AccessPage;
import org.chongshan.local.Bureau;
import org.chongshan.local.Journals;
import org.chongshan.local.Platform;
import org.chongshan.local.RawHttp;
import org.chongshan.local.RawHttp.Answer;
import org.chongshan.local.Tally;
import org.chongshan.local.fuzz.FuzzBodies.Body;
import org.chongshan.local.fuzz.FuzzBodies.Must;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever is sent to the face: no 5xx, nothing hangs, nothing is queued but what a 202 named, memory stays bounded.
 * {@code -Dfuzz.bodies=10000} for the whole of it, {@code -Dfuzz.seed=} for another, {@code -Dfuzz.only=} for one body alone.
 */
class HttpFuzzTest {
    private static final int BODIES = Integer.getInteger("fuzz.bodies", 1_000);
    private static final long SEED = Long.getLong("fuzz.seed", 2023);
    private static final int ONLY = Integer.getInteger("fuzz.only", -1);
    private static final int CONNECTIONS = 8;
    /** Senders that fall silent, or nearly, all at once. */
    private static final int SILENT = 40;
    /** No body and no trick have their random, and so the ids of their events, in common. */
    private static final int TRICKS = 1 << 24;
    /** What Lambda lets a function answer, bytes. */
    private static final int MOST_ANSWERED = 6 << 20;
    /** What SQS lets a message group be called, characters. */
    private static final int MOST_GROUP = 128;

    private final Tally tally = new Tally("bodies");
    private final Tally wire = new Tally("on the wire");
    private final Map<String, String> tokens = new HashMap<>();
    private final List<String> faults = new CopyOnWriteArrayList<>();
    /** Where the face said that the outcome of an accepted event can be read. */
    private final Set<String> promised = ConcurrentHashMap.newKeySet();
    private final Set<String> accepted = ConcurrentHashMap.newKeySet();

    @Test
    void no_body_brings_it_down_or_gets_in() throws Exception {
        try (var bureau = Bureau.openAt("2023-03-02T04:00:00Z"); var heap = new HeapWatch()) {
            for (var role : AccessPage.published().roles()) {
                tokens.put(role, bureau.token(role, Bureau.STREET));
            }
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var silent = new ArrayList<Future<?>>();
                for (int i = 0; i < SILENT && ONLY < 0; i++) {
                    var trick = new FuzzWire(random(-1 - i), tokens).nextSilent();
                    silent.add(threads.submit(() -> {
                        try (var http = new RawHttp(bureau.platform().url())) {
                            play(trick, "silent", http);
                        }
                        return null;
                    }));
                }
                // The silent ones stand there while all this is served.
                forEach(BODIES, index -> new Shot(index)::fire, bureau);
                forEach(BODIES / 2, index -> http -> play(new FuzzWire(random(TRICKS + index), tokens).next(),
                        "-Dfuzz.seed=%d -Dfuzz.only=%d".formatted(SEED, index), http), bureau);
                for (var one : silent) {
                    one.get();
                }
            }
            System.out.println(tally);
            System.out.println(wire);
            assertThat(faults).as("seed %d", SEED).isEmpty();
            bureau.settle();
            System.out.println(heap);
            nothingElseWasQueued(bureau.platform());
            heap.isBounded();
        }
    }

    private interface Task {
        void run(RawHttp http) throws Exception;
    }

    private interface Tasks {
        Task of(int index);
    }

    /** On a few connections at once; says how far it is. */
    private static void forEach(int count, Tasks tasks, Bureau bureau) throws Exception {
        var next = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<?>>();
            for (int i = 0; i < CONNECTIONS; i++) {
                running.add(threads.submit(() -> {
                    try (var http = new RawHttp(bureau.platform().url())) {
                        for (int index = next.getAndIncrement(); index < count; index = next.getAndIncrement()) {
                            if (ONLY < 0 || ONLY == index) {
                                tasks.of(index).run(http);
                            }
                            if (index % 1_000 == 999) {
                                System.out.printf("sent: %d of %d%n", index + 1, count);
                            }
                        }
                    }
                    return null;
                }));
            }
            for (var one : running) {
                one.get();
            }
        }
    }

    private static Random random(int index) {
        return new Random(SEED * 1_000_003 + index);
    }

    /** What the face cannot make sense of it refuses, or it ends the connection; what it accepts is promised as ever. */
    private void play(FuzzWire.Trick trick, String again, RawHttp http) throws Exception {
        Answer answer;
        try {
            answer = trick.play().on(http);
        } catch (IOException e) {
            http.close();
            answer = new Answer(Answer.CLOSED, Map.of(), "");
        }
        wire.count(trick.kind(), name(answer));
        if (answer.status() == 202) {
            answer.json().path("results").forEach(this::promise);
        }
        if (answer.status() >= 500 || answer.status() == Answer.HUNG
                || (answer.status() >= 400 && answer.code().isEmpty() && !answer.body().isEmpty())) {
            faults.add("%s: %s: was %d %.300s, to %.600s".formatted(trick.kind(), again, answer.status(), answer.body(),
                    trick.sent()));
        }
    }

    private final class Shot {
        private final int index;
        private final Body body;

        Shot(int index) {
            this.index = index;
            this.body = new FuzzBodies(random(index)).next();
        }

        void fire(RawHttp http) throws Exception {
            var headers = new HashMap<>(body.headers());
            headers.put("authorization", "Bearer " + tokens.get(body.role()));
            var answer = http.exchange(RawHttp.request("POST /v1/events", headers, body.content()));
            tally.count(body.kind(), name(answer));
            if (!isRight(answer)) {
                faults.add("%s: -Dfuzz.seed=%d -Dfuzz.only=%d: must %s, was %d %.300s, to %.600s".formatted(body.kind(),
                        SEED, index, body.must(), answer.status(), answer.body(), printable(body.content())));
            }
        }

        private boolean isRight(Answer answer) {
            var status = answer.status();
            if (status == 202) {
                var results = answer.json().path("results");
                results.forEach(HttpFuzzTest.this::promise);
                return body.must() != Must.REFUSE && (body.must() == Must.ANSWER || results.valueStream()
                        .allMatch(result -> result.path("status").stringValue("").equals("accepted")));
            }
            return status >= 400 && status < 500 && body.must() != Must.ACCEPT && !answer.code().isEmpty()
                    && answer.body().length() < MOST_ANSWERED;
        }
    }

    static String name(Answer answer) {
        return switch (answer.status()) {
            case Answer.CLOSED -> "closed";
            case Answer.HUNG -> "hung";
            default -> answer.status() >= 500 ? "5xx" : Integer.toString(answer.status());
        };
    }

    static String printable(byte[] content) {
        var text = new StringBuilder();
        for (byte one : content) {
            text.append(one >= 32 && one < 127 ? Character.toString(one) : "\\x%02x".formatted(one));
            if (text.length() > 700) {
                break;
            }
        }
        return text.toString();
    }

    private void promise(JsonNode result) {
        if (result.path("status").stringValue("").equals("accepted")) {
            accepted.add(result.path("id").stringValue(""));
            result.path("outcome").forEach(path -> promised.add(path.stringValue("")));
        }
    }

    /** The tables, read past the face: each accepted event once at each function that accepts it, and nothing besides. */
    private void nothingElseWasQueued(Platform platform) {
        var journals = Journals.of(platform);
        var posted = journals.stream().filter(Journals.Entry::isPosted).toList();
        var found = posted.stream().filter(entry -> !entry.outcome().equals("conflict")).map(Journals.Entry::path)
                .toList();
        assertThat(found).doesNotHaveDuplicates();
        assertThat(Set.copyOf(found)).as("every path promised, and no other").isEqualTo(promised);
        assertThat(posted.stream().map(Journals.Entry::id).collect(Collectors.toSet())).isEqualTo(accepted);
        var functions = new HashMap<String, Integer>();
        Topology.collections().forEach(
                function -> function.accepts().forEach(type -> functions.merge(Event.typeOf(type), 1, Integer::sum)));
        var byId = new HashMap<String, Set<String>>();
        posted.forEach(entry -> byId
                .computeIfAbsent(entry.id() + " " + entry.event().path("type").stringValue(""), none -> new HashSet<>())
                .add(entry.path()));
        assertThat(byId).allSatisfy((event, paths) -> assertThat(paths)
                .hasSizeGreaterThanOrEqualTo(functions.get(event.substring(event.indexOf(' ') + 1))));
        assertThat(journals).as("a group SQS would not take")
                .noneMatch(entry -> entry.path().split("/")[3].length() > MOST_GROUP - 14);
        assertThat(platform.deadLetters()).as("accepted, and never decided").isZero();
        System.out.printf("accepted: %d events; journaled: %d entries at %d places; dead letters: 0%n", accepted.size(),
                posted.size(), promised.size());
    }
}
