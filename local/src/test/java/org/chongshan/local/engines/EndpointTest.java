package org.chongshan.local.engines;

import java.io.IOException;
import java.time.Instant;

import org.chongshan.local.Bureau;
import org.chongshan.local.Engines;
import org.chongshan.local.Platform;
import org.chongshan.local.RecordingEndpoint;
import org.chongshan.local.TestEngines;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The platform on engines that run elsewhere, behind one endpoint, as LocalStack offers them. */
class EndpointTest {
    private Engines elsewhere;
    private RecordingEndpoint endpoint;

    @BeforeEach
    void engines_elsewhere_behind_one_endpoint() throws IOException {
        elsewhere = Engines.embedded(null);
        endpoint = new RecordingEndpoint(elsewhere);
    }

    @AfterEach
    void close() {
        endpoint.close();
        elsewhere.close();
    }

    @Test
    void it_makes_tables_and_queues_there_and_a_request_for_relief_gets_as_far_as_the_order_to_pay() throws Exception {
        var at = endpoint.url();
        Instant noon = Instant.parse("2023-03-02T04:00:00Z");
        try (var platform = new Platform(
                new Platform.Options(0, null, at, TestEngines.prefix(), null, () -> noon, null, 1))) {
            var bureau = Bureau.at(platform.url());
            bureau.did("district", "FundOpened",
                    "{\"fund\": \"320613001\", \"amountFen\": 5000000, \"floorFen\": 500000}");
            assertThat(platform.drained(java.time.Duration.ofSeconds(30))).isTrue();
            bureau.did("street", "UrgentReliefRequested",
                    """
                            {"reliefCase": "C-1", "household": "H-1", "hardship": "ILLNESS", "amountFen": 1000, "persons": 1}""");
            assertThat(platform.drained(java.time.Duration.ofSeconds(30))).isTrue();
            assertThat(bureau.sees("street", "payments?status=ordered").path("items")).hasSize(1);
            platform.tick();
        }
        assertThat(endpoint.passed().keySet()).containsExactlyInAnyOrder("DynamoDB_20120810",
                "DynamoDBStreams_20120810", "AmazonSQS");
    }
}
