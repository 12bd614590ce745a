package org.chongshan.core.shell;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
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

    /** Answered as a problem document with this stable code. */
    static final class Problem extends RuntimeException {
        private static final long serialVersionUID = 1;
        final int status;
        final String code;
        final transient Map<String, Object> more;

        Problem(int status, String code, String detail, Map<String, Object> more) {
            super(detail, null, false, false);
            this.status = status;
            this.code = code;
            this.more = more;
        }

        Problem(int status, String code, String detail) {
            this(status, code, detail, Map.of());
        }

        Map<String, Object> document() {
            var document = new LinkedHashMap<String, Object>();
            document.put("type", "urn:chongshan:problem:" + code);
            document.put("title", code.replace('-', ' '));
            document.put("status", status);
            document.put("code", code);
            document.put("detail", getMessage());
            document.putAll(more);
            return document;
        }
    }

    /** What goes back. */
    record Answer(int status, Object body) {}

    abstract Answer answer(APIGatewayV2HTTPEvent request, Caller caller);

    @Override
    public byte[] apply(InputStream event) {
        var request = Json.read(event, APIGatewayV2HTTPEvent.class);
        try {
            var answer = answer(request, caller(request));
            return response(answer.status, "application/json", answer.body);
        } catch (Problem problem) {
            return response(problem.status, "application/problem+json", problem.document());
        } catch (SealingKeys.Unavailable e) {
            var problem = new Problem(503, "key-unavailable", "Names cannot be sealed or opened just now; try again.");
            return response(problem.status, "application/problem+json", problem.document());
        }
    }

    static byte[] body(APIGatewayV2HTTPEvent request) {
        var body = request.getBody();
        if (body == null) {
            return new byte[0];
        }
        return request.getIsBase64Encoded() ? Base64.getDecoder().decode(body) : body.getBytes(StandardCharsets.UTF_8);
    }

    private static Caller caller(APIGatewayV2HTTPEvent request) {
        var authorizer = request.getRequestContext().getAuthorizer();
        if (authorizer == null || authorizer.getJwt() == null) {
            throw new Problem(401, "unauthorized", "A valid token is needed.");
        }
        var claims = authorizer.getJwt().getClaims();
        var role = claim(claims, "role");
        var subject = claims.get("sub");
        try {
            var known = Role.ofClaim(role);
            if (subject == null || known == Role.SYSTEM || (known.isLocal() && claim(claims, "subdistrict") == null)) {
                throw new IllegalArgumentException("claims do not fit together");
            }
            return new Caller(subject, known, claim(claims, "subdistrict"));
        } catch (IllegalArgumentException | NullPointerException e) {
            throw new Problem(403, "unknown-role", "The token's claims name no role of the bureau.");
        }
    }

    private static byte[] response(int status, String contentType, Object body) {
        var response = APIGatewayV2HTTPResponse.builder().withStatusCode(status)
                .withHeaders(Map.of("content-type", contentType, "cache-control", "no-store"))
                .withBody(EventJson.writeState(body)).withIsBase64Encoded(false).build();
        return Json.write(response, APIGatewayV2HTTPResponse.class);
    }

    /** A claim by its own name, or as Cognito writes attributes of a bureau's own. */
    private static @Nullable String claim(Map<String, String> claims, String name) {
        return claims.getOrDefault(name, claims.get("custom:" + name));
    }
}
