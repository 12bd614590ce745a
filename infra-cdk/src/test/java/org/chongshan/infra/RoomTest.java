package org.chongshan.infra;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.chongshan.bureau.Topology;
import org.chongshan.core.Aggregate;
import org.chongshan.core.FunctionSpec;
import org.chongshan.core.FunctionSpec.Collection;
import org.chongshan.events.Event;
import org.chongshan.events.Programme;
import org.chongshan.infra.Cloud.Resource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * There is room: what AWS bounds is well below its bound, today and in a crowded bureau of {@value #COLLECTIONS} collections,
 * spread over its programmes. Bounds are those of each service's "Quotas" page.
 */
class RoomTest {
    private static final JsonMapper JSON = new JsonMapper();
    /** Of the crowded bureau: what ingest may send to then still fits into its role's own policy. */
    private static final int COLLECTIONS = 48;
    /** Beyond, a programme's stack comes near its bound: two stacks then, or two programmes. */
    private static final int OF_A_PROGRAMME = 20;
    /** Of 500, CloudFormation. */
    private static final int RESOURCES = 400;
    /** Of 10 240 characters, IAM: all inline policies of a role together. */
    private static final int OF_A_ROLE = 8_000;
    /** Of 20 kB, Lambda, and of 32 kB, KMS. */
    private static final int OF_A_RESOURCE = 15_000;
    /** Of 4 kB, Lambda. */
    private static final int ENVIRONMENT = 2_000;
    /** Of 300, API Gateway. */
    private static final int ROUTES = 240;

    @TempDir
    private static Path code;
    private static Cloud today;
    private static Cloud crowded;

    @BeforeAll
    static void synthesised() throws Exception {
        Files.writeString(code.resolve("empty"), "");
        today = Cloud.of(Cloud.stacks(code, Topology.FUNCTIONS));
        crowded = Cloud.of(Cloud.stacks(code,
                Stream.concat(Topology.FUNCTIONS.stream().filter(function -> !(function instanceof Collection<?, ?>)),
                        Stream.of(Programme.values()).flatMap(RoomTest::crowd)).toList()));
    }

    @Test
    void every_stack_has_room_for_more_resources() {
        assertThat(resources(today)).allSatisfy((stack, resources) -> assertThat(resources).isLessThan(RESOURCES));
        // A programme's own stack grows with that programme alone: today's numbers are what there is to say of it.
        for (var stack : List.of("chongshan-gateway", "chongshan-schedules", "chongshan-operations",
                "chongshan-sealing")) {
            assertThat(resources(crowded).get(stack)).as(stack).isLessThan(RESOURCES);
        }
    }

    @Test
    void a_programme_has_room_for_twenty_collections_in_its_stack() {
        var each = Stream.of(Programme.values()).filter(programme -> many(programme) > own(programme).size())
                .mapToInt(programme -> Math.ceilDiv(
                        resources(crowded).get(stack(programme)) - resources(today).get(stack(programme)),
                        many(programme) - own(programme).size()))
                .max().orElseThrow();
        for (var programme : Programme.values()) {
            assertThat(resources(today).get(stack(programme)) + (OF_A_PROGRAMME - own(programme).size()) * each)
                    .as(stack(programme)).isLessThan(RESOURCES);
        }
    }

    @Test
    void a_collection_adds_two_routes_to_the_gateway_and_nothing_else() {
        assertThat(resources(crowded).get("chongshan-gateway") - resources(today).get("chongshan-gateway")).isEqualTo(
                2 * (Stream.of(Programme.values()).mapToInt(RoomTest::many).sum() - Topology.collections().size()));
        assertThat(crowded.all("AWS::ApiGatewayV2::Route")).hasSizeLessThan(ROUTES);
        assertThat(crowded.all("AWS::Lambda::Permission")).as("one for each function the gateway calls")
                .hasSameSizeAs(today.all("AWS::Lambda::Permission"))
                .hasSize(Topology.of(FunctionSpec.Sealing.class).size()
                        + Topology.of(FunctionSpec.Reference.class).size());
    }

    @Test
    void no_policy_and_no_environment_comes_near_its_bound() {
        assertThat(crowded.all("AWS::IAM::ManagedPolicy")).as("what the CDK makes of statements that do not fit")
                .isEmpty();
        var identities = crowded.all("AWS::IAM::Policy").stream().collect(Collectors.groupingBy(
                policy -> policy.text("Roles"), Collectors.summingInt(policy -> size(policy, "PolicyDocument"))));
        assertThat(identities).isNotEmpty().allSatisfy((role, size) -> assertThat(size).isLessThan(OF_A_ROLE));
        // A permission becomes a statement with an id and a condition.
        var ofFunctions = crowded.all("AWS::Lambda::Permission").stream().collect(Collectors.groupingBy(
                permission -> permission.text("FunctionName"),
                Collectors.summingInt(permission -> 200 + JSON.writeValueAsString(permission.properties()).length())));
        assertThat(ofFunctions).isNotEmpty().allSatisfy((function, size) -> assertThat(size).isLessThan(OF_A_RESOURCE));
        assertThat(crowded.all("AWS::KMS::Key"))
                .allSatisfy(key -> assertThat(size(key, "KeyPolicy")).isLessThan(OF_A_RESOURCE));
        assertThat(
                Stream.of("AWS::SQS::QueuePolicy", "AWS::SNS::TopicPolicy").flatMap(type -> crowded.all(type).stream()))
                .allSatisfy(policy -> assertThat(size(policy, "PolicyDocument")).isLessThan(OF_A_RESOURCE));
        assertThat(crowded.all("AWS::Lambda::Function"))
                .allSatisfy(function -> assertThat(size(function, "Environment")).isLessThan(ENVIRONMENT));
    }

    @Test
    void the_queues_together_leave_half_of_a_full_accounts_calls_to_everybody_else() {
        var mappings = crowded.all("AWS::Lambda::EventSourceMapping").stream()
                .filter(mapping -> mapping.properties().containsKey("ScalingConfig")).toList();
        assertThat(mappings).hasSizeGreaterThan(COLLECTIONS).extracting(
                mapping -> ((Number) Cloud.map(mapping.properties().get("ScalingConfig")).get("MaximumConcurrency"))
                        .intValue())
                .allMatch(calls -> calls * mappings.size() <= 500);
    }

    private static Map<String, Integer> resources(Cloud cloud) {
        return cloud.all().stream()
                .collect(Collectors.groupingBy(Resource::stack, Collectors.summingInt(resource -> 1)));
    }

    private static int size(Resource resource, String property) {
        return JSON.writeValueAsString(resource.properties().get(property)).length();
    }

    private static String stack(Programme programme) {
        return "chongshan-" + programme.key();
    }

    private static List<Collection<?, ?>> own(Programme programme) {
        return Topology.collections().stream().filter(one -> one.programme() == programme).toList();
    }

    /** How many collections the programme has in the crowded bureau. */
    private static int many(Programme programme) {
        return Math.max(own(programme).size(), Math.ceilDiv(COLLECTIONS, Programme.values().length));
    }

    private static Stream<Collection<?, ?>> crowd(Programme programme) {
        var own = own(programme);
        return IntStream.range(0, many(programme))
                .mapToObj(i -> i < own.size() ? own.get(i) : another(own.get(i % own.size()), "-" + i));
    }

    private static <S extends Aggregate, E extends Event> Collection<S, E> another(Collection<S, E> one, String name) {
        return new Collection<>(one.programme(), one.name() + name, one.path() + name, one.decider(), one.readers(),
                one.seesNames(), one.confiding(), one.alarming(), one.crossings(), one.renderings(), one.sheets());
    }
}
