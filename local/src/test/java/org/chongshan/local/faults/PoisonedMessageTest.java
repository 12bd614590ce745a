package org.chongshan.local.faults;

import java.util.UUID;

import org.chongshan.bureau.Topology;
import org.chongshan.core.FunctionSpec.Queued;
import org.chongshan.local.Bureau;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A message no retry can mend holds up its own aggregate alone, and only until it is among the dead letters. */
class PoisonedMessageTest {
    @Test
    void other_aggregates_go_on_and_later_events_of_its_own_follow_in_their_order() throws Exception {
        try (var bureau = Bureau.openAt("2023-03-02T04:00:00Z")) {
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
}
