package org.chongshan.shell;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;

import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;

import org.chongshan.events.IdentityNumber;

/**
 * Makes the keyed blind index by which an identity number is known again without being read: the first 128 bits of
 * HMAC-SHA-256 over the number, under a key that is derived (HKDF-SHA-256, RFC 5869) from a sealing key with a label of its own. Of
 * all numbers, some 10^15 that could be tried, none can be found from its index without the key; 128 bits leave no two
 * people of a country with one index by chance.
 * <p>
 * The version of its key is not that of the key that seals: a sealing key that is replaced leaves indexes as they are, for a
 * number must have one index in all years.
 */
final class BlindIndex {
    /** Version of the key, and of the sealing key it is derived from. Another one means to index everything anew. */
    static final int VERSION = 1;

    private static final String MAC = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final int INDEX_BYTES = 16;

    private final SecretKey key;

    /**
     * With the key derived from this one.
     *
     * @param sealingKey of version {@value #VERSION}
     */
    BlindIndex(byte[] sealingKey) {
        var label = ("chongshan/identity-number/" + VERSION).getBytes(StandardCharsets.UTF_8);
        try {
            key = KDF.getInstance("HKDF-SHA256").deriveKey(MAC,
                    HKDFParameterSpec.ofExtract().addIKM(sealingKey).thenExpand(label, KEY_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java 25 has HKDF-SHA256", e);
        }
    }

    /** The index of a resident number, by {@link IdentityNumber#INDEX_PATTERN}. */
    String of(String number) {
        try {
            var mac = Mac.getInstance(MAC);
            mac.init(key);
            var index = mac.doFinal(number.getBytes(StandardCharsets.UTF_8));
            return VERSION + "-" + HexFormat.of().formatHex(Arrays.copyOf(index, INDEX_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA-256", e);
        }
    }
}
