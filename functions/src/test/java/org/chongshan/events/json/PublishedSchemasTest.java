package org.chongshan.events.json;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import jakarta.validation.constraints.Pattern;
import org.chongshan.events.Event;
import org.chongshan.events.Id;
import org.chongshan.events.PostedBy;
import org.chongshan.events.Published;
import org.chongshan.events.Sealable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/** The published contracts are what the records say. A change is published by {@link Published#COMMAND}. */
class PublishedSchemasTest {
    private static final String PUBLISHED = "events/src/main/resources/schemas";
    private static final JsonMapper PRETTY = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    @Test
    @Tag(Published.TAG)
    void the_committed_schemas_are_those_of_the_records() {
        var generated = new TreeMap<String, String>();
        EventCatalogue.all().forEach(event -> generated.put(Event.typeOf(event) + ".json", schema(event) + "\n"));
        Published.folder(PUBLISHED, generated, Set.of(EventValidator.ENVELOPE + ".json"));
    }

    @Test
    void no_text_that_a_person_writes_freely_goes_unmarked() {
        var free = new TreeSet<String>();
        EventCatalogue.all().stream().filter(event -> event.isAnnotationPresent(PostedBy.class))
                .forEach(event -> collectFreeText(event, event.getSimpleName(), free));
        assertThat(free).as("mark it Personal or Confidential; these are references, or of places and courses")
                .containsExactly("ActivityAnnounced.title", "CourseProposed.title", "FacilityOpened.name",
                        "GrantCallOpened.title", "OrganisationRegistered.name", "PaymentReceiptRecorded.reference",
                        "PaymentReturned.reference", "PracticeBaseAccredited.name", "ProposalSubmitted.title",
                        "RetroactiveFilingSubmitted.documents", "TeamIncubated.name", "VenueOpened.name",
                        "VideoPublished.title");
    }

    private static void collectFreeText(Class<?> type, String path, Set<String> free) {
        for (var component : type.getRecordComponents()) {
            var here = path + "." + component.getName();
            var parts = new ArrayList<AnnotatedElement>(List.of(component.getAccessor()));
            var types = new ArrayList<Class<?>>(List.of(component.getType()));
            if (component.getAnnotatedType() instanceof AnnotatedParameterizedType generic) {
                for (var part : generic.getAnnotatedActualTypeArguments()) {
                    parts.add(part);
                    types.add((Class<?>) part.getType());
                }
            }
            for (int i = 0; i < types.size(); i++) {
                if (types.get(i) == String.class && parts.get(i).getAnnotation(Id.class) == null
                        && parts.get(i).getAnnotation(Pattern.class) == null) {
                    free.add(here);
                } else if (types.get(i).isRecord() && !Sealable.class.isAssignableFrom(types.get(i))) {
                    collectFreeText(types.get(i), here, free);
                }
            }
        }
    }

    private static String schema(Class<? extends Event> event) {
        ObjectNode published = PRETTY.createObjectNode().put("$schema", "https://json-schema.org/draft/2020-12/schema")
                .put("$id", Event.schemaOf(event)).put("title", event.getSimpleName());
        var postedBy = event.getAnnotation(PostedBy.class);
        if (postedBy != null) {
            var roles = published.putArray("x-posted-by");
            Arrays.stream(postedBy.value()).forEach(role -> roles.add(role.claim()));
        }
        published.setAll(RecordSchemas.posted(event));
        return PRETTY.writeValueAsString(published);
    }
}
