package org.chongshan.local.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

import org.chongshan.local.AccessPage;
import org.chongshan.local.Bureau;
import org.chongshan.local.RawHttp;
import org.chongshan.local.RawHttp.Answer;
import org.chongshan.local.SchemaBodies;

/**
 * Requests no client library would send: odd request lines, paths, queries, cursors and headers, lengths that lie, bodies
 * that stop half-way, several requests where one belongs, and senders that are slow or fall silent.
 */
final class FuzzWire {
    /**
     * One of them.
     *
     * @param kind what is odd about it
     * @param sent for whoever must make it again
     */
    record Trick(String kind, String sent, Play play) {}

    /** Does it, and reads what comes back. */
    interface Play {
        Answer on(RawHttp http) throws IOException, InterruptedException;
    }

    private static final String CRLF = "\r\n";
    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS",
            "TRACE", "CONNECT", "get", "G\u0000T", "GE T", "", "PRI", "BREW", "X".repeat(9_000), "\u00ff\u00fe");
    private static final List<String> VERSIONS = List.of("HTTP/1.1", "HTTP/1.0", "HTTP/0.9", "HTTP/2.0", "HTTP/9.9",
            "http/1.1", "HTTP/1.1 HTTP/1.1", "", "FTP/1.0", "HTTP/1.");
    private static final List<String> PARTS = List.of("", ".", "..", "%2e%2e", "%2E%2E%2F", "%2f", "%5c", "\\", "%00",
            "%", "%z", "%zz", "%u0041", "%c0%af", "%ed%a0%80", "%f0%9f%98%80", "%ff", "%25", "%2525", "%0d%0a", "%20",
            "+", ";a=b", ";", "*", "?", "#", "@", "~", "journal", "state", "children", "households", "H-1", "X-1",
            "x".repeat(101), "x".repeat(1_100), "x".repeat(7_000), "%41".repeat(400), "%e8%91%9b".repeat(200), "葛",
            "\u0000", "'", "\"", "${x}", "list%2falerts", "-", "journal%2f1", "1");
    private static final List<String> VALUES = List.of("", "320613001", "320613002", "320613001,320613002",
            "320613001%2Frecognised", "320613001/recognised", "*", "registered", "high", "recognised", "alerts", "%00",
            "%ff", "%", "%zz", "+", "a".repeat(1_100), "a".repeat(3_000), "%f0%9f%98%80", "%ed%a0%80", "registered%2F",
            "é", "'", "-1", "null", "[]", "REGISTERED", " ");
    private static final List<String> NAMES = List.of("subdistrict", "status", "list", "cursor", "since", "", "limit",
            "%00", "%zz", "Cursor", "cursor%00", "status[]");
    private static final List<String> CURSORS = List.of("", "{", "[]", "null", "1", "{}", "{\"pk\":1}", "{\"pk\":null}",
            "{\"pk\":\"household/X-1\",\"sk\":\"state\"}", "{\"pk\":\"household/X-1\",\"sk\":\"\"}",
            "{\"pk\":\"household/X-1\",\"sk\":\"zzz\"}", "{\"pk\":\"household/X-1\",\"sk\":\"journal/\"}",
            "{\"pk\":\"\",\"sk\":\"\",\"scope\":\"\",\"rank\":\"\"}",
            "{\"pk\":\"a\",\"sk\":\"b\",\"scope\":\"household/320613001\",\"rank\":\"\"}",
            "{\"pk\":\"\",\"sk\":\"state\",\"scope\":\"household/320613001\",\"rank\":\"registered/\"}",
            "{\"pk\":\"household/X-1\",\"sk\":\"state\",\"scope\":\"household/320613001\",\"rank\":\"registered//X-1\"}",
            "{\"pk\":\"household/X-1\",\"sk\":\"state\",\"scope\":\"household/320613001/recognised\",\"rank\":\"x\"}",
            "{\"pk\":\"household/X-1\",\"sk\":\"state\",\"scope\":\"household/320613001\",\"rank\":\"\\ud800\"}",
            "{\"since\":\"-1000000000-01-01T00:00:00Z\",\"begun\":\"-1000000000-01-01T00:00:00Z\",\"pk\":\"\",\"sk\":\"\",\"scope\":\"\",\"changed\":\"\"}",
            "{\"since\":\"2023-03-02T04:00:00Z\",\"begun\":\"2023-03-02T04:00:00Z\",\"pk\":\"\",\"sk\":\"\",\"scope\":\"\",\"changed\":\"\"}",
            "{\"since\":\"2023-03-02T04:00:00Z\",\"begun\":\"2023-03-02T04:00:00Z\",\"pk\":\"x\",\"sk\":\"state\",\"scope\":\"household/320613001\",\"changed\":\"2023-03-02T04/x\"}",
            "{\"since\":\"2023-03-02T04:00:00Z\",\"begun\":\"2023-03-02T04:00:00Z\",\"pk\":\"x\",\"sk\":\"\",\"scope\":\"household/320613001\",\"changed\":\"\\ud800\"}",
            "{\"pk\":{\"S\":\"x\"},\"sk\":[],\"scope\":true,\"rank\":7}");

    private final Random random;
    private final SchemaBodies schemas;
    private final Map<String, String> tokens;
    private final List<String> collections = List.copyOf(AccessPage.published().reading().keySet());
    private final List<Supplier<Trick>> quick = List.of(this::requestLine, this::path, this::path, this::query,
            this::query, this::cursor, this::cursor, this::header, this::header, this::authorization, this::lengths,
            this::chunks, this::cut, this::pipelined, this::garbage, this::expect, this::dribbled, this::outcomes);
    private final List<Supplier<Trick>> silent = List.of(this::silentFromTheStart, this::silentInTheHead,
            this::silentInTheBody, this::silentInAChunk, this::slowerThanAnyPhone);

    /** @param tokens a good token for each role */
    FuzzWire(Random random, Map<String, String> tokens) {
        this.random = random;
        this.schemas = new SchemaBodies(random);
        this.tokens = tokens;
    }

    /** One that is over at once. */
    Trick next() {
        return one(quick).get();
    }

    /** One that only ends when the face gives up waiting. */
    Trick nextSilent() {
        return one(silent).get();
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private String token() {
        return tokens.get(one(List.of("street", "district", "station", "grid")));
    }

    private String event() {
        return schemas.event("org.chongshan.relief.GridVisitRecorded", Bureau.STREET).toString();
    }

    private String head(String line, String... headers) {
        return line + CRLF + "host: localhost" + CRLF + "authorization: Bearer " + tokens.get("grid") + CRLF
                + "content-type: application/json" + CRLF
                + String.join("", List.of(headers).stream().map(header -> header + CRLF).toList());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Trick sending(String kind, String text) {
        return new Trick(kind, text, http -> http.exchange(bytes(text)));
    }

    private Trick get(String kind, String target) {
        return sending(kind, "GET " + target + " HTTP/1.1" + CRLF + "host: localhost" + CRLF + "authorization: Bearer "
                + token() + CRLF + CRLF);
    }

    private Trick requestLine() {
        var target = one(List.of("/v1/events", "/v1/households", "*", "/", "", "http://localhost/v1/households",
                "http://other.example/v1/events", "localhost:80", "//", "/v1/events#x", "\u00ff", "/healthz"));
        return new Trick("request line", "", http -> {
            var answer = http.exchange(bytes(
                    head(one(METHODS) + " " + target + " " + one(VERSIONS), "content-length: 2", "connection: close")
                            + CRLF + "{}"));
            http.close();
            return answer;
        });
    }

    private Trick path() {
        var target = new StringBuilder(one(List.of("/v1/", "/v1/" + one(collections) + "/",
                "/v1/" + one(collections) + "/X-1/", "/v1/" + one(collections) + "/X-1/journal/", "/", "")));
        for (int i = random.nextInt(5); i > 0; i--) {
            target.append(one(PARTS)).append(random.nextInt(3) == 0 ? "//" : "/");
        }
        return get("path", target.isEmpty() ? "/" : target.substring(0, target.length() - random.nextInt(2)));
    }

    private Trick query() {
        var target = new StringBuilder("/v1/" + one(collections) + one(List.of("", "/X-1", "/X-1/journal")) + "?");
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            target.append(one(NAMES)).append(one(List.of("=", "=", "=", "==", ""))).append(one(VALUES))
                    .append(one(List.of("&", "&", "&&", ";")));
        }
        return get("query", target.toString());
    }

    private Trick cursor() {
        var text = bytes(one(CURSORS).replace("household", random.nextInt(4) == 0 ? "child" : "household"));
        var encoded = switch (random.nextInt(4)) {
            case 0 -> Base64.getEncoder().encodeToString(text);
            case 1 -> new String(text, StandardCharsets.UTF_8).replaceAll("[^A-Za-z0-9]", "%22");
            default -> Base64.getUrlEncoder().withoutPadding().encodeToString(text);
        };
        return get("cursor", "/v1/" + one(List.of("households", "households", "children", "households/X-1/journal"))
                + "?subdistrict=320613001&" + one(List.of("cursor", "since")) + "=" + encoded);
    }

    /** Asks what became of what nobody has posted. */
    private Trick outcomes() {
        var asked = new StringBuilder(one(List.of("[", "[", "[", "{\"a\":", "")));
        for (int i = random.nextInt(one(List.of(3, 3, 120))); i >= 0; i--) {
            asked.append(
                    one(List.of("null", "1", "{}", "[]", "\"\"", "\"/v1/" + one(collections) + "/X-1/journal/1\"",
                            "\"/v1/households/H-1/journal/" + one(List.of("", "\\ud800", "\\u0000", "x".repeat(3_000)))
                                    + "\"",
                            "\"" + "/".repeat(500) + "\"")))
                    .append(i == 0 ? one(List.of("]", "]", "]", "", "}")) : ",");
        }
        var text = head("POST /v1/outcomes/" + one(List.of("relief", "relief", "minors", "none", "")) + " HTTP/1.1",
                "content-length: " + bytes(asked.toString()).length) + CRLF + asked;
        return sending("outcomes", text);
    }

    private Trick header() {
        var odd = one(List.of("content-type: application/json", "content-type:", "content-type", ": x", "x: y\r\n z",
                "x\u0000y: z", "x: \u0000", "x: \u00ff\u00fe", "x y: z", "host: other", "host:", "content-length: 3",
                "content-length: -1", "content-length: 1e3", "content-length: 99999999999999999999",
                "content-length: 2, 2", "transfer-encoding: chunked", "transfer-encoding: gzip", "transfer-encoding: x",
                "content-encoding: br", "connection: upgrade", "upgrade: h2c", "upgrade: websocket", "expect: 200-ok",
                "x-forwarded-for: " + "1,".repeat(2_000), "x: " + "y".repeat(7_000), "x: " + "y".repeat(70_000),
                "cookie: " + "a=b;".repeat(500), "accept: \u0001", "range: bytes=0-", "x-http-method-override: DELETE",
                "http2-settings: x", "x: y" + "\r\nx: y".repeat(300), "x: y\n\n"));
        var text = head("POST /v1/events HTTP/1.1", "content-length: 2", odd) + CRLF + "{}";
        return new Trick("header", text, http -> {
            var answer = http.exchange(bytes(text));
            // What the server made of the length is its own affair: nothing more on this connection.
            http.close();
            return answer;
        });
    }

    private Trick authorization() {
        var good = token();
        var value = one(List.of("", "Bearer", "Bearer " + good + "x", "Bearer\t" + good, "Basic " + good, "\u0000",
                "Bearer " + good + "\r\nauthorization: Bearer " + good, "Bearer " + good.replace('.', '_'),
                "Bearer " + "a".repeat(6_000), "Bearer " + good.substring(0, random.nextInt(good.length())), "Bearer é",
                "Bearer " + good.substring(0, good.length() / 2) + "\u00ff", good.toUpperCase(Locale.ROOT)));
        var event = event();
        var text = "POST /v1/events HTTP/1.1" + CRLF + "host: localhost" + CRLF + "content-type: application/json"
                + CRLF + "authorization: " + value + CRLF + "connection: close" + CRLF + "content-length: "
                + bytes(event).length + CRLF + CRLF + event;
        return new Trick("authorization", text, http -> {
            var answer = http.exchange(bytes(text));
            http.close();
            return answer;
        });
    }

    /** A length shorter than the body: the rest is read as a request, and is none. */
    private Trick lengths() {
        var event = event();
        var length = random.nextInt(bytes(event).length);
        var text = head("POST /v1/events HTTP/1.1", "content-length: " + length) + CRLF + event;
        return new Trick("length too short", text, http -> {
            http.send(bytes(text));
            var first = http.read(false);
            var second = http.read(false);
            http.close();
            return first.status() >= 500 || first.status() == Answer.HUNG
                    ? first
                    : second.status() >= 500 ? second : first;
        });
    }

    private Trick chunks() {
        var event = event();
        var half = event.length() / 2;
        var odd = one(List.of("zz", "-1", "ffffffffffffffff", "", " 5", "0x5", "5;ext=\"" + "x".repeat(2_000) + "\"",
                "7fffffff", Integer.toHexString(half - 1)));
        var text = head("POST /v1/events HTTP/1.1", "transfer-encoding: chunked",
                random.nextInt(4) == 0 ? "content-length: 5" : "x: y") + CRLF + Integer.toHexString(half) + CRLF
                + event.substring(0, half) + CRLF + odd + CRLF + event.substring(half) + CRLF + "0" + CRLF + CRLF;
        return new Trick("odd chunks", text, http -> {
            http.send(bytes(text));
            http.finish();
            var answer = http.read(false);
            http.close();
            return answer;
        });
    }

    /** A whole and valid event, but not the whole body: nobody has said that it is all of it. */
    private Trick cut() {
        var event = event();
        var chunked = random.nextBoolean();
        var text = chunked
                ? head("POST /v1/events HTTP/1.1", "transfer-encoding: chunked") + CRLF
                        + Integer.toHexString(bytes(event).length) + CRLF + event + CRLF
                : head("POST /v1/events HTTP/1.1",
                        "content-length: " + (bytes(event).length + 1 + random.nextInt(9_000))) + CRLF + event;
        var reset = random.nextBoolean();
        var upTo = random.nextBoolean() ? bytes(text).length : 1 + random.nextInt(bytes(text).length - 1);
        return new Trick("cut off", text.substring(0, Math.min(upTo, text.length())), http -> {
            http.send(java.util.Arrays.copyOf(bytes(text), upTo));
            if (reset) {
                http.cut();
                return new Answer(Answer.CLOSED, Map.of(), "");
            }
            http.finish();
            var answer = http.read(false);
            http.close();
            return answer;
        });
    }

    /** Two requests in one go, with rubbish between or behind: the second is answered as what it is. */
    private Trick pipelined() {
        var get = "GET /v1/households HTTP/1.1" + CRLF + "host: localhost" + CRLF + "authorization: Bearer "
                + tokens.get("grid") + CRLF + CRLF;
        var rubbish = one(List.of("", "\r\n\r\n", "\u0000\u0000", "GARBAGE\r\n\r\n", "0\r\n\r\n", "{\"x\":1}\r\n",
                "GET /v1/households HTTP/1.1\r\n\r\n"));
        return new Trick("pipelined", get + rubbish + get, http -> {
            http.send(bytes(get + rubbish + get));
            var first = http.read(false);
            var second = http.read(false);
            http.close();
            return first.status() != 200 ? first : second;
        });
    }

    private Trick garbage() {
        var content = new byte[1 + random.nextInt(3_000)];
        random.nextBytes(content);
        var tls = random.nextInt(4) == 0;
        if (tls) {
            content[0] = 0x16;
            content[1 % content.length] = 3;
        }
        return new Trick("garbage", HttpFuzzTest.printable(content), http -> {
            http.send(content);
            http.finish();
            var answer = http.read(false);
            http.close();
            return answer;
        });
    }

    private Trick expect() {
        var event = event();
        var text = head("POST /v1/events HTTP/1.1", "expect: 100-continue", "content-length: " + bytes(event).length)
                + CRLF + event;
        return sending("expect", text);
    }

    /** A good event over a bad line: slow, in odd pieces, and it gets there. */
    private Trick dribbled() {
        var event = event();
        var text = bytes(head("POST /v1/events HTTP/1.1", "content-length: " + bytes(event).length) + CRLF + event);
        var step = 40 + random.nextInt(60);
        return new Trick("dribbled", event, http -> {
            for (int at = 0; at < text.length; at += step) {
                http.send(java.util.Arrays.copyOfRange(text, at, Math.min(text.length, at + step)));
                Thread.sleep(5);
            }
            return http.read(false);
        });
    }

    private Trick silentFromTheStart() {
        return new Trick("silent from the start", "", http -> http.read(false));
    }

    private Trick silentInTheHead() {
        var head = head("POST /v1/events HTTP/1.1", "content-length: 100");
        return fallingSilent("silent in the head", head.substring(0, 1 + random.nextInt(head.length())), 50);
    }

    private Trick silentInTheBody() {
        var event = event();
        return fallingSilent("silent in the body",
                head("POST /v1/events HTTP/1.1", "content-length: " + (bytes(event).length + 1)) + CRLF + event, 2_000);
    }

    private Trick silentInAChunk() {
        var event = event();
        return fallingSilent("silent in a chunk", head("POST /v1/events HTTP/1.1", "transfer-encoding: chunked") + CRLF
                + Integer.toHexString(bytes(event).length) + CRLF + event + CRLF, 2_000);
    }

    private static Trick fallingSilent(String kind, String text, int step) {
        return new Trick(kind, text, http -> {
            var content = bytes(text);
            for (int at = 0; at < content.length; at += step) {
                http.send(java.util.Arrays.copyOfRange(content, at, Math.min(content.length, at + step)));
                Thread.sleep(20);
            }
            return http.read(false);
        });
    }

    /** Ten bytes a second, for as long as somebody listens. */
    private Trick slowerThanAnyPhone() {
        var event = event();
        var text = head("POST /v1/events HTTP/1.1", "content-length: 100000") + CRLF + event;
        return new Trick("slower than any phone", text, http -> {
            http.send(bytes(text));
            try {
                for (int i = 0; i < 600; i++) {
                    http.send(new byte[]{' '});
                    Thread.sleep(100);
                }
                return new Answer(Answer.HUNG, Map.of(), "");
            } catch (IOException e) {
                return http.read(false);
            }
        });
    }
}
