package org.chongshan.shell;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.zip.GZIPOutputStream;

import org.jspecify.annotations.Nullable;

/**
 * What the platform publishes of itself: the calls as OpenAPI ({@code /v1/openapi.json}), the events as AsyncAPI
 * ({@code /v1/asyncapi.json}), the schema of an event's data ({@code /v1/schemas/{type}}), and a page to read the calls on
 * ({@code /docs}). All of it lies in the zip; nothing is asked and nobody is known.
 */
final class Reference implements Function<InputStream, byte[]> {
    private static final String SCHEMAS = "/v1/schemas/";
    private static final String PAGE = "/docs";
    private static final String VIEWER = "/META-INF/resources/webjars/swagger-ui/";
    /** Of a type of events, or of a file of the page: no such name leads anywhere else. */
    private static final String NAME = "[A-Za-z][A-Za-z0-9.-]{0,199}";
    /** The page runs its own scripts and asks its own server; nothing of it comes from elsewhere, and it stands in no frame. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
            + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    /** What is read again within it is not asked for again. */
    private static final String KEPT = "public, max-age=300";

    private static final Map<String, String> VIEWERS_FILES = Map.of("swagger-ui.css", "text/css; charset=utf-8",
            "swagger-ui-bundle.js", "text/javascript; charset=utf-8");

    /** What was asked for before. What is not there is not kept: anybody may ask for anything. */
    private final Map<String, Document> documents = new ConcurrentHashMap<>();

    /**
     * What is published under one path.
     *
     * @param tag its entity tag: of a text, whatever it is encoded in
     */
    private record Document(String mediaType, byte[] content, byte[] zipped, EntityTag tag) {
        static Document of(String mediaType, byte[] content) {
            return new Document(mediaType, content, gzip(content), EntityTag.of(content));
        }

        private static byte[] gzip(byte[] content) {
            var out = new ByteArrayOutputStream();
            try (var zip = new GZIPOutputStream(out)) {
                zip.write(content);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return out.toByteArray();
        }
    }

    @Override
    public byte[] apply(InputStream event) {
        var request = Request.read(event);
        if (!Http.READ.contains(request.method())) {
            return Http.problem(Problem.METHOD_NOT_ALLOWED.occurrence().with("allow", String.join(", ", Http.READ)),
                    request.language());
        }
        var document = documents.computeIfAbsent(request.path(), Reference::read);
        return document == null
                ? Http.problem(Problem.NOT_FOUND.occurrence(), request.language())
                : answer(document, request);
    }

    private static byte[] answer(Document document, Request request) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("etag", document.tag.weak());
        headers.put("cache-control", KEPT);
        headers.put("vary", "accept-encoding");
        if (document.tag.isNamedBy(request.headers().get("if-none-match"))) {
            return LambdaPayload.write(Map.of("statusCode", 304, "headers", headers));
        }
        headers.put("content-type", document.mediaType);
        headers.put("content-security-policy", POLICY);
        headers.put("x-content-type-options", "nosniff");
        headers.put("referrer-policy", "no-referrer");
        if (!request.headers().getOrDefault("accept-encoding", "").contains("gzip")) {
            return LambdaPayload.write(Map.of("statusCode", 200, "headers", headers, "body",
                    new String(document.content, StandardCharsets.UTF_8), "isBase64Encoded", false));
        }
        headers.put("content-encoding", "gzip");
        return LambdaPayload.write(Map.of("statusCode", 200, "headers", headers, "body",
                Base64.getEncoder().encodeToString(document.zipped), "isBase64Encoded", true));
    }

    private static @Nullable Document read(String path) {
        if (path.equals("/v1/openapi.json") || path.equals("/v1/asyncapi.json")) {
            return document("application/json", "/contracts/" + path.substring("/v1/".length()));
        }
        if (path.startsWith(SCHEMAS) && path.substring(SCHEMAS.length()).matches(NAME)) {
            return document("application/schema+json", "/schemas/" + path.substring(SCHEMAS.length()) + ".json");
        }
        if (path.equals(PAGE)) {
            return document("text/html; charset=utf-8", PAGE + "/index.html");
        }
        var file = path.startsWith(PAGE + "/") ? path.substring(PAGE.length() + 1) : "";
        if (file.equals("start.js")) {
            return document("text/javascript; charset=utf-8", path);
        }
        return VIEWERS_FILES.containsKey(file)
                ? document(VIEWERS_FILES.get(file), VIEWER + version() + "/" + file)
                : null;
    }

    /** Where the viewer's package says its files lie. */
    private static String version() {
        var said = new Properties();
        try (var in = Reference.class.getResourceAsStream("/META-INF/maven/org.webjars/swagger-ui/pom.properties")) {
            if (in != null) {
                said.load(in);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return said.getProperty("version", "");
    }

    private static @Nullable Document document(String mediaType, String resource) {
        try (var in = Reference.class.getResourceAsStream(resource)) {
            return in == null ? null : Document.of(mediaType, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
