package org.chongshan.local;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** One endpoint before engines that run elsewhere, as LocalStack offers it; it remembers every byte that passes. */
public final class RecordingEndpoint implements AutoCloseable {
    private static final Set<String> NOT_FORWARDED = Set.of("host", "content-length", "connection", "expect");

    private final Engines engines;
    private final HttpClient http = HttpClient.newHttpClient();
    private final HttpServer server;
    private final Map<String, ByteArrayOutputStream> passed = new TreeMap<>();

    public RecordingEndpoint(Engines engines) throws IOException {
        this.engines = engines;
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::forward);
        server.start();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** All requests and answers so far, by the service they were for. */
    public Map<String, byte[]> passed() {
        synchronized (passed) {
            var all = new TreeMap<String, byte[]>();
            passed.forEach((service, bytes) -> all.put(service, bytes.toByteArray()));
            return all;
        }
    }

    private void remember(String service, byte[] bytes) {
        synchronized (passed) {
            passed.computeIfAbsent(service, none -> new ByteArrayOutputStream()).writeBytes(bytes);
        }
    }

    private void forward(HttpExchange exchange) throws IOException {
        var service = exchange.getRequestHeaders().getFirst("X-Amz-Target").split("\\.")[0];
        var body = exchange.getRequestBody().readAllBytes();
        remember(service, exchange.getRequestHeaders().entrySet().toString().getBytes(StandardCharsets.UTF_8));
        remember(service, body);
        var engine = service.equals("AmazonSQS")
                ? URI.create(engines.queueBase())
                : engines.dynamo().serviceClientConfiguration().endpointOverride().orElseThrow();
        var request = HttpRequest.newBuilder(engine.resolve("/")).POST(BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!NOT_FORWARDED.contains(name.toLowerCase(java.util.Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        try {
            var answer = http.send(request.build(), BodyHandlers.ofByteArray());
            remember(service, answer.body());
            answer.headers().firstValue("content-type")
                    .ifPresent(type -> exchange.getResponseHeaders().set("content-type", type));
            answer.headers().firstValue("x-amz-crc32")
                    .ifPresent(sum -> exchange.getResponseHeaders().set("x-amz-crc32", sum));
            exchange.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            exchange.close();
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
