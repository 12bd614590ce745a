package org.chongshan.events.json;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;

import io.cloudevents.jackson.JsonFormat;
import org.chongshan.events.Envelope;
import org.chongshan.events.Envelope.Reach;
import org.chongshan.events.Event;
import org.chongshan.events.IdentityNumber;
import org.chongshan.events.Personal;
import org.chongshan.events.Role;
import org.chongshan.events.Trace;
import org.chongshan.events.minors.ChildEvent.ChildVisitRecorded;
import org.chongshan.events.minors.Condition;
import org.chongshan.events.minors.StationKind;
import org.chongshan.events.relief.Hardship;
import org.chongshan.events.relief.HouseholdEvent.HouseholdRegistered;
import org.chongshan.events.relief.LeadEvent.HardshipLeadReported;
import org.chongshan.events.relief.Member;
import org.chongshan.events.relief.Relation;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class EventJsonTest {
    private static final Instant NOON = Instant.parse("2023-03-02T04:00:00Z");
    private static final Event REGISTERED = new HouseholdRegistered("H-1",
            List.of(new Member("M-1", new Personal("葛美云"), new IdentityNumber("320602196001010006"), Relation.HEAD)));

    private static Envelope envelope(Event data, Instant received) {
        return new Envelope("01890a5d-ac96-7b1c-8c3e-3f1a2b4c5d6e", "/phones/17", "household/H-1", NOON, data,
                "grid-17", Role.GRID, "320613001", "c", "c", received, Trace.begunBy("c"), Reach.SUBDISTRICT);
    }

    @Test
    void what_is_written_is_read_again() {
        var envelope = envelope(REGISTERED, NOON);
        assertThat(EventJson.read(EventJson.write(envelope))).isEqualTo(envelope);
        var lead = envelope(new HardshipLeadReported("L-1", "H-1", Hardship.ILLNESS, NOON), NOON);
        assertThat(EventJson.readAll("[" + EventJson.write(lead) + "]")).containsExactly(lead);
    }

    @Test
    void the_official_sdk_of_cloudevents_reads_it_too() {
        var read = new JsonFormat()
                .deserialize(EventJson.write(envelope(REGISTERED, NOON)).getBytes(StandardCharsets.UTF_8));
        assertThat(read.getId()).isEqualTo("01890a5d-ac96-7b1c-8c3e-3f1a2b4c5d6e");
        assertThat(read.getType()).isEqualTo("org.chongshan.relief.HouseholdRegistered");
        assertThat(read.getTime().toInstant()).isEqualTo(NOON);
        assertThat(read.getExtension("subdistrict")).isEqualTo("320613001");
        assertThat(read.getExtension("role")).isEqualTo("grid");
    }

    @Test
    void what_follows_stays_in_the_trace_at_a_span_of_its_own_and_a_second_run_says_the_same() {
        var cause = envelope(REGISTERED, NOON);
        var emitted = cause.causing("c.household.1", "/functions/household", "household/H-1", REGISTERED, "320613001",
                NOON);
        assertThat(emitted.trace().traceparent()).startsWith(cause.trace().traceparent().substring(0, 36))
                .isNotEqualTo(cause.trace().traceparent()).isEqualTo(cause.trace().at("c.household.1").traceparent());
        assertThatThrownBy(() -> new Trace("00-x")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_is_masked_names_nobody() {
        assertThat(EventJson.shown(envelope(REGISTERED, NOON), text -> Personal.MASK).toString())
                .contains("M-1", Personal.MASK).doesNotContain("葛美云", "320602196001010006");
        assertThat(REGISTERED.toString()).doesNotContain("葛美云");
    }

    @Test
    void what_is_replaced_is_replaced_wherever_it_stands_and_nothing_else_is() {
        var replaced = EventJson.replace(envelope(REGISTERED, NOON), text -> "<" + text.value() + ">");
        assertThat(replaced).isEqualTo(envelope(new HouseholdRegistered("H-1", List.of(
                new Member("M-1", new Personal("<葛美云>"), new IdentityNumber("<320602196001010006>"), Relation.HEAD))),
                NOON));
    }

    @Test
    void the_digest_tells_content_and_not_when_it_was_received() {
        var digest = EventJson.digest(envelope(REGISTERED, NOON));
        assertThat(EventJson.digest(envelope(REGISTERED, NOON.plusSeconds(60)))).isEqualTo(digest);
        assertThat(EventJson.digest(envelope(new HardshipLeadReported("L-1", "H-1", Hardship.ILLNESS, NOON), NOON)))
                .isNotEqualTo(digest);
    }

    @Test
    void a_set_keeps_the_order_it_came_in_whatever_process_reads_it() {
        for (var by : List.of(List.of(StationKind.PROTECTION, StationKind.SOCIAL_WORK),
                List.of(StationKind.SOCIAL_WORK, StationKind.PROTECTION))) {
            var visited = envelope(new ChildVisitRecorded("K-1", new LinkedHashSet<>(by), Condition.GOOD,
                    Condition.GOOD, Condition.GOOD, new Personal("")), NOON);
            assertThat(EventJson.write(EventJson.read(EventJson.write(visited)))).isEqualTo(EventJson.write(visited));
        }
    }

    @Test
    void a_document_with_something_unknown_in_it_is_not_read() {
        var changed = EventJson.write(envelope(REGISTERED, NOON)).replace("\"household\"", "\"housing\"");
        assertThatThrownBy(() -> EventJson.read(changed)).isInstanceOf(tools.jackson.core.JacksonException.class);
    }
}
