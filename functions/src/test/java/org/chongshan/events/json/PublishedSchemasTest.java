package org.chongshan.events.json;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import com.github.victools.jsonschema.generator.CustomPropertyDefinition;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.module.jakarta.validation.JakartaValidationModule;
import com.github.victools.jsonschema.module.jakarta.validation.JakartaValidationOption;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.chongshan.events.Born;
import org.chongshan.events.Confidential;
import org.chongshan.events.Event;
import org.chongshan.events.Happened;
import org.chongshan.events.Id;
import org.chongshan.events.IdentityNumber;
import org.chongshan.events.Planned;
import org.chongshan.events.PostedBy;
import org.chongshan.events.Published;
import org.chongshan.events.Sealable;
import org.jspecify.annotations.Nullable;
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

    private static @Nullable String written(@Nullable Size size) {
        return size == null || size.min() == 0 ? null : Sealable.WRITTEN;
    }

    private static String schema(Class<? extends Event> event) {
        var config = new SchemaGeneratorConfigBuilder(SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                .with(new JakartaValidationModule(JakartaValidationOption.INCLUDE_PATTERN_EXPRESSIONS))
                .with(Option.FORBIDDEN_ADDITIONAL_PROPERTIES_BY_DEFAULT, Option.INLINE_ALL_SCHEMAS)
                .without(Option.SCHEMA_VERSION_INDICATOR);
        config.forFields()
                .withRequiredCheck(
                        field -> !field.getRawMember().getAnnotatedType().isAnnotationPresent(Nullable.class))
                .withStringPatternResolver(field -> field.getAnnotation(Id.class) == null
                        ? written(field.isFakeContainerItemScope()
                                ? field.getContainerItemAnnotation(Size.class)
                                : field.getAnnotationConsideringFieldAndGetter(Size.class))
                        : field.getAnnotation(Id.class).begins() ? Id.NEW_PATTERN : Id.PATTERN)
                .withInstanceAttributeOverride((node, field, context) -> {
                    if (field.getAnnotationConsideringFieldAndGetter(Happened.class) != null) {
                        node.put("x-past-or-present", true);
                    }
                    var planned = field.getAnnotationConsideringFieldAndGetter(Planned.class);
                    if (planned != null) {
                        node.put("x-most-years-ahead", planned.mostYearsAhead());
                    }
                });
        config.forTypesInGeneral().withCustomDefinitionProvider((type, context) -> {
            if (type.getErasedType() == Instant.class) {
                return new com.github.victools.jsonschema.generator.CustomDefinition(context.getGeneratorConfig()
                        .createObjectNode().put("type", "string").put("format", "date-time"));
            }
            return null;
        });
        config.forFields().withCustomDefinitionProvider((field, context) -> {
            if (!Sealable.class.isAssignableFrom(field.getType().getErasedType())) {
                return null;
            }
            var size = field.getAnnotationConsideringFieldAndGetter(Size.class);
            var pattern = field.getAnnotationConsideringFieldAndGetter(Pattern.class);
            var isNumber = field.getType().getErasedType() == IdentityNumber.class;
            var longest = isNumber ? IdentityNumber.MOST_CHARACTERS : 200;
            var least = size == null ? 1 : size.min();
            var text = context.getGeneratorConfig().createObjectNode().put("type", "string").put("minLength", least)
                    .put("maxLength", size == null ? longest : size.max());
            var born = field.getAnnotationConsideringFieldAndGetter(Born.class);
            if (pattern != null || least > 0 && born == null) {
                text.put("pattern", pattern == null ? Sealable.WRITTEN : pattern.regexp());
            }
            if (born != null) {
                text.put("format", "date").put("x-born-less-than-years-before", born.lessThanYearsBefore());
            }
            text.put(field.getType().getErasedType() == Confidential.class ? "x-confidential" : "x-personal", true);
            if (isNumber) {
                text.put("x-identity-number", "GB 11643-1999, or a provisional number of 1 to 14 digits");
            }
            return new CustomPropertyDefinition(text);
        });
        var schema = new SchemaGenerator(config.build()).generateSchema(event);
        ObjectNode published = PRETTY.createObjectNode().put("$schema", "https://json-schema.org/draft/2020-12/schema")
                .put("$id", Event.schemaOf(event)).put("title", event.getSimpleName());
        var postedBy = event.getAnnotation(PostedBy.class);
        if (postedBy != null) {
            var roles = published.putArray("x-posted-by");
            Arrays.stream(postedBy.value()).forEach(role -> roles.add(role.claim()));
        }
        published.setAll(schema);
        return PRETTY.writeValueAsString(published);
    }
}
