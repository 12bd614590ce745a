package org.chongshan.local.crash;

import java.io.IOException;
import java.net.ConnectException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;

import org.chongshan.local.Bureau;

/**
 * People who post while the platform is killed under them: what got no answer is posted again under the same id, or now and
 * then given up; some of what was accepted is posted once more, as it is.
 */
public final class CrashLoad {
    public static final List<String> SUBDISTRICTS = List.of("320613001", "320613002", "320613003");
    private static final int CLIENTS = 4;
    private static final int ACTIVITIES = 6;
    private static final int PLACES = 5;
    private static final int CHILDREN = 12;
    private static final int HOUSEHOLDS = 400;
    private static final List<String> HARDSHIPS = List.of("ILLNESS", "ACCIDENT", "BEREAVEMENT");

    /** One event that was posted, and the aggregate it is for. */
    public record Posted(String id, String aggregate, String role, String subdistrict, String body) {}

    private enum Answer {
        TAKEN,
        LOST,
        NOT_REACHED
    }

    /** What is known of an event's fate. */
    public enum Fate {
        /** Nobody has said. */
        UNKNOWN,
        /** 202. */
        ACCEPTED
    }

    public final Map<String, Posted> posted = new ConcurrentHashMap<>();
    public final Map<String, Fate> fates = new ConcurrentHashMap<>();
    /** What each client had accepted, in the order it was. */
    public final Queue<List<Posted>> inOrder = new ConcurrentLinkedQueue<>();
    public final LongAdder lost = new LongAdder();
    public final LongAdder repeats = new LongAdder();
    private final String url;
    private final List<Thread> clients = new ArrayList<>();
    private volatile boolean over;
    private volatile Throwable failure;

    public CrashLoad(String url, long seed) {
        this.url = url;
        for (int i = 0; i < CLIENTS; i++) {
            var client = new Client(i, new Random(seed * CLIENTS + i));
            clients.add(Thread.ofPlatform().name("client-" + i).unstarted(client));
        }
    }

    /** Opens the books, then lets the clients loose. */
    public void start() throws InterruptedException {
        var opening = new Client(CLIENTS, new Random(0));
        for (var subdistrict : SUBDISTRICTS) {
            opening.post(
                    List.of(opening.event("district", subdistrict, "reserve-fund/" + subdistrict, "relief.FundOpened",
                            "{\"fund\": \"%s\", \"amountFen\": 100000, \"floorFen\": 20000}".formatted(subdistrict))));
        }
        for (int i = 0; i < ACTIVITIES; i++) {
            opening.post(List
                    .of(opening.event("station", activitySubdistrict(i), "activity/A-" + i, "minors.ActivityScheduled",
                            """
                                    {"activity": "A-%d", "base": "B-1", "course": "C-1", "places": %d, "startsAt": "2099-07-10T01:00:00Z"}"""
                                    .formatted(i, PLACES))));
        }
        clients.forEach(Thread::start);
    }

    /** No more new events; what still waits for its answer is posted until it has one. */
    public void finish() throws InterruptedException {
        over = true;
        for (var client : clients) {
            client.join();
        }
        if (failure != null) {
            throw new IllegalStateException("a client was answered what it did not expect", failure);
        }
    }

    public long accepted() {
        return fates.values().stream().filter(fate -> fate == Fate.ACCEPTED).count();
    }

    private static String activitySubdistrict(int activity) {
        return SUBDISTRICTS.get(activity % SUBDISTRICTS.size());
    }

    private final class Client implements Runnable {
        private final int number;
        private final Random random;
        private final Bureau bureau = Bureau.at(url);
        private final List<Posted> accepted = new ArrayList<>();
        private final List<String> claims = new ArrayList<>();
        private int cases;

        Client(int number, Random random) {
            this.number = number;
            this.random = random;
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
        private List<Posted> some() {
            var subdistrict = SUBDISTRICTS.get(random.nextInt(SUBDISTRICTS.size()));
            return switch (random.nextInt(10)) {
                case 0 -> List.of(replenished(subdistrict));
                case 1, 2, 3 -> receipts();
                case 4, 5, 6 -> places();
                default -> {
                    var requests = new ArrayList<Posted>();
                    for (int i = random.nextInt(4); i >= 0; i--) {
                        requests.add(requested(subdistrict));
                    }
                    yield requests;
                }
            };
        }

        private Posted replenished(String subdistrict) {
            return event("district", subdistrict, "reserve-fund/" + subdistrict, "relief.FundReplenished",
                    "{\"fund\": \"%s\", \"amountFen\": %d}".formatted(subdistrict, 1 + random.nextInt(60_000)));
        }

        private Posted requested(String subdistrict) {
            var reliefCase = "C-%d-%d".formatted(number, cases++);
            // A household belongs to one subdistrict; two cases of one claim do meet.
            var household = "H-" + subdistrict + "-" + random.nextInt(HOUSEHOLDS);
            var hardship = HARDSHIPS.get(random.nextInt(HARDSHIPS.size()));
            claims.add(subdistrict + " " + household + "." + hardship.toLowerCase(java.util.Locale.ROOT) + "."
                    + java.time.LocalDate.now(org.chongshan.core.WorkingDays.ZONE).getYear());
            return event("street", subdistrict, "relief-case/" + reliefCase, "relief.UrgentReliefRequested", """
                    {"reliefCase": "%s", "household": "%s", "hardship": "%s", "amountFen": %d, "persons": 1}"""
                    .formatted(reliefCase, household, hardship, 1 + random.nextInt(3_000)));
        }

        private List<Posted> receipts() {
            if (claims.isEmpty()) {
                return places();
            }
            var claim = claims.get(random.nextInt(claims.size())).split(" ");
            return List.of(event("street", claim[0], "payment/" + claim[1], "relief.PaymentReceiptRecorded",
                    "{\"claim\": \"%s\", \"result\": \"%s\", \"reference\": \"V-%d\"}".formatted(claim[1],
                            random.nextInt(4) == 0 ? "FAILED" : "PAID", random.nextInt(10_000))));
        }

        private List<Posted> places() {
            var activity = random.nextInt(ACTIVITIES);
            var events = new ArrayList<Posted>();
            for (int i = random.nextInt(3); i >= 0; i--) {
                events.add(event("station", activitySubdistrict(activity), "activity/A-" + activity,
                        random.nextInt(3) == 0 ? "minors.ChildWithdrawn" : "minors.ChildEnrolled",
                        "{\"activity\": \"A-%d\", \"child\": \"K-%d\"}".formatted(activity, random.nextInt(CHILDREN))));
            }
            return events;
        }

        private Posted event(String role, String subdistrict, String aggregate, String type, String data) {
            var id = Bureau.newId();
            return new Posted(id, aggregate, role, subdistrict, bureau.event(id, type, subdistrict, data));
        }

        private void post(List<Posted> events) throws InterruptedException {
            for (var event : events) {
                posted.put(event.id(), event);
                fates.put(event.id(), Fate.UNKNOWN);
            }
            if (send(events, false)) {
                accepted.addAll(events);
                events.forEach(event -> fates.put(event.id(), Fate.ACCEPTED));
            }
        }

        /** False when the answer was lost and the client gave up. */
        private boolean send(List<Posted> events, boolean isRepeat) throws InterruptedException {
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

        private Answer answer(List<Posted> events) throws InterruptedException {
            var first = events.getFirst();
            var body = "[" + String.join(",", events.stream().map(Posted::body).toList()) + "]";
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
