package org.chongshan.local.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;

import org.chongshan.bureau.Topology;
import org.chongshan.core.FunctionSpec;
import org.chongshan.core.FunctionSpec.Queued;
import org.chongshan.core.Outcome;
import org.chongshan.events.Programme;
import org.chongshan.local.Bureau;
import org.chongshan.local.Engines;
import org.chongshan.local.Invoker;
import org.chongshan.local.LocalSealingKeys;
import org.chongshan.local.Provision;
import org.chongshan.shell.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the urgent-relief chain costs: requests counted at the SDK, units by AWS's rules, list prices from {@code cost/}.
 * Beside it the same functions with an idempotency record to each message, in a table of its own, written before and after,
 * and one transaction for each event. Prints Markdown.
 */
@EnabledIfSystemProperty(named = "cost.households", matches = "\\d+")
class CostBenchmark {
    private static final int HOUSEHOLDS = Integer.getInteger("cost.households", 0);
    private static final JsonMapper JSON = new JsonMapper();
    private static final Instant NOON = Instant.parse("2023-03-02T04:00:00Z");
    private static final String IDEMPOTENCY = "chongshan-idempotency";
    private static final double MONTH_MINUTES = 730 * 60;
    private static final String REGISTERED = """
            {"household": "H-%1$d", "members": [
              {"member": "M-%1$d", "name": "葛美云", "identityNumber": "320602196001010006", "relation": "HEAD"}]}""";
    /** A cold start of the household function, milliseconds: docs/operating.md. The property {@code cost.init.ms} says another. */
    private static final int INIT_MS = 1235;
    /** Applied and refused; early, failed and in conflict is what should not be. */
    private static final int USUAL_OUTCOMES = 2;
    private static final String FUNCTIONS_PAGE = functionsPage();
    private static final Properties PRICES = prices(System.getProperty("cost.prices", "us-east-1"));

    /** Whether every event pays for a record that it was seen, and for a transaction of its own. */
    private enum Way {
        JOURNAL,
        IDEMPOTENCY_RECORDS
    }

    /** What went through, and what it took. */
    private record Bill(Meter.Tally tally, long posts, long calls, double gbSeconds) {
        double dynamo() {
            return tally.writeUnits * million("dynamodb.write") + tally.readUnits * million("dynamodb.read");
        }

        double sqs() {
            return tally.sqsRequests * million("sqs.fifo");
        }

        double lambda() {
            return calls * million("lambda.requests") + gbSeconds * price("lambda.gb.second");
        }

        double all() {
            return dynamo() + sqs() + lambda() + posts * million("api");
        }
    }

    private Way way = Way.JOURNAL;
    private Engines engines;
    private Settings settings;
    private Invoker invoker;
    private Meter.Tally tally;
    private long posts;
    private long calls;
    private double gbSeconds;

    @Test
    void costs() throws Exception {
        var bills = new LinkedHashMap<String, Map<Way, Bill>>();
        for (var way : Way.values()) {
            // The first time warms the virtual machine.
            run(way, () -> chain(1, 1));
            bill(bills, "the chain, one by one", way, () -> chain(HOUSEHOLDS, 1));
            bill(bills, "the chain, posts of a hundred", way, () -> chain(HOUSEHOLDS, 100));
            bill(bills, "backlog, five to a household", way, () -> backlog(HOUSEHOLDS));
        }
        System.out.printf("%n%d households; %s, list prices of %s; %d processors, Java %s%n%n", HOUSEHOLDS,
                PRICES.getProperty("region"), PRICES.getProperty("noted"), Runtime.getRuntime().availableProcessors(),
                Runtime.version());
        print(bills);
        idle();
        onTop();
    }

    private void bill(Map<String, Map<Way, Bill>> bills, String name, Way way, Runnable flow) throws Exception {
        bills.computeIfAbsent(name, none -> new LinkedHashMap<>()).put(way, run(way, flow));
    }

    private Bill run(Way way, Runnable flow) throws Exception {
        try (var started = Engines.embedded(null)) {
            start(started, way);
            tally = Meter.open();
            flow.run();
            Meter.close();
            invoker.close();
            return new Bill(tally, posts, calls, gbSeconds);
        } finally {
            Meter.close();
        }
    }

    private void start(Engines started, Way chosen) {
        engines = started;
        way = chosen;
        settings = new Settings("chongshan-", engines.queueBase());
        new Provision(engines.dynamo(), engines.sqs(), settings).run(30);
        engines.dynamo()
                .createTable(create -> create.tableName(IDEMPOTENCY).billingMode(BillingMode.PAY_PER_REQUEST)
                        .attributeDefinitions(id -> id.attributeName("pk").attributeType(ScalarAttributeType.S))
                        .keySchema(id -> id.attributeName("pk").keyType(KeyType.HASH)));
        invoker = new Invoker(engines.dynamo(), engines.sqs(), LocalSealingKeys.inMemory(), (_, _) -> {}, settings,
                () -> NOON);
        posts = 0;
        calls = 0;
        gbSeconds = 0;
    }

    /** What went before does not count. */
    private void nothingYet() {
        tally.reset();
        posts = 0;
        calls = 0;
        gbSeconds = 0;
    }

    /** Story 1 for each household: found, asked for, held, ordered, paid, filed. */
    private void chain(int households, int atOnce) {
        post("district", List.of(event("relief.FundOpened",
                "{\"fund\": \"%s\", \"amountFen\": 5000000000, \"floorFen\": 500000}".formatted(Bureau.STREET))));
        step(households, atOnce, "street", "relief.HouseholdRegistered", REGISTERED);
        step(households, atOnce, "grid", "relief.GridVisitRecorded",
                """
                        {"household": "H-%d", "hardship": "BEREAVEMENT", "observation": "Mother and daughter are left alone."}""");
        step(households, atOnce, "street", "relief.LeadTriaged", """
                {"lead": "H-%d.bereavement.20230302", "outcome": "URGENT_RELIEF", "amountFen": 300000, "persons": 2,
                 "grounds": "Nobody earns any more."}""");
        step(households, atOnce, "cashier", "treasury.PaymentReceiptRecorded", """
                {"claim": "H-%d.bereavement.2023", "result": "PAID", "reference": "V-2041"}""");
        step(households, atOnce, "street", "relief.RetroactiveFilingSubmitted", """
                {"reliefCase": "H-%d.bereavement.20230302", "documents": ["form-7"]}""");
    }

    private void step(int households, int atOnce, String role, String type, String data) {
        var events = new ArrayList<String>();
        for (int household = 0; household < households; household++) {
            events.add(event(type, data.formatted(household)));
            if (events.size() == atOnce || household == households - 1) {
                post(role, events);
                events.clear();
            }
        }
    }

    /** A phone that was away: five visits to each household, posted together. */
    private void backlog(int households) {
        step(households, 100, "street", "relief.HouseholdRegistered", REGISTERED);
        nothingYet();
        for (int household = 0; household < households; household++) {
            var events = new ArrayList<String>();
            for (int visit = 0; visit < 5; visit++) {
                events.add(event("relief.GridVisitRecorded", """
                        {"household": "H-%d", "hardship": "NONE", "observation": "Visit %d: all is well."}"""
                        .formatted(household, visit)));
            }
            post("grid", events);
        }
    }

    private static String event(String type, String data) {
        return """
                {"specversion": "1.0", "id": "%s", "source": "/phones/17", "type": "org.chongshan.%s",
                 "time": "%s", "subdistrict": "%s", "data": %s}""".formatted(Bureau.newId(), type, NOON, Bureau.STREET,
                data);
    }

    /** Posts through ingest, and lets everything happen that follows. */
    private void post(String role, List<String> events) {
        var request = JSON.createObjectNode().put("version", "2.0").put("isBase64Encoded", true).put("body", Base64
                .getEncoder().encodeToString(("[" + String.join(",", events) + "]").getBytes(StandardCharsets.UTF_8)));
        request.putObject("headers").put("content-type", "application/cloudevents-batch+json");
        request.putObject("requestContext").putObject("authorizer").putObject("jwt").putObject("claims")
                .put("sub", "someone-17").put("role", role).put("subdistrict", Bureau.STREET);
        var answer = new String(call(Topology.INGEST, request.toString()), StandardCharsets.UTF_8);
        if (!answer.contains("\"statusCode\":202") || answer.contains("rejected")) {
            throw new IllegalStateException(answer);
        }
        posts++;
        while (queues() | stream()) {
            continue;
        }
    }

    private boolean queues() {
        var some = false;
        for (var function : Topology.queued()) {
            for (var messages = receive(function); !messages.isEmpty(); messages = receive(function)) {
                take(function, messages);
                some = true;
            }
        }
        return some;
    }

    private List<Message> receive(Queued function) {
        return engines.sqs().receiveMessage(receive -> receive.queueUrl(settings.queueUrl(function.queueName()))
                .maxNumberOfMessages(10).waitTimeSeconds(0).messageSystemAttributeNames(MessageSystemAttributeName.ALL))
                .messages();
    }

    private void take(Queued function, List<Message> messages) {
        if (way == Way.JOURNAL) {
            batch(function, messages);
        } else {
            for (var message : messages) {
                remember(message);
                batch(function, List.of(message));
                done(message);
            }
            // It is one call of Lambda all the same.
            calls -= messages.size() - 1;
        }
        engines.sqs()
                .deleteMessageBatch(delete -> delete.queueUrl(settings.queueUrl(function.queueName()))
                        .entries(messages
                                .stream().map(message -> DeleteMessageBatchRequestEntry.builder()
                                        .id(message.messageId()).receiptHandle(message.receiptHandle()).build())
                                .toList()));
    }

    private void batch(FunctionSpec function, List<Message> messages) {
        var event = JSON.createObjectNode();
        var records = event.putArray("Records");
        for (var message : messages) {
            var record = records.addObject().put("messageId", message.messageId()).put("body", message.body());
            var attributes = record.putObject("attributes");
            message.attributesAsStrings().forEach(attributes::put);
        }
        var answer = new String(call(function, event.toString()), StandardCharsets.UTF_8);
        if (!answer.equals("{\"batchItemFailures\":[]}")) {
            throw new IllegalStateException(function.name() + ": " + answer);
        }
    }

    /** As an idempotency library does before: in progress, if nobody was first. */
    private void remember(Message message) {
        engines.dynamo()
                .putItem(put -> put.tableName(IDEMPOTENCY).conditionExpression("attribute_not_exists(pk)")
                        .item(Map.of("pk", AttributeValue.fromS(message.messageId()), "status",
                                AttributeValue.fromS("INPROGRESS"), "expiration", AttributeValue.fromN("1677729600"))));
    }

    /** And after: completed. */
    private void done(Message message) {
        engines.dynamo().updateItem(update -> update.tableName(IDEMPOTENCY)
                .key(Map.of("pk", AttributeValue.fromS(message.messageId()))).updateExpression("SET #s = :s, #d = :d")
                .expressionAttributeNames(Map.of("#s", "status", "#d", "data")).expressionAttributeValues(
                        Map.of(":s", AttributeValue.fromS("COMPLETED"), ":d", AttributeValue.fromS("null"))));
    }

    /** What the stream would bring: new entries that emit, up to a hundred at once. */
    private boolean stream() {
        var some = !tally.emissions.isEmpty();
        while (!tally.emissions.isEmpty()) {
            var next = tally.emissions.subList(0, Math.min(100, tally.emissions.size()));
            var event = JSON.createObjectNode();
            var records = event.putArray("Records");
            for (var item : next) {
                var change = records.addObject().put("eventName", "INSERT").putObject("dynamodb").put("SequenceNumber",
                        Integer.toString(records.size()));
                var image = change.putObject("NewImage");
                item.forEach((name, value) -> image.putObject(name).put(value.n() == null ? "S" : "N",
                        value.n() == null ? value.s() : value.n()));
            }
            next.clear();
            call(Topology.of(FunctionSpec.Relay.class).getFirst(), event.toString());
        }
        return some;
    }

    private byte[] call(FunctionSpec function, String event) {
        var begun = System.nanoTime();
        var answer = invoker.invoke(function.name(), event.getBytes(StandardCharsets.UTF_8));
        gbSeconds += (System.nanoTime() - begun) / 1e9 * function.memoryMb() / 1024;
        calls++;
        return answer;
    }

    private static void print(Map<String, Map<Way, Bill>> bills) {
        System.out.println("| flow | kept by | events decided | requests for each | read units | write units | SQS"
                + " | Lambda calls | GB-s | $ a million: DynamoDB | SQS | Lambda | all with HTTP | ratio, DynamoDB | ratio, all |");
        System.out.println("|" + " --- |".repeat(15));
        bills.forEach((flow, ways) -> ways.forEach((way, bill) -> {
            var events = (double) bill.tally().entries;
            var other = Objects.requireNonNull(ways.get(Way.IDEMPOTENCY_RECORDS));
            System.out.printf(
                    "| %s | %s | %.0f | %s | %.2f | %.2f | %.2f | %.2f | %.4f | %.2f | %.2f | %.2f | %.2f | %.2f | %.2f |%n",
                    flow, way.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '), events,
                    each(bill.tally().requests, events), bill.tally().readUnits / events,
                    bill.tally().writeUnits / events, bill.tally().sqsRequests / events, bill.calls() / events,
                    bill.gbSeconds() / events, bill.dynamo() / events * 1e6, bill.sqs() / events * 1e6,
                    bill.lambda() / events * 1e6, bill.all() / events * 1e6,
                    bill.dynamo() / events / (other.dynamo() / other.tally().entries),
                    bill.all() / events / (other.all() / other.tally().entries));
        }));
        System.out.println(
                "\nGB-seconds are of this machine's time; index upkeep counts once; stream reads by Lambda are free.");
    }

    private static String each(Map<String, Long> requests, double events) {
        var each = new TreeMap<String, String>();
        requests.forEach((name, count) -> each.put(name, "%.2f".formatted(count / events)));
        return each.toString().replaceAll("[{}]", "").replace('=', ' ');
    }

    /** What it costs when nothing happens. */
    private void idle() throws Exception {
        var clocks = Topology.of(FunctionSpec.Clock.class);
        var minutes = 50;
        var tick = run(Way.JOURNAL, () -> {
            // The first look goes back a week; those after it do not.
            clocks.forEach(clock -> call(clock, FunctionSpec.Schedule.input(NOON.toString())));
            nothingYet();
            for (int minute = 0; minute < minutes; minute++) {
                clocks.forEach(clock -> call(clock, FunctionSpec.Schedule.input(NOON.toString())));
            }
        });
        var month = new LinkedHashMap<String, Double>();
        var ticks = MONTH_MINUTES / minutes;
        month.put("clocks: " + clocks.size() + " calls a minute, Lambda", tick.lambda() * ticks);
        month.put("clocks: DynamoDB, " + each(tick.tally().requests, minutes) + " a minute", tick.dynamo() * ticks);
        month.put("clocks: the scheduler", clocks.size() * MONTH_MINUTES * million("scheduler"));
        var queues = Topology.queued().size();
        month.put(queues + " empty queues, each asked by five pollers that wait 20 s",
                queues * 5 * 3 * MONTH_MINUTES * million("sqs.fifo"));
        month.put("KMS keys: one a programme, one for alarms, one that seals",
                (Programme.values().length + 2) * price("kms.key"));
        month.put("KMS: a clock asks every five minutes", clocks.size() * MONTH_MINUTES / 5 * million("kms.requests"));
        month.put(alarms() + " alarms", alarms() * price("cloudwatch.alarm"));
        month.put("one dashboard", price("cloudwatch.dashboard"));
        System.out.println("\n| idle, a month | $ |\n| --- | --- |");
        month.forEach((what, cost) -> System.out.printf("| %s | %.2f |%n", what, cost));
        System.out.printf("| **all** | **%.2f** |%n", month.values().stream().mapToDouble(Double::doubleValue).sum());
        System.out.printf(
                "%nBesides, a GB and month: table and index %.2f, point-in-time recovery %.2f, logs %.2f"
                        + " (%.2f to take in).%n",
                price("dynamodb.storage.gb"), price("dynamodb.pitr.gb"), price("cloudwatch.logs.storage.gb"),
                price("cloudwatch.logs.ingest.gb"));
    }

    /** What comes on top of an idle month as soon as work is done, years pass, functions start. */
    private static void onTop() {
        var metric = price("cloudwatch.metric");
        var emitted = Topology.collections().stream().mapToInt(collection -> emitted(collection.name())).sum();
        // Log.decided: every outcome, how long it took, and every event the function emits, by function.
        var most = Topology.collections().size() * (Outcome.values().length + 1) + emitted;
        var usual = Topology.collections().size() * (USUAL_OUTCOMES + 1) + emitted;
        var rotating = Programme.values().length + 1;
        var seconds = Integer.getInteger("cost.init.ms", INIT_MS) / 1e3;
        var fleet = Topology.FUNCTIONS.stream().mapToDouble(function -> init(function, seconds)).sum();
        System.out.println("\n| on top, a month | $ |\n| --- | --- |");
        System.out.printf("| custom metrics, one applied and one refused event of each kind: %d | %.2f |%n", usual,
                usual * metric);
        System.out.printf("| custom metrics, all there can be: %d | %.2f |%n", most, most * metric);
        System.out.printf("| key rotation, in the second year: %d keys | %.2f |%n", rotating,
                rotating * price("kms.rotation"));
        System.out.printf("| key rotation, from the third year on | %.2f |%n", 2 * rotating * price("kms.rotation"));
        System.out.printf(
                "| initialisation, a thousand starts of %.2f s at %d MB | %.4f |%n| initialisation, each of %d functions once | %.6f |%n",
                seconds, FunctionSpec.MODEST_MB,
                1000 * seconds * FunctionSpec.MODEST_MB / 1024 * price("lambda.gb.second"), Topology.FUNCTIONS.size(),
                fleet);
    }

    private static double init(FunctionSpec function, double seconds) {
        return seconds * function.memoryMb() / 1024 * price("lambda.gb.second");
    }

    /** How many kinds of event a function emits, as the generated page says, which a test keeps true to the deciders. */
    private static int emitted(String function) {
        var section = Pattern.compile("^### " + function + "\n(.*?)(?=^###? |\\z)", Pattern.MULTILINE | Pattern.DOTALL)
                .matcher(FUNCTIONS_PAGE);
        if (!section.find()) {
            throw new IllegalStateException("docs/functions.md has no function " + function);
        }
        var row = Pattern.compile("^\\| emits \\|(.*)\\|$", Pattern.MULTILINE).matcher(section.group(1));
        return row.find() ? row.group(1).split(",").length : 0;
    }

    private static String functionsPage() {
        try {
            return Files.readString(Path.of("../docs/functions.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As the stacks set them: two a function, two a queue and a stream, one a last resort, one for schedules, one for the API. */
    private static int alarms() {
        return 2 * (Topology.FUNCTIONS.size() + Topology.queued().size() + Topology.of(FunctionSpec.Relay.class).size())
                + Topology.of(FunctionSpec.ByCron.class).size() + 2
                + Topology.FUNCTIONS.stream().mapToInt(function -> function.alarming().size()).sum();
    }

    private static double million(String name) {
        return price(name + ".million") / 1e6;
    }

    private static double price(String name) {
        return Double.parseDouble(Objects.requireNonNull(PRICES.getProperty(name), name));
    }

    private static Properties prices(String region) {
        try (var in = Objects
                .requireNonNull(CostBenchmark.class.getResourceAsStream("/cost/" + region + ".properties"))) {
            var prices = new Properties();
            prices.load(in);
            return prices;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
