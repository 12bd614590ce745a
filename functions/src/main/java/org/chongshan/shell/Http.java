package org.chongshan.shell;

import java.io.InputStream;
import java.util.Base64;
import java.util.Collection;
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

    abstract Answer answer(Request request, Caller caller);

    @Override
    public byte[] apply(InputStream event) {
        var request = Request.read(event);
        try {
            var answer = answer(request, caller(request));
            return answer.body instanceof File file
                    ? response(answer.status, file)
                    : response(answer.status, "application/json", answer.body);
        } catch (Problem.Occurrence problem) {
            return refused(problem, request.language());
        } catch (SealingKeys.Unavailable e) {
            return refused(Problem.KEY_UNAVAILABLE.occurrence(), request.language());
        }
    }

    private byte[] refused(Problem.Occurrence problem, Language language) {
        var refusal = refusal(problem, language);
        return LambdaPayload.write(Map.of(
                "statusCode", refusal.status, "headers", Map.of("content-type", refusal.mediaType, "content-language",
                        language.tag(), "cache-control", "no-store"),
                "body", EventJson.writeValue(refusal.content), "isBase64Encoded", false));
    }

    /**
     * How a problem is told.
     *
     * @param mediaType of the document
     */
    record Refusal(int status, String mediaType, Object content) {}

    /** A document of RFC 9457, unless a published standard that is spoken here has one of its own. */
    Refusal refusal(Problem.Occurrence problem, Language language) {
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
                Map.of("content-type", file.mediaType, "content-disposition",
                        "attachment; filename=\"" + file.name + "\"", "cache-control", "no-store",
                        "x-content-type-options", "nosniff"),
                "body", Base64.getEncoder().encodeToString(file.content), "isBase64Encoded", true));
    }

    private static byte[] response(int status, String contentType, Object body) {
        return LambdaPayload.write(Map.of("statusCode", status, "headers",
                Map.of("content-type", contentType, "cache-control", "no-store"), "body", EventJson.writeValue(body),
                "isBase64Encoded", false));
    }

    /** A claim by its own name, or as Cognito writes attributes of a bureau's own. */
    private static @Nullable String claim(Map<String, String> claims, String name) {
        return claims.getOrDefault(name, claims.get("custom:" + name));
    }
}
