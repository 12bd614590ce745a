package org.chongshan.local.faults;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;

import org.chongshan.bureau.Topology;
import org.chongshan.core.FunctionSpec.Collection;
import org.chongshan.core.FunctionSpec.Queued;
import org.chongshan.events.Envelope;
import org.chongshan.events.Envelope.Reach;
import org.chongshan.events.Event;
import org.chongshan.events.Role;
import org.chongshan.events.Trace;
import org.chongshan.events.json.EventJson;
import org.chongshan.events.relief.ReserveFundEvent.FundReplenished;
import org.chongshan.local.Bureau;
import org.chongshan.local.QueuePoller;
import org.chongshan.shell.ReactorWith;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

import static org.assertj.core.api.Assertions.assertThat;

/** A message no retry can mend holds up its own aggregate alone, and only until it is among the dead letters. */
class PoisonedMessageTest {
    private static final Instant NOW = Instant.parse("2023-03-02T04:00:00Z");

    @Test
    void other_aggregates_go_on_and_later_events_of_its_own_follow_in_their_order() throws Exception {
        try (var bureau = Bureau.openAt(NOW.toString())) {
            var platform = bureau.platform();
            var url = platform.settings().queueUrl(((Queued) Topology.named("reserve-fund")).queueName());
            platform.engines().sqs().sendMessage(send -> send.queueUrl(url).messageGroupId("reserve-fund/320613001")
                    .messageDeduplicationId(UUID.randomUUID().toString()).messageBody("{}"));
            bureau.post("district", bureau.event(Bureau.newId(), "FundOpened",
                    "{\"fund\": \"320613001\", \"amountFen\": 100, \"floorFen\": 0}"));
            bureau.post("district",
                    bureau.event(Bureau.newId(), "FundReplenished", "{\"fund\": \"320613001\", \"amountFen\": 1}"));
            bureau.post("district", bureau.event(Bureau.newId(), "FundOpened", "320613002",
                    "{\"fund\": \"320613002\", \"amountFen\": 200, \"floorFen\": 0}"));
            bureau.settle();

            assertThat(platform.deadLetters()).isEqualTo(1);
            assertThat(bureau.sees("district", "reserve-funds/320613002").path("state").path("funded").longValue())
                    .isEqualTo(200);
            assertThat(bureau.sees("district", "reserve-funds/320613001").path("state").path("funded").longValue())
                    .isEqualTo(101);
        }
    }

    @Test
    void another_content_under_the_id_of_an_event_nobody_can_decide_is_found_out_all_the_same() throws Exception {
        try (var bureau = Bureau.openAt(NOW.toString())) {
            bureau.did("district", "FundOpened", "{\"fund\": \"320613001\", \"amountFen\": 100, \"floorFen\": 0}");
            var platform = bureau.platform();
            var id = Bureau.newId();
            var mistaken = ReactorWith.decider((Collection<?, ?>) Topology.named("reserve-fund"),
                    decider -> new Weakened(decider, Without.NOTHING, id::equals), platform.settings(),
                    platform.engines().dynamo(), () -> NOW, Executors::newVirtualThreadPerTaskExecutor);
            for (var amount : List.of(1L, 2L, 1L, 2L)) {
                var batch = QueuePoller.event((Queued) Topology.named("reserve-fund"),
                        List.of(lastTryOf(new FundReplenished("320613001", amount), id)));
                assertThat(mistaken.apply(new ByteArrayInputStream(batch))).asString().contains("\"1\"");
            }

            var entry = bureau.sees("district", "reserve-funds/320613001/journal/" + id);
            assertThat(entry.path("outcome").asString()).isEqualTo("failed");
            assertThat(entry.path("event").path("data").path("amountFen").longValue()).isEqualTo(1);
            assertThat(entry.path("conflicts")).as("one for each other content: %s", entry).hasSize(1);
        }
    }

    private static Message lastTryOf(Event data, String id) {
        var event = new Envelope(id, "/test", "", NOW, data, "district-17", Role.DISTRICT, "320613001", id, id, NOW,
                Trace.begunBy(id), Reach.BUREAU);
        return Message.builder().messageId("1").body(EventJson.write(event))
                .attributes(Map.of(MessageSystemAttributeName.MESSAGE_GROUP_ID, "reserve-fund/320613001",
                        MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, "" + Queued.MOST_RECEIVES))
                .build();
    }
}
