package org.chongshan.local.access;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.chongshan.bureau.Topology;
import org.chongshan.core.FunctionSpec.Collection;
import org.chongshan.events.Event;
import org.chongshan.events.PostedBy;
import org.chongshan.events.Role;
import org.chongshan.events.json.EventCatalogue;
import org.chongshan.local.Bureau;
import org.chongshan.local.Engines;
import org.chongshan.local.Platform;
import org.chongshan.local.RecordingEndpoint;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is for readers alone is seen by nobody else. A text never seen elsewhere is planted in every personal and confidential
 * field of every event that can be posted; the events are applied, refused, in conflict, malformed, forbidden and among the
 * dead letters; then every byte is searched that went to an engine or came from it, that lies on the disk, that was printed
 * or answered. That the search finds what is there is shown by free text that is not marked.
 */
class PersonalDataTest {
    private static final PrintStream OUT = System.out;
    private static final PrintStream ERR = System.err;
    private static final List<String> VERBOSE = List.of("org.chongshan", "org.chongshan.decisions",
            "software.amazon.awssdk");

    @TempDir
    private static Path folder;
    private static final Canaries CANARIES = new Canaries();
    private static final ByteArrayOutputStream PRINTED = new ByteArrayOutputStream();
    private static final Map<String, Level> LEVELS = new HashMap<>();
    /** Everything answered to whoever posts. */
    private static final ByteArrayOutputStream POSTED = new ByteArrayOutputStream();
    /** What was refused where nothing is: it can be read by nobody but its sender. */
    private static final Set<String> REFUSED_AT_NOTHING = new TreeSet<>();
    /** What waits for something that has not begun. */
    private static final Set<String> EARLY = new TreeSet<>();
    /** Everything read, by role and function. */
    private static final Map<Role, Map<Collection<?, ?>, ByteArrayOutputStream>> READ = new TreeMap<>();
    private static final Set<Class<? extends Event>> ACCEPTED = new HashSet<>();
    private static Map<String, byte[]> passed;
    private static List<String> deadLetters;
    private static Bureau bureau;

    @BeforeAll
    static void everything_is_planted_posted_read_and_stopped() throws Exception {
        System.setOut(new PrintStream(PRINTED, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(PRINTED, true, StandardCharsets.UTF_8));
        var engines = Files.createDirectory(folder.resolve("engines"));
        try (var elsewhere = Engines.embedded(engines); var endpoint = new RecordingEndpoint(elsewhere)) {
            try (var platform = new Platform(new Platform.Options(0, folder.resolve("platform"), endpoint.url(),
                    "chongshan-", null, InstantSource.system(), null, 1))) {
                everythingSwitchedOn();
                bureau = Bureau.at(platform.url());
                stories(platform);
                everyEventOnceAndInConflict();
                malformedAndForbidden();
                failing(platform);
                assertThat(platform.drained(Duration.ofMinutes(5))).isTrue();
                deadLetters = deadLetters(platform);
                read(platform);
            }
            passed = endpoint.passed();
        }
    }

    /** Only once the platform runs: Spring Boot reads the levels from the file when it starts. */
    private static void everythingSwitchedOn() {
        for (var name : VERBOSE) {
            var logger = (Logger) LoggerFactory.getLogger(name);
            LEVELS.put(name, logger.getLevel());
            logger.setLevel(Level.DEBUG);
        }
    }

    @AfterAll
    static void as_it_was() {
        System.setOut(OUT);
        System.setErr(ERR);
        LEVELS.forEach((name, level) -> ((Logger) LoggerFactory.getLogger(name)).setLevel(level));
    }

    private static Class<? extends Event> type(String name) {
        return EventCatalogue.find("org.chongshan." + name).orElseThrow();
    }

    private static ObjectNode data(String name, String overrides) {
        var data = CANARIES.data(type(name));
        ((ObjectNode) Bureau.JSON.readTree(overrides)).properties()
                .forEach(property -> data.set(property.getKey(), property.getValue()));
        return data;
    }

    private static String poster(Class<? extends Event> event) {
        return event.getAnnotation(PostedBy.class).value()[0].claim();
    }

    private static int post(Class<? extends Event> event, String role, String id, String data) throws Exception {
        var answer = bureau.post(role, bureau.event(id, Event.typeOf(event).replace("org.chongshan.", ""), data));
        POSTED.writeBytes(answer.body().getBytes(StandardCharsets.UTF_8));
        return answer.statusCode();
    }

    private static void accepted(Class<? extends Event> event, String id, ObjectNode data) throws Exception {
        accepted(event, poster(event), id, data);
    }

    private static void accepted(Class<? extends Event> event, String role, String id, ObjectNode data)
            throws Exception {
        assertThat(post(event, role, id, data.toString())).as(event + " " + data).isEqualTo(202);
        ACCEPTED.add(event);
    }

    /** In the order of the stories, so that names come into states, emitted events and other programmes' words. */
    private static void stories(Platform platform) throws Exception {
        var lead = "H-household.bereavement." + java.time.LocalDate.now(org.chongshan.core.WorkingDays.ZONE)
                .format(java.time.format.DateTimeFormatter.BASIC_ISO_DATE);
        for (var step : new String[][]{
                {"relief.FundOpened", "{\"fund\": \"320613001\", \"amountFen\": 5000000, \"floorFen\": 0}"},
                {"relief.HouseholdRegistered", "{}"}, {"relief.GridVisitRecorded", "{\"hardship\": \"BEREAVEMENT\"}"},
                {"relief.LeadTriaged",
                        """
                                {"lead": "%s", "outcome": "URGENT_RELIEF", "amountFen": 300000, "persons": 2}"""
                                .formatted(lead)},
                {"relief.HouseholdPlanAdopted", "{\"plan\": 1}"}, {"relief.KeyWatchAdded", "{}"},
                {"relief.ReliefApplicationSubmitted", "{}"}, {"relief.ConsultationConvened", """
                        {"attendees": ["street-17", "station-17", "district-17"]}"""},
                {"relief.AttendanceConfirmed", "{}", "station"}, {"relief.AttendanceConfirmed", "{}", "district"},
                {"relief.CaseTabled", "{}"}, {"relief.CaseDeliberated", "{\"verdict\": \"APPROVE\", \"inFavour\": 2}"},
                {"minors.ChildCaseOpened", "{}"}, {"minors.ChildRiskAssessed", "{}"},
                {"minors.ChildVisitRecorded", "{}"}, {"minors.ProtectionConcernReported", "{}"},
                {"minors.InterventionLinked", "{}"}, {"organisations.ProposalSubmitted", "{}", "street"}}) {
            var event = type(step[0]);
            accepted(event, step.length > 2 ? step[2] : poster(event), Bureau.newId(), data(step[0], step[1]));
            assertThat(platform.drained(Duration.ofMinutes(5))).isTrue();
        }
    }

    /** Most are refused, for nothing else of their story has happened; then the same id comes with other texts. */
    private static void everyEventOnceAndInConflict() throws Exception {
        var faulty = new ArrayList<String>();
        for (var event : postable()) {
            var id = Bureau.newId();
            var times = Canaries.fields(event, "").isEmpty() ? 1 : 2;
            for (int time = 0; time < times; time++) {
                var from = POSTED.size();
                if (post(event, poster(event), id, CANARIES.data(event).toString()) != 202) {
                    var answers = POSTED.toByteArray();
                    faulty.add(event.getSimpleName() + ": "
                            + new String(answers, from, answers.length - from, StandardCharsets.UTF_8));
                }
            }
            ACCEPTED.add(event);
        }
        assertThat(faulty).as("what is planted passes the door").isEmpty();
    }

    private static void malformedAndForbidden() throws Exception {
        for (var event : postable()) {
            for (var field : Canaries.fields(event, "")) {
                var data = CANARIES.data(event);
                var top = field.split("\\.")[0];
                var text = Canaries.PERSONAL + "葛".repeat(5_000);
                assertThat(post(event, poster(event), Bureau.newId(), data.deepCopy().put("more", text).toString()))
                        .isEqualTo(422);
                assertThat(post(event, poster(event), Bureau.newId(),
                        data.deepCopy().put("葛美云 " + Canaries.PERSONAL, 1).toString())).isEqualTo(422);
                assertThat(post(event, poster(event), Bureau.newId(),
                        data.deepCopy().set(top, data.objectNode().put("葛美云 " + Canaries.PERSONAL, text)).toString()))
                        .isEqualTo(422);
                assertThat(post(event, poster(event), Bureau.newId(), data.deepCopy().put(top, text).toString()))
                        .isEqualTo(422);
                assertThat(post(event, poster(event), Bureau.newId(), data + "}")).isEqualTo(400);
                assertThat(post(event, poster(event), Canaries.PERSONAL, data.toString())).isEqualTo(422);
                assertThat(post(event, "auditor", Bureau.newId(), data.toString())).isEqualTo(403);
                var elsewhere = bureau.post(bureau.token("grid", "320613002"), "application/json", bureau
                        .event(Bureau.newId(), Event.typeOf(event).replace("org.chongshan.", ""), data.toString()));
                POSTED.writeBytes(elsewhere.body().getBytes(StandardCharsets.UTF_8));
                assertThat(elsewhere.statusCode()).isEqualTo(403);
            }
        }
    }

    /** A household whose state cannot be read: whatever concerns it fails until it is a dead letter. */
    private static void failing(Platform platform) throws Exception {
        platform.engines().dynamo()
                .putItem(put -> put.tableName("chongshan-relief")
                        .item(Map.of("pk", AttributeValue.fromS("household/H-spoilt"), "sk",
                                AttributeValue.fromS("state"), "version", AttributeValue.fromN("1"), "state",
                                AttributeValue.fromS("{"))));
        accepted(type("relief.HouseholdRegistered"), Bureau.newId(),
                data("relief.HouseholdRegistered", "{\"household\": \"H-spoilt\"}"));
    }

    private static List<String> deadLetters(Platform platform) {
        var bodies = new ArrayList<String>();
        Topology.queued().forEach(function -> platform.engines().sqs()
                .receiveMessage(receive -> receive.queueUrl(platform.settings().queueUrl(function.deadLetterName()))
                        .maxNumberOfMessages(10).messageAttributeNames("All").messageSystemAttributeNames(
                                software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName.ALL))
                .messages().forEach(message -> bodies.add(message.body())));
        return bodies;
    }

    /** Every role reads, or tries to read, everything there is. */
    private static void read(Platform platform) throws Exception {
        var paths = new TreeMap<String, Set<String>>();
        for (var table : platform.engines().dynamo().listTables().tableNames()) {
            var items = platform.engines().dynamo().scanPaginator(scan -> scan.tableName(table)).items().stream()
                    .toList();
            var there = items.stream().filter(item -> item.get("sk").s().equals("state"))
                    .map(item -> item.get("pk").s()).collect(Collectors.toSet());
            for (var item : items) {
                var key = item.get("pk").s().split("/", 2);
                var function = Topology.collections().stream().filter(one -> one.name().equals(key[0])).findFirst();
                if (function.isPresent() && !key[1].equals("H-spoilt")) {
                    var own = paths.computeIfAbsent(key[0], none -> new TreeSet<>());
                    own.add("");
                    own.add("/" + key[1]);
                    own.add("/" + key[1] + "/journal");
                    if (item.get("sk").s().startsWith("journal/")) {
                        var type = Bureau.JSON.readTree(item.get("event").s()).path("type").stringValue("");
                        if (!there.contains(item.get("pk").s())) {
                            REFUSED_AT_NOTHING.add(type);
                        } else if (item.containsKey("outcome") && item.get("outcome").s().equals("early")) {
                            EARLY.add(type);
                        }
                        own.add("/" + key[1] + "/journal/" + item.get("sk").s().split("/")[1]);
                    }
                }
            }
        }
        for (var role : Role.values()) {
            if (role != Role.SYSTEM) {
                for (var entry : paths.entrySet()) {
                    var function = (Collection<?, ?>) Topology.named(entry.getKey());
                    for (var path : entry.getValue()) {
                        READ.computeIfAbsent(role, none -> new HashMap<>())
                                .computeIfAbsent(function, none -> new ByteArrayOutputStream())
                                .writeBytes(bureau
                                        .get(bureau.token(role.claim(), Bureau.STREET), "/v1/" + function.path() + path)
                                        .body().getBytes(StandardCharsets.UTF_8));
                    }
                }
            }
        }
    }

    private static List<Class<? extends Event>> postable() {
        return EventCatalogue.all().stream().filter(event -> event.isAnnotationPresent(PostedBy.class)).toList();
    }

    @Test
    void every_field_of_every_event_that_can_be_posted_was_planted_and_accepted() {
        for (var event : postable()) {
            assertThat(ACCEPTED).contains(event);
            assertThat(CANARIES.planted().stream().filter(one -> one.event() == event).map(Canaries.Planted::field))
                    .as(event.getName()).containsAll(Canaries.fields(event, ""));
        }
        assertThat(CANARIES.planted()).hasSizeGreaterThan(50);
    }

    @Test
    void no_engine_ever_gets_it_not_in_items_keys_indexes_messages_attributes_or_streams() {
        assertThat(passed.keySet()).contains("DynamoDB_20120810", "DynamoDBStreams_20120810", "AmazonSQS");
        passed.forEach((service, bytes) -> {
            assertThat(Canaries.sealableIn(bytes)).as(service).isEmpty();
            assertThat(Canaries.in(bytes, "sealed.1.")).as(service + " carries it sealed").isNotEmpty();
        });
        for (var service : List.of("DynamoDB_20120810", "AmazonSQS")) {
            assertThat(Canaries.in(passed.get(service), Canaries.UNMARKED)).as("the search finds what is there")
                    .isNotEmpty();
        }
    }

    @Test
    void an_identity_number_is_known_again_by_a_keyed_index_and_by_no_hash_that_anybody_can_make() throws Exception {
        for (var service : passed.keySet()) {
            assertThat(CANARIES.hashedNumbersIn(passed.get(service))).as(service).isEmpty();
        }
        assertThat(Canaries.in(passed.get("DynamoDB_20120810"), "person/n.1-")).as("the index is there").isNotEmpty();
        assertThat(CANARIES.hashedNumbersIn(PRINTED.toByteArray())).isEmpty();
        assertThat(CANARIES.hashedNumbersIn(POSTED.toByteArray())).isEmpty();
    }

    @Test
    void no_byte_on_the_disk_shows_it() throws Exception {
        var unmarked = 0;
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var bytes = Files.readAllBytes(file);
                assertThat(Canaries.sealableIn(bytes)).as(file.toString()).isEmpty();
                assertThat(CANARIES.hashedNumbersIn(bytes)).as(file.toString()).isEmpty();
                unmarked += Canaries.in(bytes, Canaries.UNMARKED).size();
            }
        }
        assertThat(unmarked).as("the search finds what is there").isPositive();
    }

    @Test
    void nothing_printed_shows_it_even_with_everything_switched_on() {
        var printed = PRINTED.toByteArray();
        assertThat(Canaries.sealableIn(printed)).isEmpty();
        assertThat(new String(printed, StandardCharsets.UTF_8)).contains("\"_aws\"", "DEBUG");
    }

    @Test
    void whoever_posts_is_answered_without_a_word_of_it() {
        assertThat(Canaries.sealableIn(POSTED.toByteArray())).isEmpty();
        assertThat(POSTED.toString(StandardCharsets.UTF_8)).contains("invalid-event", "malformed-json",
                "role-may-not-post", "outside-subdistrict", "accepted");
    }

    @Test
    void a_dead_letter_carries_it_sealed() {
        assertThat(deadLetters).singleElement().asString().contains("H-spoilt", "sealed.1.");
    }

    @Test
    void whoever_does_not_work_with_names_sees_none_and_whoever_may_not_read_sees_nothing() {
        READ.forEach((role, answers) -> answers.forEach((function, answer) -> {
            if (!function.seesNames().contains(role)) {
                assertThat(Canaries.personalIn(answer.toByteArray())).as(role + " " + function.name()).isEmpty();
            }
            if (!function.readers().contains(role)) {
                assertThat(Canaries.sealableIn(answer.toByteArray())).as(role + " " + function.name()).isEmpty();
            }
            assertThat(answer.toString(StandardCharsets.UTF_8)).as(role + " " + function.name())
                    .doesNotContain("sealed.1.", "(unreadable)");
        }));
    }

    @Test
    void whoever_works_with_names_reads_each_text_as_it_was_planted_and_an_auditor_why_it_was_decided() {
        var missing = new ArrayList<String>();
        for (var planted : inTheJournals()) {
            if (REFUSED_AT_NOTHING.contains(Event.typeOf(planted.event()))) {
                continue;
            }
            for (var function : accepting(planted.event())) {
                for (var role : planted.personal() ? function.seesNames() : function.readers()) {
                    // What has not begun is read by those alone who read the whole bureau.
                    if ((!role.isLocal() || !EARLY.contains(Event.typeOf(planted.event()))) && !READ.get(role)
                            .get(function).toString(StandardCharsets.UTF_8).contains(planted.text())) {
                        missing.add(role + " does not see in " + function.name() + " " + planted);
                    }
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    /** The first text of each field: it came with an event that was applied or refused, not in conflict or malformed. */
    private static List<Canaries.Planted> inTheJournals() {
        var first = new HashMap<String, Canaries.Planted>();
        CANARIES.planted().forEach(one -> first.putIfAbsent(one.event() + one.field(), one));
        assertThat(first).isNotEmpty();
        return List.copyOf(first.values());
    }

    private static List<Collection<?, ?>> accepting(Class<? extends Event> event) {
        return Topology.collections().stream().filter(collection -> collection.accepts().contains(event)).toList();
    }

    @Test
    void what_another_programme_or_another_aggregate_was_told_is_readable_there() {
        for (var told : new String[][]{{"minors.InterventionLinked", "need", "referral", "STREET"},
                {"relief.CaseDeliberated", "grounds", "relief-case", "AUDITOR"},
                {"relief.HouseholdRegistered", "members.name", "household", "STREET"}}) {
            var text = inTheJournals().stream()
                    .filter(one -> one.event() == type(told[0]) && one.field().equals(told[1])).findFirst()
                    .orElseThrow().text();
            assertThat(READ.get(Role.valueOf(told[3])).get(Topology.named(told[2])).toString(StandardCharsets.UTF_8))
                    .as(Arrays.toString(told)).contains(text);
        }
    }
}
