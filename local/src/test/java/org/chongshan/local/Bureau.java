package org.chongshan.local;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

import com.fasterxml.uuid.Generators;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** A bureau under test: people who post and read over HTTP, and a clock that can be moved. */
public final class Bureau implements AutoCloseable {
    public static final JsonMapper JSON = new JsonMapper();
    public static final String STREET = "320613001";

    private final HttpClient http = HttpClient.newHttpClient();
    /** Half of what the development issuer's last. */
    private static final Duration TOKEN_LASTS = Duration.ofMinutes(30);

    private record Token(String text, Instant until) {}

    private final Map<String, Token> tokens = new ConcurrentHashMap<>();
    private final AtomicReference<Instant> now;
    private final @Nullable Platform platform;
    private final String url;

    private Bureau(Instant start) {
        now = new AtomicReference<>(start);
        InstantSource clock = now::get;
        platform = new Platform(new Platform.Options(0, null, TestEngines.endpoint(), TestEngines.prefix(), null, clock,
                null, TestEngines.retrySeconds()));
        url = platform.url();
        platform.tick();
    }

    private Bureau(String url) {
        this.now = new AtomicReference<>(Instant.now());
        this.platform = null;
        this.url = url;
    }

    /** A bureau of its own, in memory, at this time. */
    public static Bureau openAt(String instant) {
        return new Bureau(Instant.parse(instant));
    }

    /** One that runs already. */
    public static Bureau at(String url) {
        return new Bureau(url);
    }

    public Platform platform() {
        return java.util.Objects.requireNonNull(platform);
    }

    /** It is this time now. */
    public void itIs(String instant) {
        now.set(Instant.parse(instant));
    }

    /** The minute passes: whatever is due is told, and everything that follows is done. */
    public void theMinutePasses() throws InterruptedException {
        platform().tick();
        settle();
    }

    public void settle() throws InterruptedException {
        assertThat(platform().drained(Duration.ofMinutes(15))).as("the queues run dry").isTrue();
    }

    public static String newId() {
        return Generators.timeBasedEpochGenerator().generate().toString();
    }

    /** A posted event; of relief unless the type names its programme. */
    public String event(String id, String type, String data) {
        return event(id, type, STREET, data);
    }

    public String event(String id, String type, String subdistrict, String data) {
        return event(id, type, subdistrict, data, time -> time);
    }

    /** The same, from a device that states this time when it is another. */
    public String event(String id, String type, String subdistrict, String data, UnaryOperator<Instant> clock) {
        return """
                {"specversion": "1.0", "id": "%s", "source": "/phones/17", "type": "org.chongshan.%s", "time": "%s",
                 "subdistrict": "%s", "data": %s}""".formatted(id, type.contains(".") ? type : "relief." + type,
                clock.apply(now.get()), subdistrict, data);
    }

    /** Posts, expects it to be taken, and lets everything happen that follows. */
    public void did(String role, String type, String data) throws Exception {
        var answer = post(role, event(newId(), type, data));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        if (platform != null) {
            settle();
        }
    }

    public HttpResponse<String> post(String role, String body) throws Exception {
        return post(token(role, STREET), "application/cloudevents+json", body);
    }

    public HttpResponse<String> post(String token, String mediaType, String body) throws Exception {
        return post(token, "/v1/events", mediaType, body);
    }

    public HttpResponse<String> post(String token, String path, String mediaType, String body) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create(url + path)).header("authorization", "Bearer " + token)
                        .header("content-type", mediaType).POST(BodyPublishers.ofString(body)).build(),
                BodyHandlers.ofString());
    }

    public HttpResponse<String> get(String token, String path) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create(url + path)).header("authorization", "Bearer " + token).build(),
                BodyHandlers.ofString());
    }

    /** What is taken away, byte by byte. */
    public HttpResponse<byte[]> file(String token, String path) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create(url + path)).header("authorization", "Bearer " + token).build(),
                BodyHandlers.ofByteArray());
    }

    /** What a reader of this role sees. */
    public JsonNode sees(String role, String path) throws Exception {
        var answer = get(token(role, STREET), "/v1/" + path);
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    /** Outcome and rule of each journal entry, by the simple name of its event. */
    public Map<String, String> journal(String path) throws Exception {
        var rules = new HashMap<String, String>();
        sees("district", path + "/journal").path("items").forEach(entry -> {
            var type = entry.path("event").path("type").stringValue("");
            rules.put(type.substring(type.lastIndexOf('.') + 1), entry.path("rule").stringValue(""));
            assertThat(entry.path("policy").stringValue("")).startsWith("2023-01-01+");
        });
        return rules;
    }

    public String token(String role, String subdistrict) throws Exception {
        return token(role, subdistrict, role + "-17");
    }

    /** Of somebody. */
    public String token(String role, String subdistrict, String subject) throws Exception {
        var key = role + subdistrict + subject;
        var known = tokens.get(key);
        if (known == null || known.until().isBefore(Instant.now())) {
            known = new Token(http.send(
                    HttpRequest.newBuilder(URI.create(url + "/token?role=" + role + "&subdistrict=" + subdistrict
                            + "&sub=" + URLEncoder.encode(subject, StandardCharsets.UTF_8))).build(),
                    BodyHandlers.ofString()).body(), Instant.now().plus(TOKEN_LASTS));
            tokens.put(key, known);
        }
        return known.text();
    }

    /** The issuer is another one now. */
    public void forgetTokens() {
        tokens.clear();
    }

    @Override
    public void close() {
        if (platform != null) {
            platform.close();
        }
    }
}
