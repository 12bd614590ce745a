package org.chongshan.shell;

import java.io.ByteArrayInputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

import org.chongshan.bureau.Topology;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Without a key nothing is queued, and whoever posts is told to post again. */
class KeyUnavailableTest {
    private static final String REQUEST = """
            {"rawPath": "/v1/events", "headers": {"content-type": "application/json"}, "isBase64Encoded": false,
             "requestContext": {"http": {"method": "POST"}, "authorizer": {"jwt": {"claims": {"sub": "grid-17", "role": "grid",
               "subdistrict": "320613001"}}}},
             "body": "{\\"specversion\\": \\"1.0\\", \\"id\\": \\"01a20e51-24d6-7192-8c3a-90d4db159b28\\",
               \\"source\\": \\"/phones/17\\", \\"type\\": \\"org.chongshan.relief.GridVisitRecorded\\",
               \\"time\\": \\"2023-03-02T04:00:00Z\\", \\"subdistrict\\": \\"320613001\\", \\"data\\": {\\"household\\": \\"H-1\\",
               \\"hardship\\": \\"NONE\\", \\"observation\\": \\"seen\\"}}"}"""
            .replaceAll("\n +", " ");

    @Test
    void an_event_with_a_text_to_seal_is_answered_with_503_and_goes_nowhere() {
        var queues = (SqsClient) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[]{SqsClient.class},
                (proxy, method, arguments) -> {
                    throw new AssertionError("nothing may be sent");
                });
        var mail = new Mail(queues, new Settings("", ""), new Router(Topology.FUNCTIONS, List.of()));
        var seal = new Seal(() -> version -> {
            throw new SealingKeys.Unavailable(new IllegalStateException("throttled"));
        });
        var answer = new Ingest(mail, seal, (to, id) -> "", List.of("320613001"),
                InstantSource.fixed(Instant.parse("2023-03-02T04:00:00Z")))
                .apply(new ByteArrayInputStream(REQUEST.getBytes(StandardCharsets.UTF_8)));
        assertThat(new String(answer, StandardCharsets.UTF_8)).contains("503", "key-unavailable").doesNotContain("seen",
                "throttled");
    }
}
