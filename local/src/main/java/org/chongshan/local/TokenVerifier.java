package org.chongshan.local;

import java.text.ParseException;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;

/**
 * Verifies a token by the rules of API Gateway's JWT authorizer: RSA signature by the key its {@code kid} names and with the
 * algorithm that key is for; issuer; audience, or {@code client_id} where there is none; {@code exp}, {@code nbf} and
 * {@code iat} without leeway. Who the claims make somebody is for the functions to say, there as here.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html">API Gateway</a>
 */
public final class TokenVerifier {
    /** The audience tokens are made for. */
    public static final String AUDIENCE = "chongshan";
    private static final Set<JWSAlgorithm> RSA = Set.of(JWSAlgorithm.RS256, JWSAlgorithm.RS384, JWSAlgorithm.RS512);

    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    private final String issuer;

    TokenVerifier(JWKSource<SecurityContext> keys, String issuer) {
        this.issuer = issuer;
        var selector = new JWSVerificationKeySelector<>(RSA, keys);
        processor.setJWSKeySelector(
                (header, context) -> header.getKeyID() == null ? List.of() : selector.selectJWSKeys(header, context));
        // Access tokens have a type of their own (RFC 9068); the authorizer looks at none.
        processor.setJWSTypeVerifier((type, context) -> {});
        processor.setJWTClaimsSetVerifier((claims, context) -> verify(claims));
    }

    /** The claims as API Gateway passes them on, all of them text; empty when the token is not good. */
    Optional<Map<String, String>> claims(String authorization) {
        var token = authorization.regionMatches(true, 0, "Bearer ", 0, 7) ? authorization.substring(7) : authorization;
        try {
            var claims = new HashMap<String, String>();
            processor.process(token.strip(), null).toJSONObject()
                    .forEach((name, value) -> claims.put(name, text(value)));
            return Optional.of(claims);
        } catch (ParseException | BadJOSEException | JOSEException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private void verify(JWTClaimsSet claims) throws BadJWTException {
        var now = Date.from(Instant.now());
        try {
            var audience = claims.getAudience().isEmpty()
                    ? List.of(String.valueOf(claims.getStringClaim("client_id")))
                    : claims.getAudience();
            if (!issuer.equals(claims.getIssuer()) || !audience.contains(AUDIENCE) || claims.getExpirationTime() == null
                    || !claims.getExpirationTime().after(now) || isLater(claims.getNotBeforeTime(), now)
                    || isLater(claims.getIssueTime(), now)) {
                throw new BadJWTException("not from here, not for us, or not now");
            }
        } catch (ParseException e) {
            throw new BadJWTException("a claim of the wrong type", e);
        }
    }

    private static boolean isLater(@org.jspecify.annotations.Nullable Date time, Date now) {
        return time != null && time.after(now);
    }

    /** The authorizer writes a list as {@code [one two]}. */
    private static String text(Object value) {
        return value instanceof Collection<?> several
                ? several.stream().map(String::valueOf).collect(Collectors.joining(" ", "[", "]"))
                : String.valueOf(value);
    }
}
