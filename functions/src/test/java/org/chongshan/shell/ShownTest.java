package org.chongshan.shell;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;

import org.chongshan.bureau.Topology;
import org.chongshan.core.FunctionSpec.Collection;
import org.chongshan.events.Confidential;
import org.chongshan.events.Envelope;
import org.chongshan.events.Envelope.Reach;
import org.chongshan.events.Event;
import org.chongshan.events.Personal;
import org.chongshan.events.Role;
import org.chongshan.events.Trace;
import org.chongshan.events.json.EventJson;
import org.chongshan.events.marriage.CounsellingEvent.CounsellingCancelled;
import org.chongshan.events.marriage.CounsellingEvent.CounsellingNoted;
import org.chongshan.shell.Http.Caller;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import static org.assertj.core.api.Assertions.assertThat;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

/** What is shown of the journal of a record that confides in somebody: a counselling session. */
class ShownTest {
    private static final String STREET = "320613001";
    private static final byte[] KEY = "0123456789abcdef".repeat(4).getBytes(StandardCharsets.US_ASCII);
    private static final Event NOTE = new CounsellingNoted("S-1", new Personal("She weeps."));
    private static final Event GROUNDS = new CounsellingCancelled("S-1", new Confidential("The heating."));

    private final Seal seal = new Seal(() -> version -> KEY);

    private String shown(Event event, String by, Role as, String to, Role reads) {
        return EventJson.writeValue(
                new Shown(sessions(), seal, new Caller(to, reads, STREET), Map.of()).entry(entry(event, by, as)));
    }

    private static Collection<?, ?> sessions() {
        return Topology.collections().stream().filter(one -> one.name().equals("counselling")).findAny().orElseThrow();
    }

    private Map<String, AttributeValue> entry(Event event, String by, Role as) {
        var posted = new Envelope("E-1", "/test", "", Instant.EPOCH, event, by, as, STREET, "E-1", "E-1", Instant.EPOCH,
                Trace.begunBy("E-1"), Reach.SUBDISTRICT);
        return Map.of(TableShape.SK, fromS("journal/E-1"), TableShape.OUTCOME, fromS("applied"), TableShape.RULE,
                fromS("noted"), TableShape.POLICY, fromS("p"), TableShape.AT, fromS("1970-01-01T00:00:00Z"),
                TableShape.VERSION, fromN("1"), TableShape.EVENT, fromS(EventJson.write(seal.seal(posted))));
    }

    @Test
    void of_what_is_written_on_it_a_confidant_reads_their_own_words_alone_grounds_too() {
        assertThat(shown(NOTE, "worker-1", Role.ORGANISATION, " Worker-1", Role.ORGANISATION)).contains("She weeps.");
        assertThat(shown(NOTE, "worker-1", Role.ORGANISATION, "worker-2", Role.ORGANISATION)).contains("***");
        assertThat(shown(GROUNDS, "worker-1", Role.ORGANISATION, "worker-1", Role.ORGANISATION))
                .contains("The heating.");
        assertThat(shown(GROUNDS, "registry-1", Role.REGISTRY, "worker-1", Role.ORGANISATION)).contains("***");
    }

    @Test
    void whoever_else_reads_it_sees_grounds_and_no_note_whatever_they_are_called() {
        assertThat(shown(NOTE, "worker-1", Role.ORGANISATION, "worker-1", Role.REGISTRY)).contains("***");
        assertThat(shown(GROUNDS, "worker-1", Role.ORGANISATION, "registry-1", Role.REGISTRY)).contains("The heating.");
    }
}
