package org.chongshan.events.json;

import java.time.Instant;
import java.util.Arrays;

import com.fasterxml.classmate.ResolvedType;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.CustomPropertyDefinition;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.module.jakarta.validation.JakartaValidationModule;
import com.github.victools.jsonschema.module.jakarta.validation.JakartaValidationOption;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.chongshan.events.Born;
import org.chongshan.events.Confidential;
import org.chongshan.events.Happened;
import org.chongshan.events.Id;
import org.chongshan.events.IdentityNumber;
import org.chongshan.events.Planned;
import org.chongshan.events.Sealable;
import org.chongshan.events.Worded;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** JSON Schemas of records, draft 2020-12, everything in its place: of what is posted, and of what is answered. */
public final class RecordSchemas {
    private static final SchemaGenerator POSTED = new SchemaGenerator(posted().build());
    private static final SchemaGenerator SHOWN = new SchemaGenerator(shown().build());

    private RecordSchemas() {}

    /** What a sender must keep to: every bound there is, and nothing else. */
    public static ObjectNode posted(Class<?> record) {
        return POSTED.generateSchema(record);
    }

    /**
     * What a reader may count on: members and their types. Texts for readers alone are any text, for they may be masked; and a
     * reader passes over members it does not know.
     */
    public static ObjectNode shown(Class<?> record) {
        return SHOWN.generateSchema(record);
    }

    private static SchemaGeneratorConfigBuilder posted() {
        var config = records().with(new JakartaValidationModule(JakartaValidationOption.INCLUDE_PATTERN_EXPRESSIONS))
                .with(Option.FORBIDDEN_ADDITIONAL_PROPERTIES_BY_DEFAULT);
        config.forFields()
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
                }).withCustomDefinitionProvider(RecordSchemas::bounded);
        return config;
    }

    private static SchemaGeneratorConfigBuilder shown() {
        var config = records().with(Option.MAP_VALUES_AS_ADDITIONAL_PROPERTIES);
        config.forTypesInGeneral().withCustomDefinitionProvider((type, context) -> {
            if (Sealable.class.isAssignableFrom(type.getErasedType())) {
                return new CustomDefinition(text(type, context));
            }
            return Worded.class.isAssignableFrom(type.getErasedType()) && type.getErasedType().isEnum()
                    ? new CustomDefinition(words(type, context))
                    : null;
        });
        return config;
    }

    private static SchemaGeneratorConfigBuilder records() {
        var config = new SchemaGeneratorConfigBuilder(SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                .with(Option.INLINE_ALL_SCHEMAS).without(Option.SCHEMA_VERSION_INDICATOR);
        config.forFields().withRequiredCheck(
                field -> !field.getRawMember().getAnnotatedType().isAnnotationPresent(Nullable.class));
        config.forTypesInGeneral()
                .withCustomDefinitionProvider((type, context) -> type.getErasedType() == Instant.class
                        ? new CustomDefinition(context.getGeneratorConfig().createObjectNode().put("type", "string")
                                .put("format", "date-time"))
                        : null);
        return config;
    }

    private static @Nullable String written(@Nullable Size size) {
        return size == null || size.min() == 0 ? null : Sealable.WRITTEN;
    }

    private static @Nullable CustomPropertyDefinition bounded(FieldScope field, SchemaGenerationContext context) {
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
        text.put(mark(field.getType()), true);
        if (isNumber) {
            text.put("x-identity-number", "GB 11643-1999, or a provisional number of 1 to 14 digits");
        }
        return new CustomPropertyDefinition(text);
    }

    private static ObjectNode text(ResolvedType type, SchemaGenerationContext context) {
        return context.getGeneratorConfig().createObjectNode().put("type", "string").put(mark(type), true);
    }

    private static String mark(ResolvedType type) {
        return type.getErasedType() == Confidential.class ? "x-confidential" : "x-personal";
    }

    private static ObjectNode words(ResolvedType type, SchemaGenerationContext context) {
        var words = context.getGeneratorConfig().createObjectNode().put("type", "string");
        var all = words.putArray("enum");
        Arrays.stream(type.getErasedType().getEnumConstants()).map(one -> ((Worded) one).word()).forEach(all::add);
        return words;
    }
}
