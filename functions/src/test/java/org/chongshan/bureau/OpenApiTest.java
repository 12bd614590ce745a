package org.chongshan.bureau;

import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import org.chongshan.events.Published;
import org.chongshan.events.json.EventValidator;
import org.chongshan.shell.Problem;
import org.chongshan.shell.ReferenceData;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code contracts/openapi.json}: every call as the code has it, in the words of OpenAPI 3.1. */
class OpenApiTest {
    private static final String PUBLISHED = "functions/src/main/resources/contracts/openapi.json";
    private static final JsonMapper PRETTY = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final JsonNode DOCUMENT = ContractSchemas.tree(OpenApi.document());

    @Test
    @Tag(Published.TAG)
    void the_published_calls_are_what_the_code_answers() {
        Published.file(PUBLISHED, PRETTY.writeValueAsString(DOCUMENT) + "\n");
    }

    @Test
    void the_document_is_openapi_3_1() throws Exception {
        assertThat(standard("openapi-3.1.json").validate(DOCUMENT)).isEmpty();
    }

    private static Schema standard(String name) throws Exception {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(
                Files.readString(Published.root().resolve("functions/src/test/resources/standards/" + name)));
    }

    @Test
    void every_reference_leads_somewhere_and_nothing_lies_there_that_nobody_refers_to() {
        var components = new ArrayList<String>();
        DOCUMENT.path("components").properties().forEach(kind -> kind.getValue().propertyNames()
                .forEach(name -> components.add("#/components/" + kind.getKey() + "/" + name)));
        var references = DOCUMENT.findValuesAsString("$ref").stream().distinct().toList();
        assertThat(components).containsAll(references);
        assertThat(components).filteredOn(one -> !one.startsWith("#/components/securitySchemes/"))
                .allSatisfy(component -> assertThat(references).contains(component));
    }

    @Test
    void operations_have_names_of_their_own() {
        var names = DOCUMENT.findValuesAsString("operationId");
        assertThat(names).doesNotHaveDuplicates().hasSizeGreaterThan(4 * Topology.collections().size());
    }

    @Test
    void every_problem_is_what_some_call_may_be_answered() {
        var told = Arrays.stream(OpenApi.Call.values()).flatMap(call -> call.problems().stream())
                .collect(Collectors.toSet());
        assertThat(Problem.values()).as("say in OpenApi.Call what is answered it")
                .allSatisfy(problem -> assertThat(told).contains(problem));
    }

    @Test
    void every_example_fits_its_schema() {
        var examples = new ArrayList<Example>();
        collect("", DOCUMENT, examples);
        var name = "urn:chongshan:openapi";
        var schemas = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12,
                builder -> builder.schemas(Map.of(name, DOCUMENT.toString())));
        assertThat(examples).hasSizeGreaterThan(50)
                .allSatisfy(example -> assertThat(
                        schemas.getSchema(SchemaLocation.of(name + "#" + example.schema)).validate(example.value))
                        .as("%s: %s", example.schema, example.value).isEmpty());
    }

    /**
     * An example.
     *
     * @param schema JSON pointer to it
     */
    private record Example(String schema, JsonNode value) {}

    private static void collect(String pointer, JsonNode node, List<Example> into) {
        if (node.has("schema")) {
            Stream.concat(node.path("examples").valueStream().map(one -> one.get("value")),
                    node.has("example") ? Stream.of(node.get("example")) : Stream.empty())
                    .forEach(value -> into.add(new Example(pointer + "/schema", value)));
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            collect(pointer + "/" + i, node.get(i), into);
        }
        node.properties()
                .forEach(property -> collect(pointer + "/" + property.getKey().replace("~", "~0").replace("/", "~1"),
                        property.getValue(), into));
    }

    @Test
    void the_posted_examples_would_be_accepted() {
        var validator = new EventValidator(ReferenceData.subdistricts());
        assertThat(List.of(OpenApi.visit(), OpenApi.household())).allSatisfy(posted -> assertThat(
                validator.faults(ContractSchemas.tree(posted), Instant.parse("2023-03-03T00:00:00Z"))).isEmpty());
    }
}
