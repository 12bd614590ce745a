package org.chongshan.shell;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import javax.crypto.IllegalBlockSizeException;

import org.chongshan.events.Envelope;
import org.chongshan.events.IdentityNumber;
import org.chongshan.events.Sha256;
import org.chongshan.events.json.EventJson;
import org.cryptomator.siv.SivMode;
import org.cryptomator.siv.UnauthenticCiphertextException;

/**
 * Seals text that is for its readers alone, and opens it: AES-256-SIV (RFC 5297), which is deterministic. The same event
 * posted twice is sealed to the same text, so the journal knows it again; in another event the same name is sealed to
 * another, so nobody can tell that two records name one person. Sealed text reads
 * {@code sealed.<key version>.<salt>.<ciphertext>}, the last two base64url; the salt comes from the event's id and travels
 * along, so that a state that holds the text can be opened without the event. Of a resident identity number a fifth part
 * follows, its {@link BlindIndex}, which is the same in every event; it is bound to the text and cannot be exchanged.
 */
final class Seal {
    /** What a reader sees of a text that does not open: it was tampered with, or sealed with a key nobody has. */
    static final String UNREADABLE = "(unreadable)";

    private static final Pattern SEALED = Pattern.compile(
            "sealed\\.([1-9]\\d?)\\.([\\w-]{16})\\.([\\w-]{22,})(?:\\.(" + IdentityNumber.INDEX_PATTERN + "))?");
    private static final int SALT_BYTES = 12;
    private static final SivMode AES_SIV = new SivMode();

    private final Supplier<SealingKeys> keys;
    private final Map<Integer, byte[]> known = new ConcurrentHashMap<>();
    private final Map<Integer, BlindIndex> indexes = new ConcurrentHashMap<>();

    /** The keys are asked for when there is first something to seal or to open. */
    Seal(Supplier<SealingKeys> keys) {
        this.keys = keys;
    }

    /**
     * A posted event with each such text sealed, whatever it looks like: who posts what reads like a sealed text is given
     * just that back.
     *
     * @throws SealingKeys.Unavailable when there is no key
     */
    Envelope seal(Envelope posted) {
        var salt = salt(posted.id());
        return EventJson.replace(posted,
                text -> text instanceof IdentityNumber number && number.isResident()
                        ? seal(number.value(), salt, index().of(number.value()))
                        : seal(text.value(), salt, ""));
    }

    private String seal(String plain, byte[] salt, String index) {
        var sealed = AES_SIV.encrypt(cipherKey(SealingKeys.CURRENT), macKey(SealingKeys.CURRENT),
                plain.getBytes(StandardCharsets.UTF_8), associated(SealingKeys.CURRENT, salt, index));
        var text = Base64.getUrlEncoder().withoutPadding();
        return "sealed." + SealingKeys.CURRENT + "." + text.encodeToString(salt) + "." + text.encodeToString(sealed)
                + (index.isEmpty() ? "" : "." + index);
    }

    /**
     * The plain text; {@link #UNREADABLE} when it does not open, which is logged.
     *
     * @throws SealingKeys.Unavailable when there is no key
     */
    String open(String text) {
        var parts = SEALED.matcher(text);
        if (!parts.matches()) {
            return unreadable("not sealed");
        }
        var version = Integer.parseInt(parts.group(1));
        if (version > SealingKeys.CURRENT) {
            return unreadable("unknown key version");
        }
        try {
            var plain = AES_SIV.decrypt(cipherKey(version), macKey(version),
                    Base64.getUrlDecoder().decode(parts.group(3)),
                    associated(version, Base64.getUrlDecoder().decode(parts.group(2)),
                            Objects.requireNonNullElse(parts.group(4), "")));
            return new String(plain, StandardCharsets.UTF_8);
        } catch (UnauthenticCiphertextException | IllegalBlockSizeException | IllegalArgumentException e) {
            return unreadable("not authentic");
        }
    }

    private static String unreadable(String why) {
        Log.unreadable(why);
        return UNREADABLE;
    }

    /** Salts are of one length, so where the index begins is never in doubt. */
    private static byte[] associated(int version, byte[] salt, String index) {
        var all = new ByteArrayOutputStream();
        all.writeBytes(SealingKeys.label(version).getBytes(StandardCharsets.UTF_8));
        all.writeBytes(salt);
        all.writeBytes(index.getBytes(StandardCharsets.UTF_8));
        return all.toByteArray();
    }

    /**
     * The blind index of a resident number.
     *
     * @throws SealingKeys.Unavailable when there is no key
     */
    String indexOf(IdentityNumber number) {
        return index().of(number.value());
    }

    private BlindIndex index() {
        return indexes.computeIfAbsent(BlindIndex.VERSION, version -> new BlindIndex(key(version)));
    }

    private static byte[] salt(String eventId) {
        return Arrays.copyOf(Sha256.of(eventId), SALT_BYTES);
    }

    /** The first half, by RFC 5297. */
    private byte[] macKey(int version) {
        return Arrays.copyOf(key(version), SealingKeys.LENGTH / 2);
    }

    private byte[] cipherKey(int version) {
        return Arrays.copyOfRange(key(version), SealingKeys.LENGTH / 2, SealingKeys.LENGTH);
    }

    private byte[] key(int version) {
        return known.computeIfAbsent(version, one -> {
            var key = keys.get().key(one);
            if (key.length != SealingKeys.LENGTH) {
                throw new IllegalStateException("a sealing key has " + SealingKeys.LENGTH + " bytes");
            }
            return key;
        });
    }
}
