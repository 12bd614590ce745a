package org.chongshan.local.deployed;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import org.chongshan.bureau.Topology;
import org.chongshan.core.FunctionSpec;
import org.chongshan.core.FunctionSpec.Queued;
import org.chongshan.events.DeadlineReached;
import org.chongshan.events.Envelope;
import org.chongshan.events.Envelope.Reach;
import org.chongshan.events.Event;
import org.chongshan.events.Programme;
import org.chongshan.events.Role;
import org.chongshan.events.Trace;
import org.chongshan.events.bureau.BureauNotice.FigureClosed;
import org.chongshan.events.json.EventJson;
import org.chongshan.events.relief.ReliefNotice.SubsidyQuarterAnnounced;
import org.chongshan.events.relief.ReserveFundEvent.FundHoldRequested;
import org.chongshan.local.Engines;
import org.chongshan.local.Schedules;
import org.chongshan.local.deployed.LambdaRuntime.Outcome;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The zip as Lambda runs it: every function of the topology, from what is deployed, under the real runtime client. */
class ArtifactTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Instant NOON = Instant.parse("2023-03-02T04:00:00Z");
    private static final String CANARY = "canary7141";

    @TempDir
    private static Path folder;
    private static UnpackedZip zip;

    @BeforeAll
    static void unpacked_beside_the_engines() throws Exception {
        zip = UnpackedZip.in(folder);
    }

    @AfterAll
    static void close() {
        if (zip != null) {
            zip.close();
        }
    }

    static Stream<FunctionSpec> functions() {
        return Topology.FUNCTIONS.stream();
    }

    /** Every one is started from its snapshot; without one, of each kind the first of a programme. */
    static Stream<FunctionSpec> ofEachKind() {
        var kinds = new LinkedHashMap<Object, FunctionSpec>();
        Topology.FUNCTIONS.forEach(function -> kinds.putIfAbsent(function instanceof FunctionSpec.OfProgramme of
                ? List.of(of.programme(), function.getClass())
                : function.getClass(), function));
        return kinds.values().stream();
    }

    /** Of 250 MB unpacked; Lambda Developer Guide, "Quotas". */
    @Test
    void is_less_than_half_of_what_lambda_takes() throws Exception {
        try (var zip = new ZipFile(LambdaRuntime.zip().getFirst().toFile())) {
            assertThat(zip.stream().mapToLong(ZipEntry::getSize).sum()).isPositive().isLessThan(125_000_000);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ofEachKind")
    void answers_a_good_and_a_bad_invocation_and_prints_no_payload(FunctionSpec function) throws Exception {
        try (var runtime = zip.start(function.name())) {
            answers(runtime, function, "X-1");
            assertThat(runtime.keysDerived()).as("who sealed something asked for the key once, nobody else did")
                    .isEqualTo(function instanceof FunctionSpec.Ingest ? 1 : 0);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("functions")
    void primes_itself_for_the_snapshot_without_any_effect_and_answers_after_the_restore(FunctionSpec function)
            throws Exception {
        var before = everything();
        try (var runtime = zip.start(zip.launch().forSnapshot(), function.name())) {
            runtime.awaitSnapshot();
            assertThat(everything()).as("what is stored and queued").isEqualTo(before);
            assertThat(runtime.printed()).as("every step of the priming went through").doesNotContain("failed at")
                    .as("nothing has been decided").doesNotContain("_aws");
            runtime.restore();
            answers(runtime, function, "X-2");
        }
    }

    private static Map<String, Object> everything() {
        var everything = new TreeMap<String, Object>();
        for (var programme : Programme.values()) {
            var table = "chongshan-" + programme.tableName();
            everything.put(table, zip.engines().dynamo().scanPaginator(scan -> scan.tableName(table)).items().stream()
                    .map(Map::toString).sorted().toList());
        }
        for (var function : Topology.queued()) {
            everything
                    .put(function.queueName(),
                            zip.engines().sqs()
                                    .getQueueAttributes(get -> get
                                            .queueUrl(zip.engines().queueBase() + "chongshan-" + function.queueName())
                                            .attributeNames(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES))
                                    .attributesAsStrings());
        }
        return everything;
    }

    private static void answers(LambdaRuntime runtime, FunctionSpec function, String id) throws Exception {
        switch (function) {
            case FunctionSpec.Collection<?, ?> collection ->
                queue(runtime, collection, id, new DeadlineReached(collection.key(id).toString(), NOON));
            case FunctionSpec.Sweep sweep ->
                queue(runtime, sweep, id, new SubsidyQuarterAnnounced("2023-Q2.320613001." + id, "320613001"));
            case FunctionSpec.Outbound outbound ->
                assertThat(runtime.invoke(sqs(outbound.key("FigureClosed").toString(),
                        EventJson.write(envelope("figure/F-1", new FigureClosed("videos_published", 2023, 1))))))
                        .as("nobody takes it: it comes again")
                        .isEqualTo(new Outcome("response", "{\"batchItemFailures\":[{\"itemIdentifier\":\"m-1\"}]}"));
            case FunctionSpec.Relay _ -> stream(runtime);
            case FunctionSpec.Clock _ -> assertThat(runtime.invoke(scheduled("2023-03-02T04:00:00Z")))
                    .isEqualTo(new Outcome("response", "{\"due\":0}"));
            case FunctionSpec.Digest _ -> assertThat(runtime.invoke(scheduled("2023-03-31T23:00:00Z")))
                    .as("of a day that is over").isEqualTo(new Outcome("response", "{\"told\":0}"));
            case FunctionSpec.Schedule schedule -> {
                assertThat(runtime.invoke(scheduled("2023-03-31T16:00:00Z"))).as("of a day that is over")
                        .isEqualTo(new Outcome("response",
                                schedule.opening().isOfItsDayAlone() ? "{\"opened\":0}" : "{\"opened\":16}"));
                assertThat(runtime.invoke("{\"time\": \"" + CANARY + "\"}").kind()).isEqualTo("error");
            }
            case FunctionSpec.Ingest _ -> {
                assertThat(status(runtime.invoke(request("POST", "/v1/events", event())))).isEqualTo(202);
                assertThat(status(runtime.invoke(request("POST", "/v1/events", "{" + CANARY)))).isEqualTo(400);
            }
            case FunctionSpec.RegistrySearch<?, ?> _ -> {
                var path = FunctionSpec.RegistrySearch.PATH;
                assertThat(status(runtime.invoke(request("POST", path, "{}")))).isEqualTo(403);
                assertThat(status(runtime.invoke(request("POST", path, "{" + CANARY)))).isEqualTo(403);
            }
            case FunctionSpec.Query query -> {
                var path = "/v1/" + Topology.collections().stream()
                        .filter(other -> other.programme() == query.programme()
                                && other.readers().contains(Role.DISTRICT))
                        .map(other -> other.path()).findFirst().orElseThrow();
                assertThat(status(runtime.invoke(request("GET", path, "")))).isEqualTo(200);
                assertThat(status(runtime.invoke(request("GET", path + "/" + CANARY, "")))).isEqualTo(404);
            }
        }
        if (!(function instanceof FunctionSpec.Clock)) { // That one reads nothing of its event.
            assertThat(runtime.invoke("{\"Records\": " + CANARY).kind()).isEqualTo("error");
        }
        assertThat(runtime.printed()).doesNotContain(CANARY);
    }

    @Test
    void what_ingest_seals_a_decider_keeps_sealed_and_the_query_opens() throws Exception {
        var name = "葛美云 " + CANARY;
        var posted = event().replace("GridVisitRecorded", "HouseholdRegistered").replaceAll("\"data\": .*}", """
                "data": {"household": "H-9", "members": [{"member": "M-1", "name": "%s", "identityNumber": "1",
                 "relation": "HEAD"}]}}""".formatted(name));
        try (var ingest = zip.start("ingest")) {
            assertThat(status(ingest.invoke(request("POST", "/v1/events", posted)))).isEqualTo(202);
        }
        var queue = zip.engines().queueBase() + "chongshan-" + ((Queued) Topology.named("household")).queueName();
        var key = "household/H-9";
        var message = await().until(
                () -> zip.engines().sqs()
                        .receiveMessage(receive -> receive.queueUrl(queue).maxNumberOfMessages(10)
                                .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
                        .messages().stream().filter(one -> one.attributesAsStrings().get("MessageGroupId").equals(key))
                        .findFirst(),
                Optional::isPresent).orElseThrow();
        assertThat(message.body()).contains("sealed.1.").doesNotContain(CANARY);
        try (var household = zip.start("household")) {
            assertThat(household.invoke(sqs(key, message.body())))
                    .isEqualTo(new Outcome("response", "{\"batchItemFailures\":[]}"));
            assertThat(household.keysDerived()).isZero();
        }
        try (var query = zip.start("relief-query")) {
            for (int twice = 0; twice < 2; twice++) {
                var answer = query.invoke(request("GET", "/v1/households/H-9", ""));
                assertThat(JSON.readTree(JSON.readTree(answer.body()).path("body").stringValue())
                        .at("/state/members/0/name").stringValue()).isEqualTo(name);
            }
            assertThat(query.keysDerived()).isEqualTo(1);
            assertThat(query.printed()).doesNotContain(CANARY);
        }
    }

    private static void queue(LambdaRuntime runtime, Queued function, String id, Event event) throws Exception {
        var key = function.key(id).toString();
        assertThat(runtime.invoke(sqs(key, EventJson.write(envelope(key, event)))))
                .isEqualTo(new Outcome("response", "{\"batchItemFailures\":[]}"));
        assertThat(runtime.invoke(sqs(key, "{\"" + CANARY)))
                .isEqualTo(new Outcome("response", "{\"batchItemFailures\":[{\"itemIdentifier\":\"m-1\"}]}"));
        if (event instanceof DeadlineReached) {
            var entry = zip.engines().dynamo()
                    .getItem(get -> get.tableName("chongshan-" + function.programme().tableName())
                            .key(Map.of("pk", AttributeValue.fromS(key), "sk", AttributeValue.fromS("journal/E-1"))));
            assertThat(entry.item().get("rule").s()).isEqualTo("deadline-moved");
            var line = JSON.readTree(
                    runtime.printed().lines().filter(one -> one.startsWith("{\"_aws\"")).findFirst().orElseThrow());
            assertThat(line.path("function").stringValue()).isEqualTo(function.name());
            assertThat(line.path("correlationid").stringValue()).isEqualTo("E-0");
            assertThat(line.path("traceparent").stringValue()).isEqualTo(Trace.begunBy("E-0").traceparent());
            assertThat(line.path("refused").longValue()).as("a metric of the embedded metric format").isEqualTo(1);
        }
    }

    private static void stream(LambdaRuntime runtime) throws Exception {
        var emitted = EventJson.write(envelope("relief-case/C-1", new FundHoldRequested("320613001", "C-1", 5)));
        assertThat(runtime.invoke(record("[" + emitted + "]")))
                .isEqualTo(new Outcome("response", "{\"batchItemFailures\":[]}"));
        assertThat(runtime.invoke(record("[" + CANARY)).kind()).isEqualTo("error");
    }

    private static Envelope envelope(String subject, Event event) {
        return new Envelope("E-1", "/test", subject, NOON, event, "x", Role.SYSTEM, "320613001", "E-0", "E-0", NOON,
                Trace.begunBy("E-0"), Reach.SUBDISTRICT);
    }

    private static String sqs(String key, String body) {
        var event = JSON.createObjectNode();
        var message = event.putArray("Records").addObject().put("messageId", "m-1").put("receiptHandle", "r-1")
                .put("body", body).put("eventSource", "aws:sqs")
                .put("eventSourceARN", "arn:aws:sqs:" + Engines.REGION + ":" + Engines.ACCOUNT + ":q.fifo")
                .put("awsRegion", Engines.REGION);
        message.putObject("messageAttributes");
        message.putObject("attributes").put("MessageGroupId", key).put("ApproximateReceiveCount", "1");
        return event.toString();
    }

    private static String record(String emitted) {
        var event = JSON.createObjectNode();
        var record = event.putArray("Records").addObject().put("eventID", "1").put("eventName", "INSERT")
                .put("eventSource", "aws:dynamodb").put("awsRegion", Engines.REGION);
        var image = record.putObject("dynamodb").put("SequenceNumber", "100").putObject("NewImage");
        image.putObject("pk").put("S", "relief-case/C-1");
        image.putObject("version").put("N", "1");
        image.putObject("emitted").put("S", emitted);
        return event.toString();
    }

    private static String scheduled(String time) {
        return new String(Schedules.event(Instant.parse(time)), StandardCharsets.UTF_8);
    }

    private static String event() {
        return """
                {"specversion": "1.0", "id": "01a20e51-24d6-7192-8c3a-90d4db159b28", "source": "/phones/17",
                 "type": "org.chongshan.relief.GridVisitRecorded", "time": "%s", "subdistrict": "320613001",
                 "data": {"household": "H-1", "hardship": "NONE", "observation": "%s"}}""".formatted(Instant.now(),
                CANARY);
    }

    private static String request(String method, String path, String body) {
        var event = JSON.createObjectNode().put("version", "2.0").put("routeKey", method + " " + path)
                .put("rawPath", path).put("rawQueryString", "");
        event.putObject("headers").put("content-type", "application/cloudevents+json");
        ObjectNode context = event.putObject("requestContext").put("requestId", "1").put("stage", "$default");
        context.putObject("http").put("method", method).put("path", path).put("protocol", "HTTP/1.1")
                .put("sourceIp", "127.0.0.1").put("userAgent", "");
        context.putObject("authorizer").putObject("jwt").putObject("claims").put("sub", "someone-17")
                .put("custom:role", method.equals("GET") ? "district" : "grid").put("custom:subdistrict", "320613001");
        return event.put("body", Base64.getEncoder().encodeToString(body.getBytes(StandardCharsets.UTF_8)))
                .put("isBase64Encoded", true).toString();
    }

    private static int status(Outcome outcome) {
        assertThat(outcome.kind()).as(outcome.body()).isEqualTo("response");
        return JSON.readTree(outcome.body()).path("statusCode").intValue();
    }
}
