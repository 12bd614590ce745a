package org.chongshan.local;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import org.jspecify.annotations.Nullable;

/** Issues tokens for development, to whoever asks. Its key lives as long as the process; nothing deployed has it. */
public final class DevelopmentIssuer {
    private final RSAKey key;
    private final String issuer;

    DevelopmentIssuer(String issuer) {
        this.issuer = issuer;
        try {
            this.key = new RSAKeyGenerator(2048).keyID("development").algorithm(JWSAlgorithm.RS256)
                    .keyUse(KeyUse.SIGNATURE).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The public key. */
    JWKSet keys() {
        return new JWKSet(key.toPublicJWK());
    }

    /** A token good for an hour. */
    String token(String subject, String role, @Nullable String subdistrict) {
        return token(key, issuer, TokenVerifier.AUDIENCE, subject, role, subdistrict,
                Instant.now().plus(Duration.ofHours(1)));
    }

    /** A token of any issuer, signed with any key; no subdistrict when null. */
    public static String token(RSAKey key, String issuer, String audience, String subject, String role,
            @Nullable String subdistrict, Instant expires) {
        var claims = new JWTClaimsSet.Builder().issuer(issuer).audience(audience).subject(subject).claim("role", role)
                .issueTime(Date.from(expires.minus(Duration.ofHours(1)))).expirationTime(Date.from(expires));
        if (subdistrict != null) {
            claims.claim("subdistrict", subdistrict);
        }
        try {
            var token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(),
                    claims.build());
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
