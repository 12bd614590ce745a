package org.chongshan.shell;

import java.io.InputStream;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

import org.chongshan.events.Role;
import org.chongshan.events.json.EventJson;
import org.jspecify.annotations.Nullable;

/** A function behind the HTTP API: reads the request as API Gateway passes it, answers JSON or an RFC 9457 problem. */
abstract class Http implements Function<InputStream, byte[]> {
    /**
     * Who asks, as the authorizer verified it.
     *
     * @param subdistrict null for roles that are not bound to one
     */
    record Caller(String subject, Role role, @Nullable String subdistrict) {
        boolean mayActIn(@Nullable String other) {
            return !role.isLocal() || (subdistrict != null && subdistrict.equals(other));
        }
    }

    /** What is read, is also asked for without its body. */
    static final List<String> READ = List.of("GET", "HEAD");
    private static final String OPTIONS = "OPTIONS";
    private static final String ALLOW = "allow";
    private static final String CONTENT_TYPE = "content-type";
    private static final Pattern SUBDISTRICT = Pattern.compile("[0-9]{6,12}");

    private final Set<String> subdistricts;

    /**
     * For one district.
     *
     * @param subdistricts codes of its subdistricts
     */
    Http(Collection<String> subdistricts) {
        this.subdistricts = Set.copyOf(subdistricts);
    }

    /**
     * What goes back.
     *
     * @param body what becomes a document, or a {@link File}
     */
    record Answer(int status, Object body) {}

    /** A file to be kept. */
    record File(String mediaType, String name, byte[] content) {}

    /** What may be done at the path of a request, beside asking just that. */
    abstract List<String> methods(Request request);

    abstract Answer answer(Request request, Caller caller);

    @Override
    public byte[] apply(InputStream event) {
        var request = Request.read(event);
        try {
            var caller = caller(request);
            var methods = methods(request);
            var allow = String.join(", ", methods) + ", " + OPTIONS;
            if (request.method().equals(OPTIONS)) {
                return response(204, Map.of(ALLOW, allow), "");
            }
            if (!methods.contains(request.method())) {
                throw Problem.METHOD_NOT_ALLOWED.occurrence().with(ALLOW, allow);
            }
            var answer = answer(request, caller);
            return answer.body instanceof File file ? response(answer.status, file) : response(request, answer);
        } catch (Problem.Occurrence problem) {
            return refused(problem, request.language());
        } catch (SealingKeys.Unavailable e) {
            return refused(Problem.KEY_UNAVAILABLE.occurrence(), request.language());
        }
    }

    private byte[] refused(Problem.Occurrence problem, Language language) {
        return response(problem, language, refusal(problem, language));
    }

    /** A problem as a document of RFC 9457, with the headers it has. */
    static byte[] problem(Problem.Occurrence problem, Language language) {
        return response(problem, language, document(problem, language));
    }

    private static byte[] response(Problem.Occurrence problem, Language language, Refusal refusal) {
        var headers = new HashMap<>(problem.headers());
        headers.put(CONTENT_TYPE, refusal.mediaType);
        headers.put("content-language", language.tag());
        return response(refusal.status, headers, EventJson.writeValue(refusal.content));
    }

    /**
     * How a problem is told.
     *
     * @param mediaType of the document
     */
    record Refusal(int status, String mediaType, Object content) {}

    /** A document of RFC 9457, unless a published standard that is spoken here has one of its own. */
    Refusal refusal(Problem.Occurrence problem, Language language) {
        return document(problem, language);
    }

    private static Refusal document(Problem.Occurrence problem, Language language) {
        return new Refusal(problem.status(), "application/problem+json", problem.document(language));
    }

    private Caller caller(Request request) {
        var claims = request.claims();
        if (claims == null) {
            throw Problem.UNAUTHORIZED.occurrence();
        }
        var role = claim(claims, "role");
        var subject = claims.get("sub");
        try {
            var known = Role.ofClaim(role);
            var subdistrict = claim(claims, "subdistrict");
            if (subject == null || subject.isBlank() || known == Role.SYSTEM
                    || (known.isLocal() && (subdistrict == null || !SUBDISTRICT.matcher(subdistrict).matches()))) {
                throw new IllegalArgumentException("claims do not fit together");
            }
            if (known.isLocal() && !isSubdistrict(subdistrict)) {
                throw Problem.UNKNOWN_SUBDISTRICT.occurrence();
            }
            return new Caller(subject, known, subdistrict);
        } catch (IllegalArgumentException | NullPointerException e) {
            throw Problem.UNKNOWN_ROLE.occurrence();
        }
    }

    /** Whether a text is the code of a subdistrict of this district. */
    final boolean isSubdistrict(@Nullable String code) {
        return code != null && subdistricts.contains(code);
    }

    private static byte[] response(int status, File file) {
        return LambdaPayload.write(Map.of("statusCode", status, "headers",
                Map.of(CONTENT_TYPE, file.mediaType, "content-disposition",
                        "attachment; filename=\"" + file.name + "\"", "cache-control", "no-store",
                        "x-content-type-options", "nosniff"),
                "body", Base64.getEncoder().encodeToString(file.content), "isBase64Encoded", true));
    }

    /** Of what is read, only what its reader does not have yet. The server in front leaves a body away that was not asked for. */
    private static byte[] response(Request request, Answer answer) {
        var text = EventJson.writeValue(answer.body);
        var headers = new HashMap<>(Map.of(CONTENT_TYPE, "application/json"));
        if (answer.status == 200 && READ.contains(request.method())) {
            var tag = EntityTag.of(text);
            headers.put("etag", tag.value());
            if (tag.isNamedBy(request.headers().get("if-none-match"))) {
                headers.remove(CONTENT_TYPE);
                return response(304, headers, "");
            }
        }
        return response(answer.status, headers, text);
    }

    private static byte[] response(int status, Map<String, String> more, String body) {
        var headers = new HashMap<>(more);
        headers.put("cache-control", "no-store");
        return LambdaPayload
                .write(Map.of("statusCode", status, "headers", headers, "body", body, "isBase64Encoded", false));
    }

    /** A claim by its own name, or as Cognito writes attributes of a bureau's own. */
    private static @Nullable String claim(Map<String, String> claims, String name) {
        return claims.getOrDefault(name, claims.get("custom:" + name));
    }
}
