package org.chongshan.local.crash;

import java.io.IOException;
import java.net.ConnectException;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;

import org.chongshan.core.WorkingDays;
import org.chongshan.local.Bureau;
import org.chongshan.local.programme.Pen;
import org.chongshan.local.programme.Post;
import org.chongshan.local.programme.ProgrammeUnderTest;
import org.chongshan.local.programme.ProgrammesUnderTest;
import org.chongshan.local.programme.Workload.Person;

/**
 * People who post while the platform is killed under them: what got no answer is posted again under the same id, or now and
 * then given up; some of what was accepted is posted once more, as it is.
 */
final class CrashLoad {
    private static final List<String> SUBDISTRICTS = List.of("320613001", "320613002", "320613003");
    private static final int CLIENTS = 4;

    private enum Answer {
        TAKEN,
        LOST,
        NOT_REACHED
    }

    /** What is known of an event's fate. */
    enum Fate {
        /** Nobody has said. */
        UNKNOWN,
        /** 202. */
        ACCEPTED
    }

    final Map<String, Post> posted = new ConcurrentHashMap<>();
    final Map<String, Fate> fates = new ConcurrentHashMap<>();
    private final Map<String, String> bodies = new ConcurrentHashMap<>();
    /** What each client had accepted, in the order it was. */
    final Queue<List<Post>> inOrder = new ConcurrentLinkedQueue<>();
    final LongAdder lost = new LongAdder();
    final LongAdder repeats = new LongAdder();
    private final String url;
    private final List<Thread> clients = new ArrayList<>();
    private final Client opening;
    private volatile boolean over;
    private volatile Throwable failure;

    CrashLoad(String url, long seed) {
        this.url = url;
        opening = new Client(CLIENTS, random(seed, CLIENTS));
        for (int i = 0; i < CLIENTS; i++) {
            var client = new Client(i, random(seed, i));
            clients.add(Thread.ofPlatform().name("client-" + i).unstarted(client));
        }
    }

    /** No two have it, and so the ids of their events, in common. */
    private static Random random(long seed, int number) {
        return new Random(seed * (CLIENTS + 1) + number);
    }

    /** Opens the books, then lets the clients loose. */
    void start() throws InterruptedException {
        for (var programme : ProgrammesUnderTest.ALL) {
            for (var post : programme.workload().opening(opening.pen)) {
                opening.post(List.of(post));
            }
        }
        clients.forEach(Thread::start);
    }

    /** No more new events; what still waits for its answer is posted until it has one. */
    void finish() throws InterruptedException {
        over = true;
        for (var client : clients) {
            client.join();
        }
        if (failure != null) {
            throw new IllegalStateException("a client was answered what it did not expect", failure);
        }
    }

    long accepted() {
        return fates.values().stream().filter(fate -> fate == Fate.ACCEPTED).count();
    }

    private final class Client implements Runnable {
        private final Random random;
        private final Pen pen;
        private final Bureau bureau = Bureau.at(url);
        private final List<Post> accepted = new ArrayList<>();
        private final List<Person> people;
        private final Deque<Post> ahead = new ArrayDeque<>();

        Client(int number, Random random) {
            this.random = random;
            pen = new Pen(random, LocalDate.now(WorkingDays.ZONE), SUBDISTRICTS);
            people = ProgrammesUnderTest.ALL.stream().map(ProgrammeUnderTest::workload)
                    .filter(workload -> !workload.histories(pen).isEmpty())
                    .map(workload -> workload.person(number, pen)).toList();
            inOrder.add(accepted);
        }

        @Override
        public void run() {
            try {
                while (!over) {
                    if (!accepted.isEmpty() && random.nextInt(8) == 0) {
                        repeats.increment();
                        send(List.of(accepted.get(random.nextInt(accepted.size()))), true);
                    } else {
                        post(some());
                    }
                    Thread.sleep(random.nextInt(100));
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException e) {
                failure = e;
            }
        }

        /** One event or a few, all by one person in one subdistrict. */
        private List<Post> some() {
            if (ahead.isEmpty()) {
                ahead.addAll(pen.one(people).next());
            }
            var first = ahead.getFirst();
            var batch = ahead.stream().takeWhile(post -> post.isFromWhere(first)).toList();
            batch.forEach(ahead::remove);
            return batch;
        }

        private void post(List<Post> events) throws InterruptedException {
            for (var event : events) {
                posted.put(event.id(), event);
                bodies.put(event.id(), bureau.event(event.id(), event.type(), event.subdistrict(), event.data()));
                fates.put(event.id(), Fate.UNKNOWN);
            }
            if (send(events, false)) {
                accepted.addAll(events);
                events.forEach(event -> fates.put(event.id(), Fate.ACCEPTED));
            }
        }

        /** False when the answer was lost and the client gave up. */
        private boolean send(List<Post> events, boolean isRepeat) throws InterruptedException {
            while (true) {
                switch (answer(events)) {
                    case TAKEN -> {
                        return true;
                    }
                    case LOST -> {
                        lost.increment();
                        if (isRepeat || random.nextInt(5) == 0) {
                            return false;
                        }
                    }
                    case NOT_REACHED -> {
                        if (isRepeat) {
                            return false;
                        }
                    }
                }
                Thread.sleep(50);
            }
        }

        private Answer answer(List<Post> events) throws InterruptedException {
            var first = events.getFirst();
            var body = "[" + String.join(",", events.stream().map(event -> bodies.get(event.id())).toList()) + "]";
            try {
                var answer = bureau.post(bureau.token(first.role(), first.subdistrict()),
                        "application/cloudevents+json", body);
                if (answer.statusCode() == 401) {
                    // Another process by now, and another issuer's key.
                    bureau.forgetTokens();
                    return Answer.NOT_REACHED;
                }
                if (answer.statusCode() == 202 && !answer.body().contains("\"rejected\"")) {
                    return Answer.TAKEN;
                }
                if (answer.body().contains("not-queued")) {
                    return Answer.LOST;
                }
                throw new IllegalStateException(answer.statusCode() + " " + answer.body());
            } catch (ConnectException e) {
                return Answer.NOT_REACHED;
            } catch (IOException e) {
                return Answer.LOST;
            } catch (InterruptedException | RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
