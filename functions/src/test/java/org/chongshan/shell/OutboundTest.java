package org.chongshan.shell;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.chongshan.bureau.ContextMap;
import org.chongshan.bureau.Topology;
import org.chongshan.core.FunctionSpec;
import org.chongshan.events.Envelope;
import org.chongshan.events.Event;
import org.chongshan.events.bureau.BureauNotice.FigureClosed;
import org.chongshan.events.json.EventJson;
import org.chongshan.events.relief.ReliefNotice.PlanReviewDue;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** Public events go out, and of their envelope what is not the bureau's own affair. */
class OutboundTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Instant NOON = Instant.parse("2024-02-01T04:00:00Z");

    private final List<String> wentOut = new ArrayList<>();

    private static Envelope closed(String id, Instant received) {
        return Envelope.beginning(id, "/functions/figure", "figure/2023.320613001.videos_published", NOON,
                new FigureClosed("videos_published", 2023, 5), "somebody-17", "320613001", received);
    }

    private static String batch(String... messages) {
        return EventJson.writeValue(Map.of("Records", Arrays.stream(messages).map(message -> {
            var parts = message.split(" ", 2);
            return Map.of("messageId", parts[0], "body", parts[1], "attributes",
                    Map.of("MessageGroupId", "outbound/FigureClosed"));
        }).toList()));
    }

    private String handed(Outlet outlet, String batch) {
        return new String(new Outbound(outlet).apply(new ByteArrayInputStream(batch.getBytes(StandardCharsets.UTF_8))),
                StandardCharsets.UTF_8);
    }

    @Test
    void what_goes_out_says_what_happened_and_not_who_did_it() {
        var answer = handed((type, event) -> wentOut.add(event), batch("m-1 " + EventJson.write(closed("E-1", NOON))));
        assertThat(answer).isEqualTo("{\"batchItemFailures\":[]}");
        var event = JSON.readTree(wentOut.getFirst());
        assertThat(event.propertyNames()).containsExactlyInAnyOrder("specversion", "id", "source", "type", "subject",
                "time", "datacontenttype", "dataschema", "subdistrict", "data");
        assertThat(event.path("id").stringValue("")).isEqualTo("E-1");
        assertThat(event.path("data").path("amount").longValue()).isEqualTo(5);
        assertThat(wentOut.getFirst()).doesNotContain("somebody-17");
    }

    @Test
    void what_goes_out_twice_is_the_same_though_it_was_emitted_at_two_moments() {
        handed((type, event) -> wentOut.add(event), batch("m-1 " + EventJson.write(closed("E-1", NOON)),
                "m-2 " + EventJson.write(closed("E-1", NOON.plusSeconds(90)))));
        assertThat(wentOut).hasSize(2);
        assertThat(wentOut.getFirst()).isEqualTo(wentOut.getLast());
    }

    @Test
    void what_nobody_takes_comes_again_and_so_does_what_follows_it() {
        Outlet fails = (type, event) -> {
            if (event.contains("E-2")) {
                throw new IllegalStateException("the bus is not there");
            }
            wentOut.add(event);
        };
        var answer = handed(fails, batch("m-1 " + EventJson.write(closed("E-1", NOON)),
                "m-2 " + EventJson.write(closed("E-2", NOON)), "m-3 " + EventJson.write(closed("E-3", NOON))));
        assertThat(answer)
                .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"m-2\"},{\"itemIdentifier\":\"m-3\"}]}");
        assertThat(wentOut).hasSize(1);
    }

    @Test
    void only_what_is_declared_public_is_sent_to_it() {
        var router = new Router(Topology.FUNCTIONS, ContextMap.LINES);
        assertThat(sentOut(router, new FigureClosed("videos_published", 2023, 5))).isTrue();
        assertThat(sentOut(router, new PlanReviewDue("H-1", 1))).isFalse();
    }

    private static boolean sentOut(Router router, Event event) {
        return router.destinations(event).stream().anyMatch(to -> to.function() instanceof FunctionSpec.Outbound);
    }
}
