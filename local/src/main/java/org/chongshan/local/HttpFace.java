package org.chongshan.local;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;

import org.chongshan.bureau.Topology;
import org.chongshan.core.FunctionSpec;
import org.chongshan.shell.Language;
import org.chongshan.shell.Problem;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * API Gateway's HTTP API on this machine: routes read off the topology, the JWT authorizer, the payload format 2.0. Beside
 * them, only here, the development issuer and a health check.
 */
final class HttpFace extends Handler.Abstract {
    /** What is on one machine alone, and only read. */
    private static final List<String> READ_ALONE = List.of("/healthz", "/token", "/.well-known/jwks.json");
    private static final List<String> READ = List.of("GET", "HEAD");

    /** The largest body read at all; ingest's own limit is lower and answers with a reason. */
    private static final int MOST_BYTES = 4 << 20;
    /** What a body may take to come in, as at API Gateway: whoever sends a byte now and then does not hold on for ever. */
    private static final Duration MOST_TIME = Duration.ofSeconds(30);
    private static final Logger LOG = LoggerFactory.getLogger("org.chongshan.local");
    private static final JsonMapper JSON = new JsonMapper();

    private final Invoker invoker;
    private final TokenVerifier verifier;
    private final Optional<DevelopmentIssuer> issuer;
    private final BooleanSupplier healthy;
    /** What moves the clock; empty when it goes by itself. */
    private final Optional<Hand> hand;

    /** Moves the clock. */
    interface Hand {
        /** Answers whether it did, once everything that follows is done. */
        boolean moveTo(Instant then) throws InterruptedException;
    }

    HttpFace(Invoker invoker, TokenVerifier verifier, Optional<DevelopmentIssuer> issuer, BooleanSupplier healthy,
            Optional<Hand> hand) {
        this.invoker = invoker;
        this.verifier = verifier;
        this.issuer = issuer;
        this.healthy = healthy;
        this.hand = hand;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        try {
            answer(request, response, callback);
        } catch (InterruptedIOException e) {
            problem(response, callback, Problem.TIMEOUT.occurrence());
        } catch (IOException e) {
            // The sender was cut off, or was too slow; nobody may be there any more to read this.
            problem(response, callback, Problem.INCOMPLETE_BODY.occurrence());
        } catch (RuntimeException e) {
            LOG.warn("{} failed: {}", request.getMethod(), e.getClass().getName());
            LOG.debug("in full, for a developer's own data only", e);
            problem(response, callback, Problem.INTERNAL.occurrence());
        }
        return true;
    }

    private void answer(Request request, Response response, Callback callback) throws IOException {
        var path = request.getHttpURI().getCanonicalPath();
        if (path == null) {
            path = "/";
        }
        if (READ_ALONE.contains(path) && !READ.contains(request.getMethod())) {
            problem(response, callback, Problem.METHOD_NOT_ALLOWED.occurrence().with("allow", String.join(", ", READ)));
            return;
        }
        switch (path) {
            case "/healthz" -> write(response, callback, healthy.getAsBoolean() ? 200 : 503, "text/plain",
                    healthy.getAsBoolean() ? "ok\n" : "not ready\n");
            case "/token" -> token(request, response, callback);
            case "/clock" -> clock(request, response, callback);
            case "/.well-known/jwks.json" -> write(response, callback, 200, "application/json",
                    issuer.map(one -> one.keys().toString()).orElse("{}"));
            default -> route(path, request, response, callback);
        }
    }

    private void token(Request request, Response response, Callback callback) {
        var query = parameters(request).orElse(Map.of());
        var role = query.get("role");
        if (issuer.isEmpty() || role == null) {
            problem(response, callback, Problem.NOT_FOUND.occurrence(Problem.Exactly.TOKEN_OF_DEVELOPMENT));
            return;
        }
        var subject = query.get("sub");
        write(response, callback, 200, "text/plain",
                issuer.get().token(subject == null ? role + "-1" : subject, role, query.get("subdistrict")));
    }

    private void clock(Request request, Response response, Callback callback) throws IOException {
        if (hand.isEmpty()) {
            problem(response, callback, Problem.NOT_FOUND.occurrence(Problem.Exactly.CLOCK_OF_DEVELOPMENT));
            return;
        }
        if (!request.getMethod().equals("PUT")) {
            problem(response, callback, Problem.METHOD_NOT_ALLOWED.occurrence().with("allow", "PUT"));
            return;
        }
        try {
            var then = OffsetDateTime.parse(new String(body(request), StandardCharsets.UTF_8).strip()).toInstant();
            if (hand.get().moveTo(then)) {
                write(response, callback, 200, "text/plain", then + "\n");
            } else {
                problem(response, callback, Problem.MALFORMED_REQUEST.occurrence(Problem.Exactly.CLOCK_GOES_ON));
            }
        } catch (DateTimeParseException e) {
            problem(response, callback, Problem.MALFORMED_REQUEST.occurrence(Problem.Exactly.CLOCK_TAKES_A_TIME));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            problem(response, callback, Problem.INTERNAL.occurrence());
        }
    }

    private void route(String path, Request request, Response response, Callback callback) throws IOException {
        var function = at(path);
        if (function.isEmpty()) {
            problem(response, callback, Problem.NOT_FOUND.occurrence());
            return;
        }
        var open = function.get() instanceof FunctionSpec.Reference;
        // A header that comes twice is one with a comma to API Gateway, and no token then.
        var claims = open
                ? Optional.of(Map.<String, String>of())
                : verifier.claims(String.join(",", request.getHeaders().getValuesList("authorization")));
        if (claims.isEmpty()) {
            problem(response, callback, Problem.UNAUTHORIZED.occurrence());
            return;
        }
        var parameters = parameters(request);
        if (parameters.isEmpty()) {
            problem(response, callback, Problem.MALFORMED_REQUEST.occurrence(Problem.Exactly.NO_QUERY_STRING));
            return;
        }
        var body = body(request);
        if (body.length > MOST_BYTES) {
            problem(response, callback, Problem.TOO_LARGE.occurrence());
            return;
        }
        var answer = JSON.readTree(
                invoker.invoke(function.get().name(), event(path, request, claims.get(), parameters.get(), body)));
        answer.path("headers").properties()
                .forEach(header -> response.getHeaders().put(header.getKey(), header.getValue().stringValue()));
        response.setStatus(answer.path("statusCode").intValue());
        var text = answer.path("body").stringValue("");
        response.write(true,
                ByteBuffer.wrap(answer.path("isBase64Encoded").booleanValue(false)
                        ? Base64.getDecoder().decode(text)
                        : text.getBytes(StandardCharsets.UTF_8)),
                callback);
    }

    /** What answers at a path, as the gateway's routes have it. */
    private static Optional<FunctionSpec> at(String path) {
        if (path.equals("/v1/events")) {
            return Optional.of(Topology.INGEST);
        }
        if (FunctionSpec.Reference.answers(path)) {
            return Optional.of(Topology.REFERENCE);
        }
        if (path.equals(FunctionSpec.RegistrySearch.PATH)) {
            return Topology.of(FunctionSpec.RegistrySearch.class).stream().<FunctionSpec>map(one -> one).findFirst();
        }
        var outcomes = Topology.of(FunctionSpec.Query.class).stream().filter(query -> query.outcomesPath().equals(path))
                .findFirst();
        if (outcomes.isPresent()) {
            return Optional.of(outcomes.get());
        }
        var parts = path.split("/");
        if (parts.length < 3 || !parts[1].equals("v1")) {
            return Optional.empty();
        }
        return Topology.collections().stream().filter(collection -> collection.path().equals(parts[2])).findFirst()
                .map(collection -> new FunctionSpec.Query(collection.programme()));
    }

    /** Repeated parameters as one, with commas; empty when the query string cannot be decoded. */
    private static Optional<Map<String, String>> parameters(Request request) {
        try {
            var parameters = new HashMap<String, String>();
            for (Fields.Field field : Request.extractQueryParameters(request)) {
                parameters.put(field.getName(), String.join(",", field.getValues()));
            }
            return Optional.of(parameters);
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    private static byte[] body(Request request) throws IOException {
        var until = System.nanoTime() + MOST_TIME.toNanos();
        var body = new ByteArrayOutputStream();
        try (InputStream in = Content.Source.asInputStream(request)) {
            var part = new byte[8_192];
            for (int read = in.read(part); read >= 0 && body.size() <= MOST_BYTES; read = in.read(part)) {
                body.write(part, 0, read);
                if (System.nanoTime() > until) {
                    throw new InterruptedIOException("the sender is too slow");
                }
            }
        }
        return body.toByteArray();
    }

    private static byte[] event(String path, Request request, Map<String, String> claims,
            Map<String, String> parameters, byte[] body) {
        var method = request.getMethod();
        var query = request.getHttpURI().getQuery();
        var event = JSON.createObjectNode().put("version", "2.0").put("routeKey", method + " " + path)
                .put("rawPath", path).put("rawQueryString", query == null ? "" : query);
        var headers = event.putObject("headers");
        for (HttpField field : request.getHeaders()) {
            // The authorizer has done with the token; the function needs its claims alone.
            if (!field.getLowerCaseName().equals("authorization")) {
                var before = headers.path(field.getLowerCaseName()).stringValue(null);
                var value = field.getValue() == null ? "" : field.getValue();
                headers.put(field.getLowerCaseName(), before == null ? value : before + "," + value);
            }
        }
        parameters.forEach(event.putObject("queryStringParameters")::put);
        var context = event.putObject("requestContext").put("requestId", UUID.randomUUID().toString()).put("stage",
                "$default");
        context.putObject("http").put("method", method).put("path", path).put("protocol", "HTTP/1.1")
                .put("sourceIp", "127.0.0.1").put("userAgent", "");
        var passed = context.putObject("authorizer").putObject("jwt").putObject("claims");
        claims.forEach(passed::put);
        return event.put("body", Base64.getEncoder().encodeToString(body)).put("isBase64Encoded", true).toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    static void problem(Response response, Callback callback, Problem.Occurrence problem) {
        problem.headers().forEach(response.getHeaders()::put);
        var headers = response.getRequest().getHeaders().getValuesList("accept-language");
        var language = Language.asked(headers.isEmpty() ? null : String.join(",", headers));
        response.getHeaders().put("content-language", language.tag());
        write(response, callback, problem.status(), "application/problem+json",
                JSON.writeValueAsString(problem.document(language)));
    }

    private static void write(Response response, Callback callback, int status, String type, String body) {
        response.setStatus(status);
        response.getHeaders().put("content-type", type);
        response.write(true, ByteBuffer.wrap(body.getBytes(StandardCharsets.UTF_8)), callback);
    }
}
