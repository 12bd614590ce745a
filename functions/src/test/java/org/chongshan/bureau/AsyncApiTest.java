package org.chongshan.bureau;

import java.nio.file.Files;
import java.util.HashSet;
import java.util.stream.Collectors;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import org.chongshan.core.FunctionSpec;
import org.chongshan.core.FunctionSpec.Queued;
import org.chongshan.events.Event;
import org.chongshan.events.Published;
import org.chongshan.events.json.EventCatalogue;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code contracts/asyncapi.json}: every event, who may post it, which function emits and which receives it, as the code has it. */
class AsyncApiTest {
    private static final String PUBLISHED = "functions/src/main/resources/contracts/asyncapi.json";
    private static final JsonMapper PRETTY = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final JsonNode DOCUMENT = ContractSchemas.tree(AsyncApi.document());

    @Test
    @Tag(Published.TAG)
    void the_published_events_are_what_the_code_sends_and_takes() {
        Published.file(PUBLISHED, PRETTY.writeValueAsString(DOCUMENT) + "\n");
    }

    @Test
    void the_document_is_asyncapi_3_0() throws Exception {
        var standard = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(
                Files.readString(Published.root().resolve("functions/src/test/resources/standards/asyncapi-3.0.json")));
        assertThat(standard.validate(DOCUMENT)).isEmpty();
    }

    @Test
    void every_reference_leads_somewhere() {
        assertThat(DOCUMENT.findValuesAsString("$ref")).isNotEmpty().allSatisfy(
                reference -> assertThat(DOCUMENT.at(reference.substring(1)).isMissingNode()).as(reference).isFalse());
    }

    @Test
    void every_event_is_a_message_and_every_queue_a_channel() {
        assertThat(DOCUMENT.path("components").path("messages").propertyNames())
                .containsAll(EventCatalogue.all().stream().map(Event::typeOf).toList());
        assertThat(DOCUMENT.path("channels").propertyNames())
                .containsAll(Topology.queued().stream().map(FunctionSpec::name).toList());
    }

    /** The router decides where an event goes; the document says it of every event a function emits. */
    @Test
    void whatever_a_queue_receives_somebody_sends_there() {
        var sent = new HashSet<String>();
        DOCUMENT.path("operations").valueStream().filter(one -> one.path("action").stringValue("").equals("send"))
                .forEach(one -> sent.addAll(one.path("messages").findValuesAsString("$ref")));
        var received = Topology
                .queued().stream().map(Queued::name).flatMap(name -> DOCUMENT.path("operations")
                        .path(name + ".receives").path("messages").findValuesAsString("$ref").stream())
                .collect(Collectors.toSet());
        assertThat(received).isNotEmpty();
        assertThat(sent).containsAll(received);
    }
}
