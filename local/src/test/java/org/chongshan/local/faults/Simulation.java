package org.chongshan.local.faults;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.chongshan.bureau.ContextMap;
import org.chongshan.bureau.Topology;
import org.chongshan.core.FunctionSpec;
import org.chongshan.core.FunctionSpec.Queued;
import org.chongshan.core.WorkingDays;
import org.chongshan.events.Envelope;
import org.chongshan.events.Programme;
import org.chongshan.local.Provision;
import org.chongshan.local.QueuePoller;
import org.chongshan.local.Schedules;
import org.chongshan.local.StreamPoller;
import org.chongshan.local.faults.Faults.Kind;
import org.chongshan.local.programme.Audit;
import org.chongshan.local.programme.Books;
import org.chongshan.local.programme.Lies;
import org.chongshan.local.programme.Pen;
import org.chongshan.local.programme.Post;
import org.chongshan.local.programme.ProgrammesUnderTest;
import org.chongshan.local.programme.Promise;
import org.chongshan.shell.FunctionBuilder;
import org.chongshan.shell.ReactorWith;
import org.chongshan.shell.SealingKeys;
import org.chongshan.shell.Settings;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The platform's functions on real engines, and everything around them that may go wrong, in an order a seed decides: who goes
 * on after each call, which call fails and how, who dies, which batch comes again, how far the clock moves.
 */
final class Simulation {
    /** A process ends at a call. */
    private static final class Death extends Error {
        private static final long serialVersionUID = 1;

        Death() {
            super("died", null, false, false);
        }
    }

    private static final SealingKeys KEYS = version -> new byte[SealingKeys.LENGTH];
    private static final JsonMapper JSON = new JsonMapper();
    private static final Map<String, Queued> QUEUES = Topology.queued().stream()
            .collect(Collectors.toMap(Queued::queueName, function -> function));
    /** A Monday morning, and two minutes before the midnight that ends a year. */
    private static final List<Instant> STARTS = List.of(Instant.parse("2023-12-31T15:58:00Z"),
            Instant.parse("2023-04-03T01:00:00Z"));
    private static final List<String> STREETS = List.of("320613001", "320613002");
    private static final int RETRY_SECONDS = 30;
    private static final int MOST_STEPS = 400_000;
    /** How often people look at what stands in the books, and act upon it. */
    private static final int ROUNDS = 3;
    /** What is told so often in a row without coming to rest is told for ever. */
    private static final int MOST_TOLD = 12;
    /** In how many steps all comes to rest: several times what it takes. */
    private static final int MOST_STEPS_TO_REST = 12_000;
    /** How often a dead letter is sent again before its failure has to have been said. */
    private static final int MOST_TRIES = 10;
    /** SQS's window. */
    private static final Duration DEDUPLICATION = Duration.ofMinutes(5);
    /** Of so many accepted events a decider that has a mistake in it cannot decide one. */
    private static final int ONE_IN_UNDECIDABLE = 40;
    private static final double[] RATES = {0, 0.02, 0.05, 0.1, 0.2};

    private final long seed;
    private final Without without;
    private final TimedEngines engines;
    private final AtomicReference<Instant> now;
    private final SplittableRandom random;
    private final Faults faults;
    private final Settings settings;
    private final Pen pen;
    /** What people still have to post: each in its own order, all of them beside each other. */
    private final List<List<Post>> phones = new ArrayList<>();
    private final Interleaving strands = new Interleaving();
    private final Boundary service = (request, engine) -> call(null, request, engine);
    private final SqsClient sqs;
    private final DynamoDbStreamsClient streams;

    private final Map<String, Process> processes = new TreeMap<>();
    private final Map<String, Integer> polling = new HashMap<>();
    /** Functions whose queue was ever sent anything: no other has any message. */
    private final List<String> wentOut = new ArrayList<>();
    private final Set<Queued> spokenTo = new TreeSet<>(Comparator.comparing(Queued::name));
    private final Set<Queued> idle = new HashSet<>();
    private final Set<List<Post>> busyPhones = java.util.Collections.newSetFromMap(new java.util.IdentityHashMap<>());
    private final List<Delivery> again = new ArrayList<>();
    private final List<Delivery> delivered = new ArrayList<>();
    /** By the table each reads. */
    private final Map<String, StreamReader> readers = new LinkedHashMap<>();
    /** By queue and deduplication id, when it was sent. */
    private final Map<String, Instant> deduplicated = new HashMap<>();
    private final Set<String> ticking = new HashSet<>();
    private final Map<String, Instant> times = new HashMap<>();
    private final Map<String, String> posted = new TreeMap<>();
    private final Set<String> accepted = new TreeSet<>();
    /** Posts that say something else under an id that was accepted; and ids of those that were accepted too. */
    private final Set<Post> others = new HashSet<>();
    private final Set<String> acceptedOther = new TreeSet<>();
    /** Events no decider gets through, as if it had a mistake in it. */
    private final Set<String> undecidable = new HashSet<>();
    /** Whether nothing but such mistakes goes wrong any more. */
    private boolean isCalm;
    /** Those of them that a function said have failed. */
    private final Set<String> saidToHaveFailed = new HashSet<>();
    /** Ids under which another content was found out. */
    private final Set<String> foundOut = new HashSet<>();
    /** How often those of them that nobody said anything of were sent again. */
    private final Map<String, Integer> triesInVain = new HashMap<>();
    private final boolean hasMistakes;
    private final List<String> violations = new ArrayList<>();
    private final Set<Promise> broken = EnumSet.noneOf(Promise.class);
    private final Set<String> applying = new TreeSet<>();
    /** The disclosures of the files that were handed over. */
    private final Set<String> takenAway = new TreeSet<>();
    private final Counts counts = new Counts();
    private Instant lookedAgain;

    /** What a run counts. */
    static final class Counts {
        long steps;
        long posts;
        long repeats;
        long deliveries;
        long redeliveries;
        long restarts;
        long redriven;
        long asked;
        long applied;
        long refused;
        long conflicts;
        long early;
        long corrected;
        long failed;
        long sent;
        /** Of every call, at which step who made it. */
        long history;
    }

    private record Delivery(FunctionSpec function, byte[] event) {}

    /**
     * What came of a run.
     *
     * @param violations what the audit found
     * @param broken     the promises that were not kept
     * @param applying   names of the functions that applied an event
     */
    record Report(long seed, List<String> violations, Set<Promise> broken, Map<Kind, Long> faults, Counts counts,
            Set<String> applying) {}

    Simulation(long seed, Without without, TimedEngines engines, AtomicReference<Instant> now) {
        this.seed = seed;
        this.without = without;
        this.engines = engines;
        this.now = now;
        random = new SplittableRandom(seed);
        var start = STARTS.get((int) (seed % STARTS.size()));
        var lying = without.isAboutLies();
        faults = new Faults(random, lying ? 0 : RATES[random.nextInt(RATES.length)]);
        hasMistakes = without == Without.TELLING_OF_FAILURE || !lying && random.nextInt(3) == 0;
        settings = new Settings("s" + seed + "-" + without.ordinal() + "-", engines.queueBase());
        pen = new Pen(random, LocalDate.ofInstant(start, WorkingDays.ZONE), STREETS);
        // Many small histories find more than few large ones: half of one programme's each time, a few of the others'.
        var all = ProgrammesUnderTest.ALL;
        var most = all.get((int) (seed / STARTS.size() % all.size()));
        for (var programme : all) {
            var often = programme == most ? 2 : 6;
            programme.workload().histories(pen).forEach(history -> {
                if (random.nextInt(often) == 0) {
                    var posts = history.get();
                    phones.add(new ArrayList<>(lying || random.nextBoolean() ? Lies.told(pen, posts) : posts));
                }
            });
            programme.workload().lies(pen).forEach(lie -> {
                if (lying ? without.shown.contains(lie.against()) : random.nextInt(2 * often) == 0) {
                    phones.add(new ArrayList<>(lie.posts().get()));
                }
            });
        }
        sqs = Boundary.around(SqsClient.class, engines.sqs(), service);
        streams = Boundary.around(DynamoDbStreamsClient.class, engines.streams(), service);
        now.set(start);
        lookedAgain = start;
    }

    /** Runs it from the first post to two weeks after the last, and audits the books. */
    Report run() {
        new Provision(engines.dynamo(), engines.sqs(), settings).run(RETRY_SECONDS);
        for (var programme : Programme.values()) {
            readers.put(settings.table(programme.tableName()), new StreamReader(programme));
        }
        if (random.nextInt(8) == 0) {
            schedulesFire();
        }
        try {
            while (!phones.isEmpty() && counts.steps < MOST_STEPS) {
                step();
            }
            faults.end();
            isCalm = true;
            settle();
            for (int i = without.isAboutLies() ? 0 : random.nextInt(ROUNDS); i < ROUNDS; i++) {
                somePostUponWhatTheyFind();
                settle();
            }
            twoWeeksPass();
            settle();
            audit();
        } finally {
            remove();
        }
        return new Report(seed, violations, broken, faults.counts(), counts, applying);
    }

    // ---- what may happen next

    private void step() {
        counts.steps++;
        now.updateAndGet(time -> time.plusMillis(1 + random.nextInt(20)));
        if (!phones.isEmpty() && now.get().isAfter(lookedAgain.plusSeconds(5))) {
            lookedAgain = now.get();
            idle.clear();
        }
        if (random.nextInt(400) == 0) {
            somethingRare();
        }
        var options = new ArrayList<Runnable>();
        for (int i = 0; i < strands.size(); i++) {
            var which = i;
            options.add(() -> strands.run(which));
        }
        if (strands.size() < 12) {
            beginnings(options);
        }
        if (options.isEmpty()) {
            timePasses(Duration.ofSeconds(RETRY_SECONDS + 1));
            return;
        }
        options.get(random.nextInt(options.size())).run();
    }

    private void beginnings(List<Runnable> options) {
        for (var phone : phones) {
            if (!busyPhones.contains(phone)) {
                options.add(
                        () -> begin(() -> post(phone), () -> busyPhones.add(phone), () -> busyPhones.remove(phone)));
            }
        }
        for (var function : spokenTo) {
            var name = function.name();
            if (!idle.contains(function) && polling.getOrDefault(name, 0) < 2) {
                options.add(() -> begin(() -> poll(function), () -> polling.merge(name, 1, Integer::sum),
                        () -> polling.merge(name, -1, Integer::sum)));
            }
        }
        for (var reader : readers.values()) {
            if (reader.dirty && !reader.reading) {
                options.add(() -> begin(reader::read, () -> reader.reading = true, () -> reader.reading = false));
            }
        }
        if (!again.isEmpty()) {
            options.add(() -> {
                var delivery = again.remove(random.nextInt(again.size()));
                counts.redeliveries++;
                begin(() -> invoke(delivery.function(), delivery.event()), () -> {}, () -> {});
            });
        }
    }

    private void begin(Runnable body, Runnable before, Runnable after) {
        before.run();
        strands.begin(() -> {
            try {
                body.run();
            } finally {
                after.run();
            }
        });
    }

    private void somethingRare() {
        switch (random.nextInt(5)) {
            case 0 -> tick();
            case 1 -> timePasses(Duration.ofSeconds(random.nextInt(1, 120)));
            case 2 -> timePasses(Duration.ofMinutes(random.nextInt(1, 60)));
            case 3 -> {
                processes.clear();
                counts.restarts++;
            }
            default -> {
                redrive();
                if (random.nextInt(4) == 0) {
                    engines.rollShards();
                    readers.values().forEach(reader -> reader.dirty = true);
                }
            }
        }
    }

    private void timePasses(Duration duration) {
        now.updateAndGet(time -> time.plus(duration));
        idle.clear();
    }

    /** Everything in hand is finished, nothing waits, nothing is due. */
    private void settle() {
        if (broken.contains(Promise.REST)) {
            return;
        }
        var told = 0;
        for (var started = counts.steps; counts.steps < started + MOST_STEPS_TO_REST; step()) {
            if (strands.size() == 0 && phones.isEmpty() && again.isEmpty()
                    && readers.values().stream().noneMatch(reader -> reader.dirty) && idle.containsAll(spokenTo)) {
                if (redrive() == 0 && waiting() == 0) {
                    if (!tellWhatIsDue()) {
                        return;
                    }
                    if (++told > MOST_TOLD) {
                        violation(Promise.TOLD, "what is due was told " + told + " times in a row");
                        return;
                    }
                }
                timePasses(Duration.ofSeconds(RETRY_SECONDS + 1));
            }
        }
        violation(Promise.REST, "it does not in " + MOST_STEPS_TO_REST + " steps");
    }

    private void violation(Promise promise, String what) {
        broken.add(promise);
        violations.add(promise.words + ": " + what);
    }

    /** Whether the clock had something to tell. */
    private boolean tellWhatIsDue() {
        var sent = 0;
        for (var function : Topology.of(FunctionSpec.Clock.class)) {
            var answer = new byte[1][];
            strands.begin(() -> answer[0] = invoke(function, Schedules.event(now.get())));
            while (strands.size() > 0) {
                strands.run(0);
            }
            sent += answer[0] == null ? 1 : JSON.readTree(answer[0]).path("due").intValue();
        }
        return sent > 0;
    }

    // ---- people

    private void post(List<Post> phone) {
        var first = phone.getFirst();
        var batch = phone.stream().limit(random.nextInt(1, 5)).takeWhile(post -> post.isFromWhere(first)).toList();
        batch.forEach(post -> posted.put(post.id(), post.aggregate()));
        counts.posts += batch.size();
        var answer = invoke(Topology.INGEST, request(first, batch));
        if (answer == null) {
            return;
        }
        var results = JSON.readTree(JSON.readTree(answer).path("body").stringValue("{}")).path("results");
        for (int i = 0; i < batch.size(); i++) {
            var result = results.path(i);
            var post = batch.get(i);
            if (result.path("status").stringValue("").equals("accepted")) {
                phone.remove(post);
                taken(post);
            } else if (isAhead(post.id()) && isToldTheTime(result.path("problem"))) {
                // Whoever is told so sets the clock, and posts again.
                times.put(post.id(), now.get());
                counts.corrected++;
            } else if (!result.path("problem").path("code").stringValue("").equals("not-queued")) {
                violation(Promise.OUTCOME,
                        post.type() + " is not taken: " + result + JSON.readTree(answer).path("statusCode"));
                phone.remove(post);
            }
        }
        if (phone.isEmpty()) {
            phones.removeIf(other -> other == phone);
            takeAway(first.subdistrict());
        }
    }

    /** Somebody takes a list away: what was handed over has been stated. */
    private void takeAway(String subdistrict) {
        var asked = JSON.createObjectNode().put("version", "2.0").put("rawPath", "/v1/households");
        asked.putObject("headers");
        asked.putObject("queryStringParameters").put("format", "csv");
        var context = asked.putObject("requestContext").put("requestId", String.valueOf(++counts.asked));
        context.putObject("http").put("method", "GET");
        context.putObject("authorizer").putObject("jwt").putObject("claims").put("sub", "street-1")
                .put("role", "street").put("subdistrict", subdistrict);
        var answer = invoke(new FunctionSpec.Query(Programme.RELIEF),
                asked.toString().getBytes(StandardCharsets.UTF_8));
        if (answer != null && JSON.readTree(answer).path("statusCode").intValue() == 200) {
            takenAway.add(
                    "disclosure/E-" + asked.path("requestContext").path("requestId").stringValue() + "." + subdistrict);
        }
    }

    private boolean isAhead(String id) {
        return times.get(id).isAfter(now.get().plus(Envelope.CLOCK_TOLERANCE));
    }

    private static boolean isToldTheTime(JsonNode problem) {
        return problem.path("code").stringValue("").equals("from-the-future") && problem.has("serverTime");
    }

    private void taken(Post post) {
        accepted.add(post.id());
        if (hasMistakes && random.nextInt(ONE_IN_UNDECIDABLE) == 0) {
            undecidable.add(post.id());
        }
        if (others.remove(post)) {
            acceptedOther.add(post.id());
        } else if (random.nextInt(4) == 0) {
            counts.repeats++;
            if (post.other() != null && random.nextBoolean()) {
                var other = post.saysOther();
                others.add(other);
                phones.add(new ArrayList<>(List.of(other)));
            } else {
                phones.add(new ArrayList<>(List.of(post)));
            }
        }
    }

    private byte[] request(Post first, List<Post> batch) {
        var body = JSON.createArrayNode();
        for (var post : batch) {
            var event = body.addObject().put("specversion", "1.0").put("id", post.id()).put("source", "/phones/1")
                    .put("type", "org.chongshan." + post.type()).put("subdistrict", post.subdistrict())
                    .put("time", stated(post).toString());
            event.set("data", JSON.readTree(post.data()));
        }
        var request = JSON.createObjectNode().put("version", "2.0").put("rawPath", "/v1/events")
                .put("body", body.toString()).put("isBase64Encoded", false);
        request.putObject("headers").put("content-type", "application/json");
        var context = request.putObject("requestContext");
        context.putObject("http").put("method", "POST");
        context.putObject("authorizer").putObject("jwt").putObject("claims").put("sub", first.actor())
                .put("role", first.role()).put("subdistrict", first.subdistrict());
        return request.toString().getBytes(StandardCharsets.UTF_8);
    }

    private Instant stated(Post post) {
        var time = times.computeIfAbsent(post.id(), id -> post.clock().apply(now.get()));
        // Without its bound the door would take what lies ahead: it is let through here, and put back behind the door.
        return without == Without.THE_DOORS_CLOCK && isAhead(post.id()) ? now.get() : time;
    }

    private void somePostUponWhatTheyFind() {
        ProgrammesUnderTest.afterwards(pen, new Books(engines.dynamo(), settings))
                .forEach(post -> phones.add(new ArrayList<>(List.of(post))));
    }

    // ---- what Lambda and its event sources do

    private byte[] invoke(FunctionSpec function, byte[] event) {
        // Two places per function: an instance handles one batch at a time.
        var place = function.name() + "#" + random.nextInt(2);
        var process = processes.computeIfAbsent(place, none -> new Process(function));
        try {
            return process.function.apply(new ByteArrayInputStream(event));
        } catch (Death e) {
            processes.remove(place, process);
            return null;
        } catch (RuntimeException e) {
            if (process.dead) {
                processes.remove(place, process);
            }
            return null;
        }
    }

    private void poll(Queued function) {
        var url = settings.queueUrl(function.queueName());
        List<Message> messages;
        try {
            var most = random.nextInt(1, 11);
            messages = sqs.receiveMessage(receive -> receive.queueUrl(url).maxNumberOfMessages(most).waitTimeSeconds(0)
                    .messageSystemAttributeNames(MessageSystemAttributeName.ALL)).messages();
        } catch (SdkException e) {
            return;
        }
        if (messages.isEmpty()) {
            idle.add(function);
            return;
        }
        counts.deliveries += messages.size();
        var delivery = new Delivery(function, QueuePoller.event(function, messages));
        delivered.add(delivery);
        for (int more = random.nextInt(3); more > 0; more--) {
            again.add(delivery);
        }
        if (random.nextInt(6) == 0) {
            // As if the group's lock had failed: each message by itself, beside the others, and none is acknowledged.
            messages.forEach(
                    message -> again.add(new Delivery(function, QueuePoller.event(function, List.of(message)))));
            return;
        }
        var answer = invoke(function, delivery.event());
        idle.remove(function);
        if (answer == null) {
            return;
        }
        var failed = QueuePoller.failures(answer, messages);
        if (without == Without.ISOLATION) {
            var groups = new HashSet<String>();
            messages.stream().filter(message -> failed.contains(message.messageId())).toList().forEach(message -> {
                if (!groups.add(message.attributes().get(MessageSystemAttributeName.MESSAGE_GROUP_ID))) {
                    failed.remove(message.messageId());
                }
            });
        }
        var done = messages.stream().filter(message -> !failed.contains(message.messageId()))
                .map(message -> DeleteMessageBatchRequestEntry.builder().id(message.messageId())
                        .receiptHandle(message.receiptHandle()).build())
                .toList();
        if (!done.isEmpty()) {
            try {
                sqs.deleteMessageBatch(delete -> delete.queueUrl(url).entries(done));
            } catch (SdkException e) {
                return; // They come again.
            }
        }
    }

    /** Reads one table's stream for its relay, shard by shard, parents first; where it stands may be lost now and then. */
    private final class StreamReader {
        private final FunctionSpec relay;
        private final String arn;
        private final Map<String, String> done = new HashMap<>();
        private final Set<String> ended = new HashSet<>();
        private boolean dirty = true;
        private boolean reading;

        StreamReader(Programme programme) {
            relay = Topology.of(FunctionSpec.Relay.class).stream().filter(function -> function.programme() == programme)
                    .findFirst().orElseThrow();
            arn = engines.dynamo().describeTable(table -> table.tableName(settings.table(programme.tableName())))
                    .table().latestStreamArn();
        }

        void read() {
            dirty = false;
            try {
                var shards = streams.describeStream(stream -> stream.streamArn(arn)).streamDescription().shards();
                var open = new HashSet<String>();
                shards.stream().filter(shard -> !ended.contains(shard.shardId()))
                        .forEach(shard -> open.add(shard.shardId()));
                for (var shard : shards) {
                    if (open.contains(shard.shardId()) && !open.contains(shard.parentShardId())) {
                        read(shard.shardId());
                    }
                }
            } catch (SdkException e) {
                dirty = true;
            }
        }

        private void read(String shard) {
            var after = done.get(shard);
            var iterator = streams.getShardIterator(get -> get.streamArn(arn).shardId(shard)
                    .shardIteratorType(
                            after == null ? ShardIteratorType.TRIM_HORIZON : ShardIteratorType.AFTER_SEQUENCE_NUMBER)
                    .sequenceNumber(after)).shardIterator();
            var most = random.nextInt(1, 101);
            var page = streams.getRecords(get -> get.shardIterator(iterator).limit(most));
            if (page.records().isEmpty()) {
                if (page.nextShardIterator() == null) {
                    ended.add(shard);
                    dirty = true;
                }
                return;
            }
            dirty = true;
            if (random.nextInt(8) == 0) {
                relay(page.records()); // Where it stood is lost: all of it comes again.
                return;
            }
            var failed = relay(page.records());
            for (var record : page.records()) {
                if (failed.contains(record.dynamodb().sequenceNumber())) {
                    return;
                }
                done.put(shard, record.dynamodb().sequenceNumber());
            }
        }

        private Set<String> relay(List<Record> records) {
            var wanted = records.stream().filter(StreamPoller::isEmission).toList();
            if (wanted.isEmpty()) {
                return Set.of();
            }
            counts.deliveries += wanted.size();
            var all = StreamPoller.numbers(wanted);
            var answer = invoke(relay, StreamPoller.event(wanted));
            return answer == null ? all : StreamPoller.failures(answer, all);
        }
    }

    private void tick() {
        for (var function : Topology.of(FunctionSpec.Clock.class)) {
            if (ticking.add(function.name())) {
                begin(() -> invoke(function, Schedules.event(now.get())), () -> {},
                        () -> ticking.remove(function.name()));
            }
        }
    }

    /** Fires twice, and is tried again until it has answered, as the scheduler does. */
    private void schedulesFire() {
        var quarterBegins = Schedules.event(Instant.parse("2023-03-31T16:00:00Z"));
        // Lists say how things stand now alone.
        var thisMorning = Schedules.event(now.get());
        for (int twice = 0; twice < 2; twice++) {
            for (var function : Topology.of(FunctionSpec.ByCron.class)) {
                var time = function instanceof FunctionSpec.Digest || function.programme() == Programme.BUREAU
                        ? thisMorning
                        : quarterBegins;
                strands.begin(() -> {
                    for (int i = 0; i < 1000 && invoke(function, time) == null; i++) {
                        strands.boundary();
                    }
                });
            }
        }
    }

    /** An operator sends the dead letters again; answers how many there were. */
    private int redrive() {
        var sent = 0;
        for (var function : spokenTo) {
            var dead = settings.queueUrl(function.deadLetterName());
            for (var more = true; more;) {
                var letters = engines.sqs().receiveMessage(receive -> receive.queueUrl(dead).maxNumberOfMessages(10)
                        .messageSystemAttributeNames(MessageSystemAttributeName.ALL)).messages();
                more = !letters.isEmpty();
                for (var letter : letters) {
                    engines.sqs().deleteMessage(delete -> delete.queueUrl(dead).receiptHandle(letter.receiptHandle()));
                    var id = JSON.readTree(letter.body()).path("id").stringValue("");
                    if (isCalm && undecidable.contains(id) && isLaidAside(id)) {
                        continue; // Until the mistake is mended.
                    }
                    var number = ++counts.redriven;
                    engines.sqs().sendMessage(send -> send.queueUrl(settings.queueUrl(function.queueName()))
                            .messageBody(letter.body()).messageDeduplicationId("redriven-" + number)
                            .messageGroupId(letter.attributes().get(MessageSystemAttributeName.MESSAGE_GROUP_ID)));
                    idle.remove(function);
                    sent++;
                }
            }
        }
        return sent;
    }

    /** Whether its failure was said, as it has to be in a few tries once nothing else goes wrong. */
    private boolean isLaidAside(String id) {
        if (saidToHaveFailed.contains(id) && (!acceptedOther.contains(id) || foundOut.contains(id))) {
            return true;
        }
        var tries = triesInVain.merge(id, 1, Integer::sum);
        if (tries == MOST_TRIES) {
            violation(Promise.OUTCOME, id + " cannot be decided, and nobody is told");
        }
        return tries >= MOST_TRIES;
    }

    /** Long after every window of deduplication, old batches come again. */
    private void twoWeeksPass() {
        timePasses(Duration.ofDays(14));
        for (int i = 0; i < 20 && !delivered.isEmpty(); i++) {
            again.add(delivered.get(random.nextInt(delivered.size())));
        }
    }

    private long waiting() {
        return spokenTo.stream().flatMap(function -> List.of(function.queueName(), function.deadLetterName()).stream())
                .mapToLong(queue -> engines.sqs()
                        .getQueueAttributes(get -> get.queueUrl(settings.queueUrl(queue)).attributeNames(
                                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
                        .attributes().values().stream().mapToLong(Long::parseLong).sum())
                .sum();
    }

    // ---- the boundary

    /** A function's instance. */
    private final class Process implements Boundary {
        private final FunctionSpec spec;
        private final Function<InputStream, byte[]> function;
        private boolean dead;

        Process(FunctionSpec spec) {
            this.spec = spec;
            function = hasMistakes || without.isAboutLies() ? weakened(without.of(spec)) : builder().build(spec);
        }

        private Function<InputStream, byte[]> weakened(FunctionSpec weak) {
            return weak instanceof FunctionSpec.Collection<?, ?> collection
                    ? ReactorWith.decider(collection, decider -> new Weakened(decider, without, undecidable::contains),
                            settings, Boundary.around(DynamoDbClient.class, engines.dynamo(), this), now::get,
                            InTurn::new)
                    : builder().build(weak);
        }

        private FunctionBuilder builder() {
            return new FunctionBuilder(without.functions(), ContextMap.LINES, settings,
                    () -> Boundary.around(DynamoDbClient.class, engines.dynamo(), this),
                    () -> Boundary.around(SqsClient.class, engines.sqs(), this), () -> KEYS,
                    () -> Simulation.this::goesOut, now::get, InTurn::new);
        }

        @Override
        public Object call(SdkRequest request, Callable<Object> engine) {
            return Simulation.this.call(this, request, engine);
        }
    }

    private Object call(Process process, SdkRequest request, Callable<Object> engine) {
        strands.boundary();
        counts.history = counts.history * 31
                + (counts.steps + (process == null ? "" : process.spec.name()) + request.getClass().getSimpleName())
                        .hashCode();
        if (process != null && process.dead) {
            throw new Death();
        }
        var fault = faults.next(request, process != null);
        if (fault == null) {
            return done(process, request, engine);
        }
        switch (fault) {
            case THROTTLED -> throw faults.throttled(request);
            case TIMED_OUT -> throw Faults.timeout();
            case CONFLICT -> throw faults.conflict(request);
            case ANSWER_LOST -> {
                done(process, request, engine);
                throw Faults.timeout();
            }
            case PARTLY_DONE -> {
                return partly(request);
            }
            case DIED_BEFORE -> Objects.requireNonNull(process).dead = true;
            case DIED_AFTER -> {
                done(process, request, engine);
                Objects.requireNonNull(process).dead = true;
            }
        }
        throw new Death();
    }

    private Object done(Process process, SdkRequest request, Callable<Object> engine) {
        try {
            return switching(process, request, engine);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            noticed(request);
        }
    }

    private Object switching(Process process, SdkRequest request, Callable<Object> engine) throws Exception {
        if (request instanceof PutItemRequest put && isSaid(put, "conflict")) {
            foundOut.add(put.item().get("sk").s().split("/")[1]);
        }
        if (request instanceof PutItemRequest put && isSaid(put, "failed")) {
            saidToHaveFailed.add(put.item().get("sk").s().substring("journal/".length()));
            if (without == Without.TELLING_OF_FAILURE) {
                return PutItemResponse.builder().build();
            }
        }
        if (request instanceof SendMessageBatchRequest send && process != null) {
            return sent(send.toBuilder().entries(send.entries().stream()
                    .map(entry -> entry.toBuilder().messageBody(sent(process, entry.messageBody())).build()).toList())
                    .build());
        }
        var changed = Conditions.without(without, request);
        return changed == request ? engine.call() : Conditions.make(changed, engines.dynamo());
    }

    private static boolean isSaid(PutItemRequest put, String outcome) {
        return put.item().containsKey("outcome") && put.item().get("outcome").s().equals(outcome);
    }

    /**
     * What SQS takes, once within its window of deduplication. ElasticMQ forgets what it has seen by the machine's clock, at moments
     * of its own, and the same seed would not make the same history: so it is told of nothing twice, and all is new to it.
     */
    private SendMessageBatchResponse sent(SendMessageBatchRequest send) {
        var fresh = send.entries().stream().filter(entry -> {
            var before = deduplicated.get(send.queueUrl() + " " + entry.messageDeduplicationId());
            return before == null || before.plus(DEDUPLICATION).isBefore(now.get());
        }).map(entry -> {
            deduplicated.put(send.queueUrl() + " " + entry.messageDeduplicationId(), now.get());
            return entry.toBuilder().messageDeduplicationId("sent-" + ++counts.sent).build();
        }).toList();
        return fresh.isEmpty()
                ? SendMessageBatchResponse.builder().failed(List.of()).build()
                : engines.sqs().sendMessageBatch(send.toBuilder().entries(fresh).build());
    }

    /** What goes out of a function, without what is taken away. */
    private String sent(Process process, String body) {
        if (without == Without.THE_DOORS_CLOCK && process.spec instanceof FunctionSpec.Ingest) {
            var event = (ObjectNode) JSON.readTree(body);
            return event.put("time", times.get(event.path("id").stringValue("")).toString()).toString();
        }
        if (without == Without.SETTING && process.spec instanceof FunctionSpec.Clock) {
            var event = (ObjectNode) JSON.readTree(body);
            return event.put("id", event.path("id").stringValue("").replaceFirst("\\.[0-9]+$", ".0")).toString();
        }
        return body;
    }

    private void noticed(SdkRequest request) {
        if (request instanceof SendMessageBatchRequest send) {
            var queue = send.queueUrl().substring(settings.queueUrl("").length());
            var function = QUEUES.get(queue);
            spokenTo.add(function);
            idle.remove(function);
        } else if (request.getClass().getName().contains(".dynamodb.") && Faults.isWrite(request)) {
            readers.get(table(request)).dirty = true;
        }
    }

    /** The table it writes to: no function writes to two. */
    private static String table(SdkRequest write) {
        return write instanceof TransactWriteItemsRequest transaction
                ? transaction.transactItems().getFirst().put().tableName()
                : write.getValueForField("TableName", String.class).orElseThrow();
    }

    private Object partly(SdkRequest request) {
        if (request instanceof SendMessageBatchRequest send) {
            var kept = random.nextInt(send.entries().size());
            var rest = send.entries().subList(kept, send.entries().size());
            noticed(request);
            var answer = kept == 0
                    ? SendMessageBatchResponse.builder()
                    : sent(send.toBuilder().entries(send.entries().subList(0, kept)).build()).toBuilder();
            return answer.failed(rest.stream().map(entry -> error(entry.id())).toList()).build();
        }
        var delete = (DeleteMessageBatchRequest) request;
        var kept = random.nextInt(delete.entries().size());
        if (kept > 0) {
            engines.sqs().deleteMessageBatch(delete.toBuilder().entries(delete.entries().subList(0, kept)).build());
        }
        return software.amazon.awssdk.services.sqs.model.DeleteMessageBatchResponse.builder()
                .failed(delete.entries().stream().skip(kept).map(entry -> error(entry.id())).toList()).build();
    }

    private static BatchResultErrorEntry error(String id) {
        return BatchResultErrorEntry.builder().id(id).code("InternalError").senderFault(false).build();
    }

    /** One after the other on the caller's strand: the order within a batch is then the seed's too. */
    private static final class InTurn extends AbstractExecutorService {
        private boolean shut;

        @Override
        public void execute(Runnable command) {
            command.run();
        }

        @Override
        public void shutdown() {
            shut = true;
        }

        @Override
        public List<Runnable> shutdownNow() {
            shut = true;
            return List.of();
        }

        @Override
        public boolean isShutdown() {
            return shut;
        }

        @Override
        public boolean isTerminated() {
            return shut;
        }

        @Override
        public boolean awaitTermination(long timeout, TimeUnit unit) {
            return true;
        }
    }

    /** The bus is another's: it may fail before it takes an event, and after. */
    private void goesOut(String type, String cloudEvent) {
        strands.boundary();
        if (!isCalm && random.nextInt(10) == 0) {
            throw Faults.timeout();
        }
        wentOut.add(cloudEvent);
        if (!isCalm && random.nextInt(10) == 0) {
            throw Faults.timeout();
        }
    }

    // ---- the end

    private void audit() {
        var books = new Books(engines.dynamo(), settings);
        var audit = new Audit(books);
        audit.theBooks(posted, accepted::contains, acceptedOther);
        audit.noDeadlineIsForgotten(now.get());
        books.promise(Promise.OUTCOME);
        takenAway.forEach(disclosure -> books.expect(books.applied(disclosure).count() == 1,
                "what %s would tell of left unstated", disclosure));
        audit.whatIsPublicWentOut(wentOut);
        books.promise(Promise.REST);
        books.expect(waiting() == 0, "%d messages are left in queues", waiting());
        violations.addAll(books.violations());
        broken.addAll(books.broken());
        counts.applied = books.count("applied");
        counts.refused = books.count("refused");
        counts.early = books.count("early");
        counts.failed = books.count("failed");
        counts.conflicts = books.conflicting();
        applying.addAll(books.functionsThatApplied());
    }

    private void remove() {
        Arrays.stream(Programme.values()).forEach(programme -> engines.dynamo()
                .deleteTable(delete -> delete.tableName(settings.table(programme.tableName()))));
        Topology.queued().forEach(function -> List.of(function.queueName(), function.deadLetterName())
                .forEach(queue -> engines.sqs().deleteQueue(delete -> delete.queueUrl(settings.queueUrl(queue)))));
    }
}
