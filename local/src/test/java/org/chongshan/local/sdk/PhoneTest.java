package org.chongshan.local.sdk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.chongshan.local.Bureau;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * A client that a public generator makes of the published contract compiles, and posts a story; the outbox that is shown as an
 * example brings everything through a bad network, once. Skipped, and says so, where Node or its packages are not to be had.
 */
class PhoneTest {
    private static final Path EXAMPLE = Path.of("phone").toAbsolutePath();
    private static final Path FOLDER = Path.of("target", "phone").toAbsolutePath();

    /** The way to the platform: what each request meets, in their order, the last of them for ever. */
    private static final class BadNetwork implements AutoCloseable {
        enum Weather {
            /** The network is cut before the request is through. */
            CUT,
            /** The request is through, and the answer is not. */
            ANSWER_LOST,
            /** Somebody else's page is answered. */
            PORTAL,
            FINE
        }

        private final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                0);
        private final HttpClient http = HttpClient.newHttpClient();
        private final List<Weather> met = new CopyOnWriteArrayList<>();
        private final List<Weather> weather;
        private final URI beyond;

        BadNetwork(String beyond, Weather... weather) throws IOException {
            this.beyond = URI.create(beyond);
            this.weather = List.of(weather);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/", this::meet);
            server.start();
        }

        String url() {
            return "http://127.0.0.1:" + server.getAddress().getPort();
        }

        private void meet(HttpExchange exchange) throws IOException {
            try (exchange) {
                var now = weather.get(Math.min(met.size(), weather.size() - 1));
                met.add(now);
                switch (now) {
                    case CUT -> exchange.getRequestBody().readAllBytes();
                    case ANSWER_LOST -> {
                        assertThat(through(exchange).statusCode()).isEqualTo(202);
                    }
                    case PORTAL -> answer(exchange, 200, "text/html",
                            "<p>Welcome to the station.</p>".getBytes(StandardCharsets.UTF_8));
                    case FINE -> {
                        var answer = through(exchange);
                        answer(exchange, answer.statusCode(), answer.headers().firstValue("content-type").orElse(""),
                                answer.body());
                    }
                }
            }
        }

        private java.net.http.HttpResponse<byte[]> through(HttpExchange exchange) throws IOException {
            var request = HttpRequest.newBuilder(beyond.resolve(exchange.getRequestURI())).method(
                    exchange.getRequestMethod(), BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
            List.of("authorization", "content-type").forEach(name -> {
                var value = exchange.getRequestHeaders().getFirst(name);
                if (value != null) {
                    request.header(name, value);
                }
            });
            try {
                return http.send(request.build(), BodyHandlers.ofByteArray());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException(e);
            }
        }

        private static void answer(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
            exchange.getResponseHeaders().set("content-type", type);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }

        @Override
        public void close() {
            server.stop(0);
            http.close();
        }
    }

    @Test
    void a_client_made_of_the_contract_posts_a_story_and_the_outbox_loses_and_doubles_nothing() throws Exception {
        fetched("npm", "install", "--no-package-lock", "--no-audit", "--no-fund", "--ignore-scripts");
        try (var bureau = Bureau.openAt("2023-03-02T04:00:00Z");
                var network = new BadNetwork(bureau.platform().url(), BadNetwork.Weather.CUT,
                        BadNetwork.Weather.ANSWER_LOST, BadNetwork.Weather.PORTAL, BadNetwork.Weather.FINE)) {
            assertThat(ran(Map.of("CHONGSHAN", bureau.platform().url()), "", "npm", "run", "--silent", "contract"))
                    .isZero();
            assertThat(ran(Map.of(), "", "npm", "run", "--silent", "build")).as(said()).isZero();
            var tokens = new HashMap<String, String>();
            for (var role : List.of("district", "street", "grid", "cashier")) {
                tokens.put(role, bureau.token(role, Bureau.STREET));
            }
            var asked = Map.of("url", bureau.platform().url(), "outboxUrl", network.url(), "tokens", tokens,
                    "subdistrict", Bureau.STREET, "time", "2023-03-02T03:30:00Z", "year", "2023", "day", "20230302");
            assertThat(ran(Map.of(), Bureau.JSON.writeValueAsString(asked), "node", "built/story.js")).as(said())
                    .isZero();
            var told = Bureau.JSON.readTree(said());
            assertThat(told.path("status").stringValue()).isEqualTo("paid-unfiled");
            assertThat(told.path("posted").toString())
                    .isEqualTo("[[\"applied\",\"hardship-found-early\"],[\"applied\",\"visit-recorded\"]]");
            assertThat(network.met).startsWith(BadNetwork.Weather.CUT, BadNetwork.Weather.ANSWER_LOST,
                    BadNetwork.Weather.PORTAL, BadNetwork.Weather.FINE);
            var visits = new ArrayList<String>();
            bureau.sees("street", "households/H-1/journal").path("items").forEach(entry -> {
                if (entry.at("/event/type").stringValue("").endsWith("GridVisitRecorded")) {
                    visits.add(entry.at("/event/data/hardship").stringValue());
                }
            });
            assertThat(visits).as("each visit once, in the order they were paid").containsExactly("BEREAVEMENT",
                    "NONE");
        }
    }

    private static String said() {
        try {
            return Files.readString(FOLDER.resolve("said"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int ran(Map<String, String> environment, String input, String... command) throws Exception {
        var builder = new ProcessBuilder(command).directory(FOLDER.toFile()).redirectErrorStream(true)
                .redirectOutput(FOLDER.resolve("said").toFile());
        builder.environment().putAll(environment);
        var process = builder.start();
        try (var in = process.getOutputStream()) {
            in.write(input.getBytes(StandardCharsets.UTF_8));
        }
        return process.waitFor();
    }

    /** The packages, beside a copy of the example. */
    private static void fetched(String... install) throws Exception {
        Files.createDirectories(FOLDER);
        try (Stream<Path> files = Files.list(EXAMPLE)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                Files.write(FOLDER.resolve(file.getFileName()), Files.readAllBytes(file));
            }
        }
        try {
            assumeTrue(ran(Map.of(), "", install) == 0, "the packages of a TypeScript client are not to be had here");
        } catch (IOException e) {
            assumeTrue(false, "npm is not on this machine");
        }
    }
}
