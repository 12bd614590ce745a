package org.chongshan.local;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What a relay could not send comes again from the stream, in order. */
@Tag(TestEngines.TAG)
class StreamRetryTest {
    @Test
    void what_was_emitted_while_a_queue_was_away_is_sent_once_it_is_back() throws Exception {
        try (var bureau = Bureau.openAt("2023-03-02T04:00:00Z")) {
            bureau.did("district", "FundOpened", "{\"fund\": \"320613001\", \"amountFen\": 5000000, \"floorFen\": 0}");
            for (int i = 0; i < 3; i++) {
                bureau.did("street", "HouseholdRegistered", """
                        {"household": "H-%d", "members": [
                          {"member": "M-%d", "name": "x", "identityNumber": "1", "relation": "HEAD"}]}""".formatted(i,
                        i));
                bureau.did("grid", "UrgentReliefRequested",
                        """
                                {"reliefCase": "C-%d", "household": "H-%d", "hardship": "ILLNESS", "amountFen": 1000, "persons": 1}"""
                                .formatted(i, i));
            }
            var platform = bureau.platform();
            var url = platform.settings().queueUrl("reserve-fund.fifo");
            platform.engines().sqs().deleteQueue(delete -> delete.queueUrl(url));
            for (int i = 0; i < 3; i++) {
                bureau.post("street", bureau.event(Bureau.newId(), "UrgentReliefConfirmed",
                        "{\"reliefCase\": \"C-%d\", \"grounds\": \"Seen.\"}".formatted(i)));
            }
            await().until(() -> bureau.sees("street", "relief-cases?status=funding").path("items").size() == 3);
            Thread.sleep(1_500);
            assertThat(bureau.sees("street", "relief-cases?status=funding").path("items"))
                    .as("the relay fails, and nothing is lost or skipped").hasSize(3);

            new Provision(platform.engines().dynamo(), platform.engines().sqs(), platform.settings())
                    .run(TestEngines.retrySeconds());
            await().atMost(java.time.Duration.ofSeconds(60))
                    .until(() -> bureau.sees("street", "payments?status=ordered").path("items").size() == 3);
            assertThat(bureau.sees("district", "reserve-funds/320613001").path("version").longValue())
                    .as("each hold applied once").isEqualTo(4);
        }
    }
}
