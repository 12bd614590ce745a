package org.chongshan.local.replay;

import java.io.IOException;
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
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Everybody's phone and desk: posts and reads over HTTP, and tries again when no answer comes. */
final class Client {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int MOST_EVENTS = 100;
    private static final int TRIES = 8;
    private static final Duration FIRST_WAIT = Duration.ofMillis(250);
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER = 500;
    /** Half of what the development issuer's last. */
    private static final Duration TOKEN_LASTS = Duration.ofMinutes(30);

    private record Token(String text, Instant until) {}

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<Person, Token> tokens = new ConcurrentHashMap<>();
    private final String url;

    Client(String url) {
        this.url = url;
    }

    /**
     * It is this time now.
     *
     * @return false when it is later there already
     */
    boolean itIs(Instant time) throws InterruptedException {
        var answer = send(HttpRequest.newBuilder(URI.create(url + "/clock")).PUT(BodyPublishers.ofString(time + "")));
        if (answer.statusCode() == 404) {
            throw new ReplayFailure("clock-goes-by-itself", url + " does not run with --at");
        }
        return answer.statusCode() == 200;
    }

    /** Posts these, which one person may post in one batch; all must be taken. */
    void post(Person by, List<Posting> postings) throws InterruptedException {
        for (int i = 0; i < postings.size(); i += MOST_EVENTS) {
            var batch = postings.subList(i, Math.min(postings.size(), i + MOST_EVENTS));
            var body = batch.stream().map(Posting::json).collect(Collectors.joining(",", "[", "]"));
            var answer = send(as(by, "/v1/events").header("content-type", "application/cloudevents+json")
                    .POST(BodyPublishers.ofString(body)));
            var rejected = JSON.readTree(answer.body()).path("results").valueStream()
                    .filter(result -> result.path("status").stringValue("").equals("rejected")).toList();
            if (answer.statusCode() != 202 || !rejected.isEmpty()) {
                throw new ReplayFailure("not-taken", batch.getFirst().data().getClass().getSimpleName() + " at "
                        + batch.getFirst().at() + ": "
                        + (rejected.isEmpty() ? answer.body() : rejected.getFirst().path("problem").toString()));
            }
        }
    }

    /** What somebody reads. */
    JsonNode read(Person by, String path) throws InterruptedException {
        var answer = send(as(by, path).GET());
        if (answer.statusCode() != 200) {
            throw new ReplayFailure("not-shown", path + ": " + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    private HttpRequest.Builder as(Person by, String path) throws InterruptedException {
        var known = tokens.get(by);
        if (known == null || known.until().isBefore(Instant.now())) {
            var answer = send(HttpRequest.newBuilder(URI.create("%s/token?role=%s&subdistrict=%s&sub=%s".formatted(url,
                    by.role().claim(), by.subdistrict(), URLEncoder.encode(by.subject(), StandardCharsets.UTF_8)))));
            if (answer.statusCode() != 200) {
                throw new ReplayFailure("no-development-issuer", url + " gives no tokens");
            }
            known = new Token(answer.body(), Instant.now().plus(TOKEN_LASTS));
            tokens.put(by, known);
        }
        return HttpRequest.newBuilder(URI.create(url + path)).header("authorization", "Bearer " + known.text());
    }

    /** What is posted again bears the same ids: that the answer was lost does no harm. */
    private HttpResponse<String> send(HttpRequest.Builder request) throws InterruptedException {
        var wait = FIRST_WAIT;
        for (int i = 1; true; i++) {
            try {
                var answer = http.send(request.build(), BodyHandlers.ofString());
                if (answer.statusCode() < SERVER && answer.statusCode() != TOO_MANY_REQUESTS || i == TRIES) {
                    return answer;
                }
            } catch (IOException e) {
                if (i == TRIES) {
                    throw new ReplayFailure("no-answer", url + ": " + e);
                }
            }
            Thread.sleep(wait);
            wait = wait.multipliedBy(2);
        }
    }
}
