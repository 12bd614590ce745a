package org.chongshan.local.sdk;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.http.HttpMessageFactory;
import io.cloudevents.jackson.JsonFormat;
import org.chongshan.local.Bureau;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * What an official SDK of CloudEvents sends is taken for what it says: in binary and in structured mode, with the extension
 * attributes of this platform and those of tracing. A language whose tools or SDK are not to be had here is skipped, and says so.
 */
class SdksTest {
    private static final Path SCRIPTS = Path.of("src", "test", "sdk").toAbsolutePath();
    private static final Path FETCHED = Path.of("target", "sdk").toAbsolutePath();
    private static final String OBSERVATION = "门口的灯亮着 · 100 % \"fine\"";
    private static final String ANYTHING = "葛 100 % \"sure\"";
    /** Of the SDKs those for Java, JavaScript and Go put a header as it is, and nothing else goes into one then. */
    private static final String ASCII = "visit 17";
    private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    private static Bureau bureau;

    @BeforeAll
    static void a_household_is_on_the_books() throws Exception {
        bureau = Bureau.openAt("2023-03-02T04:00:00Z");
        bureau.did("street", "HouseholdRegistered", """
                {"household": "H-1", "members": [
                  {"member": "M-1", "name": "a", "identityNumber": "320602196001010006", "relation": "HEAD"}]}""");
    }

    @AfterAll
    static void close() {
        bureau.close();
    }

    /** A visit as a phone would post it. */
    private record Visit(String mode, String id, String subject) {
        static Visit in(String mode, String subject) {
            return new Visit(mode, Bureau.newId(), subject);
        }

        Map<String, Object> data() {
            return Map.of("household", "H-1", "hardship", "NONE", "observation", OBSERVATION);
        }

        Map<String, Object> document() {
            return Map.of("mode", mode, "id", id, "type", "org.chongshan.relief.GridVisitRecorded", "source",
                    "/phones/17", "subject", subject, "time", "2023-03-02T03:30:00Z", "extensions", extensions(),
                    "data", data());
        }

        Map<String, String> extensions() {
            return Map.of("subdistrict", Bureau.STREET, "correlationid", "round-" + id, "traceparent", TRACE,
                    "tracestate", "congo=t61rcWkgMzE");
        }
    }

    /** Each stands in the journal as it was meant. */
    private static void arrived(List<Visit> visits) throws Exception {
        bureau.settle();
        for (var visit : visits) {
            var entry = bureau.sees("street", "households/H-1/journal/" + visit.id());
            assertThat(entry.path("outcome").stringValue()).as(visit.mode()).isEqualTo("applied");
            var event = entry.path("event");
            assertThat(event.path("subject").stringValue()).as(visit.mode()).isEqualTo(visit.subject());
            assertThat(event.path("time").stringValue()).isEqualTo("2023-03-02T03:30:00Z");
            assertThat(event.path("traceparent").stringValue()).isEqualTo(TRACE);
            assertThat(event.path("correlationid").stringValue()).isEqualTo("round-" + visit.id());
            assertThat(event.path("data").path("observation").stringValue()).isEqualTo(OBSERVATION);
        }
    }

    private static String events() {
        return bureau.platform().url() + "/v1/events";
    }

    @Test
    void java() throws Exception {
        var visits = List.of(Visit.in("binary", ASCII), Visit.in("structured", ANYTHING));
        try (var http = HttpClient.newHttpClient()) {
            for (var visit : visits) {
                var request = HttpRequest.newBuilder(URI.create(events())).header("authorization",
                        "Bearer " + bureau.token("grid", Bureau.STREET));
                var writer = HttpMessageFactory.createWriter(request::header,
                        body -> request.POST(BodyPublishers.ofByteArray(body)));
                if (visit.mode().equals("binary")) {
                    writer.writeBinary(event(visit));
                } else {
                    writer.writeStructured(event(visit), JsonFormat.CONTENT_TYPE);
                }
                var answer = http.send(request.build(), BodyHandlers.ofString());
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
            }
        }
        arrived(visits);
    }

    private static CloudEvent event(Visit visit) {
        var event = CloudEventBuilder.v1().withId(visit.id()).withType("org.chongshan.relief.GridVisitRecorded")
                .withSource(URI.create("/phones/17")).withSubject(visit.subject())
                .withTime(OffsetDateTime.parse("2023-03-02T11:30:00+08:00")).withData("application/json",
                        Bureau.JSON.writeValueAsString(visit.data()).getBytes(StandardCharsets.UTF_8));
        visit.extensions().forEach(event::withExtension);
        return event.build();
    }

    @Test
    void javascript() throws Exception {
        fetched("javascript", Path.of("node_modules", "cloudevents"), "npm", "install", "--no-package-lock",
                "--no-audit", "--no-fund", "--ignore-scripts");
        postedBy(List.of("node", "post.js"), Map.of(), "javascript",
                List.of(Visit.in("binary", ASCII), Visit.in("structured", ANYTHING)));
    }

    @Test
    void python() throws Exception {
        fetched("python", Path.of("libraries", "cloudevents"), "python3", "-m", "pip", "install", "--quiet",
                "--disable-pip-version-check", "--target", "libraries", "-r", "requirements.txt");
        // The first of its interfaces says no content type.
        postedBy(List.of("python3", "post.py"), Map.of("PYTHONPATH", "libraries", "PYTHONIOENCODING", "utf-8"),
                "python",
                List.of(Visit.in("binary", ANYTHING), Visit.in("structured", ANYTHING), Visit.in("binary-v1", ASCII)));
    }

    @Test
    void go() throws Exception {
        fetched("go", Path.of("post"), "go", "build", "-o", "post", ".");
        postedBy(List.of("./post"), Map.of(), "go",
                List.of(Visit.in("binary", ASCII), Visit.in("structured", ANYTHING)));
    }

    private static void postedBy(List<String> command, Map<String, String> environment, String language,
            List<Visit> visits) throws Exception {
        var asked = Map.of("url", events(), "token", bureau.token("grid", Bureau.STREET), "events",
                visits.stream().map(Visit::document).toList());
        var builder = new ProcessBuilder(command).directory(FETCHED.resolve(language).toFile());
        builder.environment().putAll(environment);
        builder.redirectError(FETCHED.resolve(language).resolve("errors").toFile());
        var process = builder.start();
        try (var in = process.getOutputStream()) {
            in.write(Bureau.JSON.writeValueAsBytes(asked));
        }
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        assertThat(process.waitFor()).as(() -> read(FETCHED.resolve(language).resolve("errors"))).isZero();
        assertThat(said).hasSameSizeAs(visits).containsOnly("202");
        arrived(visits);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** The SDK, fetched by its language's own client beside a copy of the script. */
    private static void fetched(String language, Path sdk, String... command) throws Exception {
        var folder = FETCHED.resolve(language);
        Files.createDirectories(folder);
        var copied = new ArrayList<Path>();
        try (Stream<Path> files = Files.list(SCRIPTS.resolve(language))) {
            copied.addAll(files.toList());
        }
        for (var file : copied) {
            Files.write(folder.resolve(file.getFileName()), Files.readAllBytes(file));
        }
        try {
            var fetch = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true)
                    .redirectOutput(folder.resolve("fetched").toFile()).start();
            fetch.getOutputStream().close();
            assumeTrue(fetch.waitFor() == 0 && Files.exists(folder.resolve(sdk)),
                    () -> language + ": its SDK is not to be had here");
        } catch (IOException e) {
            assumeTrue(false, language + ": " + command[0] + " is not on this machine");
        }
    }
}
