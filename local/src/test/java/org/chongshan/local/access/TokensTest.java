package org.chongshan.local.access;

import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import org.chongshan.local.Bureau;
import org.chongshan.local.Journals;
import org.chongshan.local.Platform;
import org.chongshan.local.RawHttp;
import org.chongshan.local.RawHttp.Answer;
import org.chongshan.local.Tally;
import org.chongshan.local.TestEngines;
import org.chongshan.local.TokenVerifier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A token that is not exactly good lets nobody in, and one that is good lets in nobody it does not name. The issuer is one
 * of its own beside the platform, as a bureau's OIDC provider is.
 */
class TokensTest {
    private static final String ISSUER = "https://tokens.example/bureau";
    private static final Tally TALLY = new Tally("tokens");
    private static final List<String> MISMATCHES = new ArrayList<>();
    private static final Set<String> ACCEPTED = java.util.concurrent.ConcurrentHashMap.newKeySet();

    private static RSAKey key;
    private static HttpServer provider;
    private static Platform platform;
    private static RawHttp http;

    @BeforeAll
    static void open() throws Exception {
        key = new RSAKeyGenerator(2048).keyID("k-1").algorithm(JWSAlgorithm.RS256).generate();
        var keys = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
        provider = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        provider.createContext("/keys", exchange -> {
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
        });
        provider.start();
        var url = URI.create("http://127.0.0.1:" + provider.getAddress().getPort() + "/keys");
        platform = new Platform(new Platform.Options(0, null, TestEngines.endpoint(), TestEngines.prefix(),
                new Platform.Issuer(ISSUER, url), InstantSource.system(), null, 1));
        http = new RawHttp(platform.url());
    }

    @AfterAll
    static void only_what_was_accepted_was_queued() throws Exception {
        try {
            System.out.println(TALLY);
            assertThat(MISMATCHES).isEmpty();
            assertThat(platform.drained(java.time.Duration.ofMinutes(5))).isTrue();
            assertThat(Journals.of(platform)).extracting(Journals.Entry::id)
                    .containsExactlyInAnyOrderElementsOf(ACCEPTED);
        } finally {
            http.close();
            platform.close();
            provider.stop(0);
        }
    }

    private static JWTClaimsSet.Builder claims() {
        var now = Instant.now();
        return new JWTClaimsSet.Builder().issuer(ISSUER).audience(TokenVerifier.AUDIENCE).subject("grid-17")
                .claim("role", "grid").claim("subdistrict", Bureau.STREET).issueTime(Date.from(now.minusSeconds(5)))
                .expirationTime(Date.from(now.plusSeconds(600)));
    }

    private static String signed(Consumer<JWTClaimsSet.Builder> change) throws Exception {
        var claims = claims();
        change.accept(claims);
        return signed(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k-1"), new RSASSASigner(key), claims.build());
    }

    private static String signed(JWSHeader.Builder header, JWSSigner signer, JWTClaimsSet claims) throws Exception {
        var token = new SignedJWT(header.build(), claims);
        token.sign(signer);
        return token.serialize();
    }

    private static String with(JWSHeader.Builder header, JWSSigner signer) throws Exception {
        return signed(header, signer, claims().build());
    }

    private static void answers(String what, String expected, String... authorization) throws Exception {
        var id = Bureau.newId();
        var event = """
                {"specversion": "1.0", "id": "%s", "source": "/phones/17", "time": "2023-03-02T04:00:00Z",
                 "type": "org.chongshan.relief.GridVisitRecorded", "subdistrict": "320613001",
                 "data": {"household": "H-1", "hardship": "NONE", "observation": ""}}""".formatted(id);
        var posted = send("POST /v1/events", event, authorization);
        if (posted.status() == 202) {
            ACCEPTED.add(id);
        }
        check("post", what, expected.replace("let in", "202"), posted);
        check("read", what, expected.replace("let in", "200"), send("GET /v1/households", "", authorization));
    }

    private static Answer send(String line, String body, String... authorization) throws Exception {
        var head = new StringBuilder(line + " HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n");
        for (var one : authorization) {
            head.append("authorization: ").append(one).append("\r\n");
        }
        return http.exchange(
                (head + "content-length: " + body.length() + "\r\n\r\n" + body).getBytes(StandardCharsets.ISO_8859_1));
    }

    private static void check(String kind, String what, String expected, Answer answer) {
        var given = (answer.status() + " " + answer.code()).strip();
        TALLY.count(kind, given.equals(expected) ? given : "mismatched");
        if (!given.equals(expected)) {
            MISMATCHES.add(kind + " with " + what + ": expected " + expected + ", was " + given);
        }
    }

    private static void isUnauthorized(String what, String token) throws Exception {
        answers(what, "401 unauthorized", "Bearer " + token);
    }

    private static void isNobody(String what, Consumer<JWTClaimsSet.Builder> change) throws Exception {
        answers(what, "403 unknown-role", "Bearer " + signed(change));
    }

    @Test
    void good_ones_let_in() throws Exception {
        var good = signed(claims -> {});
        answers("a good token", "let in", "Bearer " + good);
        answers("the scheme in small letters", "let in", "bearer " + good);
        answers("the token alone, which API Gateway takes too", "let in", good);
        answers("several audiences", "let in",
                "Bearer " + signed(claims -> claims.audience(List.of("other", TokenVerifier.AUDIENCE))));
        answers("an access token of Cognito: client_id and no audience", "let in", "Bearer "
                + signed(claims -> claims.audience((String) null).claim("client_id", TokenVerifier.AUDIENCE)));
        answers("Cognito's names of attributes", "let in", "Bearer " + signed(claims -> claims.claim("role", null)
                .claim("subdistrict", null).claim("custom:role", "grid").claim("custom:subdistrict", Bureau.STREET)));
        answers("the type of an access token (RFC 9068)", "let in",
                "Bearer " + with(
                        new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k-1").type(new JOSEObjectType("at+jwt")),
                        new RSASSASigner(key)));
    }

    @Test
    void none_another_scheme_and_two() throws Exception {
        var good = signed(claims -> {});
        answers("no token", "401 unauthorized");
        for (var one : List.of("", "Bearer", "Bearer ", "Basic Z3JpZDpncmlk", "Basic " + good, "Bearer Bearer " + good,
                "Bearer x", "Bearer ..", "Bearer a.b.c", "Bearer " + good + "." + good, "Bearer \"" + good + "\"",
                "Token " + good)) {
            answers(one, "401 unauthorized", one);
        }
        answers("the header twice", "401 unauthorized", "Bearer " + good, "Bearer " + good);
        answers("the header twice, the first bad", "401 unauthorized", "Bearer x", "Bearer " + good);
        answers("two in one", "401 unauthorized", "Bearer " + good + ", Bearer " + good);
    }

    @Test
    void not_now() throws Exception {
        var now = Instant.now();
        isUnauthorized("expired a second ago", signed(claims -> claims.expirationTime(Date.from(now.minusSeconds(1)))));
        isUnauthorized("expired long ago", signed(claims -> claims.expirationTime(new Date(0))));
        isUnauthorized("without an end", signed(claims -> claims.expirationTime(null)));
        isUnauthorized("an end that is text", signed(claims -> claims.claim("exp", "tomorrow")));
        isUnauthorized("not valid yet", signed(claims -> claims.notBeforeTime(Date.from(now.plusSeconds(30)))));
        isUnauthorized("issued in the future", signed(claims -> claims.issueTime(Date.from(now.plusSeconds(30)))));
    }

    @Test
    void not_from_here_or_not_for_us() throws Exception {
        for (var issuer : new String[]{"https://other.example", ISSUER + "/", ISSUER.toUpperCase(java.util.Locale.ROOT),
                "", null}) {
            isUnauthorized("issuer " + issuer, signed(claims -> claims.issuer(issuer)));
        }
        for (var audience : new String[]{"other", "", TokenVerifier.AUDIENCE + "2", null}) {
            isUnauthorized("audience " + audience, signed(claims -> claims.audience(audience)));
        }
        isUnauthorized("another client", signed(claims -> claims.audience((String) null).claim("client_id", "other")));
        isUnauthorized("another audience, our client",
                signed(claims -> claims.audience("other").claim("client_id", TokenVerifier.AUDIENCE)));
        isUnauthorized("an audience that is a number", signed(claims -> claims.claim("aud", 17)));
    }

    @Test
    void the_wrong_algorithm_or_key() throws Exception {
        var rs256 = new JWSHeader.Builder(JWSAlgorithm.RS256);
        isUnauthorized("none", new PlainJWT(claims().build()).serialize());
        for (var secret : List.of(key.toRSAPublicKey().getEncoded(),
                key.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8))) {
            isUnauthorized("HS256 with the public key for a secret",
                    with(new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("k-1"), new MACSigner(secret)));
        }
        for (var algorithm : List.of(JWSAlgorithm.RS384, JWSAlgorithm.RS512, JWSAlgorithm.PS256)) {
            isUnauthorized(algorithm.getName(),
                    with(new JWSHeader.Builder(algorithm).keyID("k-1"), new RSASSASigner(key)));
        }
        var foreign = new RSAKeyGenerator(2048).keyID("k-1").generate();
        isUnauthorized("a foreign key under the same name", with(rs256.keyID("k-1"), new RSASSASigner(foreign)));
        isUnauthorized("a key nobody knows", with(rs256.keyID("k-2"), new RSASSASigner(key)));
        isUnauthorized("no key named", with(rs256.keyID(null), new RSASSASigner(key)));
        isUnauthorized("a key brought along",
                with(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k-1").jwk(foreign.toPublicJWK()),
                        new RSASSASigner(foreign)));
        isUnauthorized("a place to fetch the key from", with(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k-1").jwkURL(URI.create("http://127.0.0.1:1/keys")),
                new RSASSASigner(foreign)));
        isUnauthorized("something critical nobody understands", with(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k-1").criticalParams(Set.of("x")).customParam("x", 1),
                new RSASSASigner(key)));
    }

    @Test
    void tampered_with() throws Exception {
        var good = signed(claims -> {});
        var parts = good.split("\\.");
        isUnauthorized("another header",
                encoded(decoded(parts[0]).replace("RS256", "RS384")) + "." + parts[1] + "." + parts[2]);
        isUnauthorized("an unsigned header", encoded("{\"alg\":\"none\"}") + "." + parts[1] + ".");
        isUnauthorized("an unsigned header, signed", encoded("{\"alg\":\"none\"}") + "." + parts[1] + "." + parts[2]);
        isUnauthorized("another role",
                parts[0] + "." + encoded(decoded(parts[1]).replace("\"grid\"", "\"street\"")) + "." + parts[2]);
        isUnauthorized("another subdistrict",
                parts[0] + "." + encoded(decoded(parts[1]).replace(Bureau.STREET, "320613002")) + "." + parts[2]);
        isUnauthorized("no signature", parts[0] + "." + parts[1] + ".");
        isUnauthorized("half a signature", parts[0] + "." + parts[1] + "." + parts[2].substring(0, 100));
        var signature = Base64.getUrlDecoder().decode(parts[2]);
        for (int at : new int[]{0, 128, 255}) {
            var changed = signature.clone();
            changed[at] ^= 1;
            isUnauthorized("one bit of the signature",
                    parts[0] + "." + parts[1] + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(changed));
        }
    }

    @Test
    void good_ones_that_name_nobody_of_the_bureau() throws Exception {
        for (var role : new AtomicReference[]{one("unknown"), one("system"), one("SYSTEM"), one("Grid"), one("GRID"),
                one(" grid"), one("grıd"), one("ſystem"), one(""), one(null), one(17), one(true), one(List.of("grid")),
                one(List.of("grid", "district")), one(Map.of("name", "grid"))}) {
            isNobody("role " + role.get(), claims -> claims.claim("role", role.get()));
        }
        for (var subdistrict : new AtomicReference[]{one(null), one(""), one("*"), one("320613001/recognised"),
                one("320613001 "), one(List.of(Bureau.STREET)), one("all")}) {
            isNobody("subdistrict " + subdistrict.get(), claims -> claims.claim("subdistrict", subdistrict.get()));
        }
        answers("a subdistrict of another district", "403 unknown-subdistrict",
                "Bearer " + signed(claims -> claims.claim("subdistrict", "320613999")));
        isNobody("no subject", claims -> claims.subject(null));
        isNobody("a blank subject", claims -> claims.subject(" "));
        isNobody("Cognito's name for a role nobody has",
                claims -> claims.claim("role", null).claim("custom:role", "admin"));
    }

    private static AtomicReference<Object> one(Object value) {
        return new AtomicReference<>(value);
    }

    private static String decoded(String part) {
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    }

    private static String encoded(String part) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(part.getBytes(StandardCharsets.UTF_8));
    }
}
