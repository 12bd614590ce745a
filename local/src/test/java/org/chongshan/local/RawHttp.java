package org.chongshan.local;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** HTTP by hand on one kept connection: sends exactly these bytes, and reads what comes back. Nothing is put right. */
public final class RawHttp implements AutoCloseable {
    /** Longer than anything the face may take; what has not answered by then hangs. */
    public static final int HANGS_AFTER_MILLIS = 60_000;

    /** A request line whose path means what it says: nothing in it is put right by a server. */
    private static final Pattern LINE = Pattern.compile(
            "(GET|POST|PUT|PATCH|DELETE) ((?:/[A-Za-z0-9_%:@-][A-Za-z0-9._%:@-]*)+)(?:\\?\\S*)? HTTP/1\\.1\r\n");
    private static final int MOST_OF_A_LINE = 10_000;

    /**
     * What came back.
     *
     * @param status {@link #CLOSED} when the connection was closed without an answer, {@link #HUNG} when none came
     */
    public record Answer(int status, Map<String, String> headers, String body) {

        public static final int CLOSED = 0;
        public static final int HUNG = -1;

        public JsonNode json() {
            return Bureau.JSON.readTree(body);
        }

        /** The stable code of a problem; empty when it is none. */
        public String code() {
            return "application/problem+json".equals(headers.get("content-type"))
                    ? json().path("code").stringValue("")
                    : "";
        }
    }

    private final String host;
    private final int port;
    private @Nullable Socket socket;
    private @Nullable InputStream in;

    public RawHttp(String url) {
        var uri = URI.create(url);
        host = uri.getHost();
        port = uri.getPort();
    }

    /** A request of this head, with the length of its body, on a connection that is kept. */
    public static byte[] request(String line, Map<String, String> headers, byte[] body) {
        var head = new StringBuilder(line).append(" HTTP/1.1\r\nhost: localhost\r\n");
        headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        if (body.length > 0 || line.startsWith("POST")) {
            head.append("content-length: ").append(body.length).append("\r\n");
        }
        return concat(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1), body);
    }

    public static byte[] concat(byte[] one, byte[] other) {
        var both = java.util.Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    /** Sends, and reads one answer; once more where a kept connection turns out to be closed. */
    public Answer exchange(byte[] request) throws IOException {
        var kept = socket != null && !socket.isClosed();
        var first = once(request);
        var answer = kept && first.status() == Answer.CLOSED ? once(request) : first;
        var line = LINE
                .matcher(new String(request, 0, Math.min(MOST_OF_A_LINE, request.length), StandardCharsets.ISO_8859_1));
        if (answer.status() > Answer.CLOSED && line.lookingAt()) {
            Contract.holds(line.group(1), line.group(2), answer.status(), answer.headers().get("content-type"),
                    answer.body());
        }
        return answer;
    }

    private Answer once(byte[] request) throws IOException {
        try {
            send(request);
        } catch (IOException e) {
            // Refused before it was read to its end: the answer may be there already.
        }
        return read(new String(request, 0, Math.min(4, request.length), StandardCharsets.ISO_8859_1).equals("HEAD"));
    }

    /** Sends, and reads nothing. */
    public void send(byte[] part) throws IOException {
        var out = open().getOutputStream();
        out.write(part);
        out.flush();
    }

    /** Sends nothing more, but still listens. */
    public void finish() throws IOException {
        open().shutdownOutput();
    }

    /** Reads one answer. */
    public Answer read(boolean head) throws IOException {
        open();
        try {
            var line = line();
            while (line != null && line.matches("HTTP/1\\.[01] 1\\d\\d.*")) {
                headers();
                line = line();
            }
            if (line == null || !line.matches("HTTP/1\\.[01] \\d{3}.*")) {
                close();
                return new Answer(Answer.CLOSED, Map.of(), "");
            }
            var headers = headers();
            var body = head ? new byte[0] : body(headers);
            if ("close".equalsIgnoreCase(headers.getOrDefault("connection", ""))) {
                close();
            }
            return new Answer(Integer.parseInt(line.substring(9, 12)), headers,
                    new String(body, StandardCharsets.UTF_8));
        } catch (SocketTimeoutException e) {
            close();
            return new Answer(Answer.HUNG, Map.of(), "");
        } catch (IOException e) {
            close();
            return new Answer(Answer.CLOSED, Map.of(), "");
        }
    }

    private byte[] body(Map<String, String> headers) throws IOException {
        var length = headers.get("content-length");
        if (length != null) {
            return stream().readNBytes(Integer.parseInt(length));
        }
        var out = new ByteArrayOutputStream();
        if ("chunked".equals(headers.get("transfer-encoding"))) {
            for (var size = line(); size != null; size = line()) {
                var chunk = Integer.parseInt(size.strip(), 16);
                out.write(stream().readNBytes(chunk));
                line();
                if (chunk == 0) {
                    break;
                }
            }
        }
        return out.toByteArray();
    }

    private Map<String, String> headers() throws IOException {
        var headers = new TreeMap<String, String>();
        for (var line = line(); line != null && !line.isEmpty(); line = line()) {
            var colon = line.indexOf(':');
            headers.merge(line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip(),
                    (one, two) -> one + ", " + two);
        }
        return headers;
    }

    private @Nullable String line() throws IOException {
        var line = new StringBuilder();
        for (int next = stream().read(); next != '\n'; next = stream().read()) {
            if (next < 0) {
                return null;
            }
            line.append((char) next);
        }
        return line.toString().strip();
    }

    private InputStream stream() throws IOException {
        open();
        return java.util.Objects.requireNonNull(in);
    }

    private Socket open() throws IOException {
        var now = socket;
        if (now == null || now.isClosed()) {
            now = new Socket(host, port);
            now.setSoTimeout(HANGS_AFTER_MILLIS);
            now.setTcpNoDelay(true);
            socket = now;
            in = new BufferedInputStream(now.getInputStream());
        }
        return now;
    }

    /** Closes the connection, whatever is under way; the next exchange opens another. */
    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
            socket = null;
        }
    }

    /** Ends it with a reset. */
    public void cut() throws IOException {
        if (socket != null) {
            socket.setSoLinger(true, 0);
            close();
        }
    }
}
