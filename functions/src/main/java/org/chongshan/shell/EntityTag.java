package org.chongshan.shell;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Pattern;

import org.chongshan.events.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * What tells one answer from another (RFC 9110, 8.8.3): the digest of its text. Whoever has it is spared the text, not the
 * platform the read; and it tells nothing of a record that the text does not tell its reader.
 *
 * @param value with its quotes
 */
record EntityTag(String value) {
    private static final Pattern ONE = Pattern.compile("(?:W/)?(\"[^\"]*\")");
    private static final String ANY = "*";
    /** Half of a digest. */
    private static final int BYTES = 16;

    /** Of a text. */
    static EntityTag of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Of bytes. */
    static EntityTag of(byte[] bytes) {
        return new EntityTag("\"" + HexFormat.of().formatHex(Sha256.of(bytes), 0, BYTES) + "\"");
    }

    /** The same of what is sent in more than one encoding (RFC 9110, 8.8.1). */
    String weak() {
        return "W/" + value;
    }

    /** Whether an {@code if-none-match} names it, weakly compared (RFC 9110, 13.1.2). */
    boolean isNamedBy(@Nullable String ifNoneMatch) {
        return ifNoneMatch != null && (ifNoneMatch.strip().equals(ANY)
                || ONE.matcher(ifNoneMatch).results().anyMatch(one -> one.group(1).equals(value)));
    }
}
