package org.chongshan.local;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.chongshan.bureau.Topology;
import org.chongshan.core.FunctionSpec;
import org.chongshan.events.Programme;
import org.chongshan.shell.Settings;
import org.chongshan.shell.TableShape;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sqs.model.Message;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

/** A record of a stream that no retry can mend ends at the last resort, as in the cloud, and holds nobody up for ever. */
class StreamPollerTest {
    private static final FunctionSpec RELAY = Topology.named("relief-relay");
    private static final int RETRIES = 3;

    private Engines engines;
    private Settings settings;
    private Invoker invoker;
    private StreamPoller poller;

    @BeforeEach
    void a_relay_on_a_stream() {
        engines = Engines.embedded(null);
        settings = new Settings("", engines.queueBase());
        new Provision(engines.dynamo(), engines.sqs(), settings).run(30);
        invoker = new Invoker(engines.dynamo(), engines.sqs(), LocalSealingKeys.inMemory(), (_, _) -> {}, settings,
                InstantSource.system());
        poller = new StreamPoller(RELAY, Programme.RELIEF.tableName(), engines, invoker,
                new LastResort(RELAY, settings, engines.sqs()), RETRIES, null);
    }

    @AfterEach
    void close() {
        poller.close();
        invoker.close();
        engines.close();
    }

    @Test
    void what_the_function_dies_of_is_found_in_its_batch_tried_again_noted_and_passed() {
        for (int i = 1; i <= 4; i++) {
            emitted("relief-case/C-" + i, hold(i));
        }
        emitted("relief-case/C-5", "[{\"this is\": \"no event\"}]");
        for (int i = 6; i <= 9; i++) {
            emitted("relief-case/C-" + i, hold(i));
        }
        poller.start();

        await().atMost(Duration.ofSeconds(30)).until(() -> poller.isCaughtUp() && count("relief-relay-failed") == 1);
        assertThat(count("reserve-fund.fifo")).as("all others were sent").isEqualTo(8);
        var note = note();
        assertThat(note.path("requestContext").path("condition").stringValue()).isEqualTo("RetryAttemptsExhausted");
        assertThat(note.path("requestContext").path("approximateInvokeCount").intValue()).isEqualTo(RETRIES + 1);
        assertThat(note.path("DDBStreamBatchInfo").path("batchSize").intValue()).isEqualTo(1);
        assertThat(note.toString()).as("nothing of what the entry holds").doesNotContain("no event");
    }

    @Test
    void what_cannot_be_sent_again_and_again_is_noted_and_passed() {
        engines.sqs().deleteQueue(delete -> delete.queueUrl(settings.queueUrl("reserve-fund.fifo")));
        emitted("relief-case/C-1", hold(1));
        emitted("relief-case/C-2", instruction());
        poller.start();

        await().atMost(Duration.ofSeconds(30)).until(() -> poller.isCaughtUp() && count("relief-relay-failed") == 1);
        assertThat(count("payment.fifo")).isEqualTo(1);
    }

    private void emitted(String aggregate, String events) {
        var item = new HashMap<String, AttributeValue>(Map.of(TableShape.PK, fromS(aggregate), TableShape.SK,
                fromS("journal/1"), TableShape.VERSION, fromN("1"), TableShape.EMITTED, fromS(events)));
        engines.dynamo().putItem(put -> put.tableName(Programme.RELIEF.tableName()).item(item));
    }

    private static String hold(int number) {
        return event(number, "FundHoldRequested",
                "{\"fund\": \"320613001\", \"reliefCase\": \"C-%d\", \"amountFen\": 1}".formatted(number));
    }

    private static String instruction() {
        return event(2, "DisbursementInstructed",
                """
                        {"claim": "H.illness.2023", "reliefCase": "C-2", "fund": "320613001", "household": "H", "amountFen": 1, "decidedBy": ["a"]}""");
    }

    private static String event(int number, String type, String data) {
        return """
                [{"specversion": "1.0", "id": "e-%d", "source": "/functions/relief-case", "type": "org.chongshan.relief.%s",
                  "subject": "relief-case/C", "time": "2023-03-02T04:00:00Z", "actor": "a", "role": "system",
                  "subdistrict": "320613001", "correlationid": "c", "causationid": "c",
                  "receivedtime": "2023-03-02T04:00:00Z",
                  "traceparent": "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01", "data": %s}]"""
                .formatted(number, type, data);
    }

    private int count(String queue) {
        return Integer.parseInt(engines.sqs().getQueueAttributes(
                get -> get.queueUrl(settings.queueUrl(queue)).attributeNamesWithStrings("ApproximateNumberOfMessages"))
                .attributesAsStrings().get("ApproximateNumberOfMessages"));
    }

    private JsonNode note() {
        List<Message> notes = engines.sqs()
                .receiveMessage(get -> get.queueUrl(settings.queueUrl("relief-relay-failed"))).messages();
        return new JsonMapper().readTree(notes.getFirst().body());
    }
}
