package org.chongshan.shell;

/** Where the keys come from that personal and confidential text is sealed with. */
public interface SealingKeys {
    /** The version that seals now; earlier ones open only. */
    int CURRENT = 1;
    /** Bytes of a key: AES-256-SIV takes 64, one half for the synthetic vector, one for the cipher. */
    int LENGTH = 64;

    /**
     * The key of a version, {@value #LENGTH} bytes; always the same one.
     *
     * @throws Unavailable when it cannot be had just now
     */
    byte[] key(int version);

    /** What a key is derived from, beside a secret: HMAC-SHA-512 over this text. */
    static String label(int version) {
        return "chongshan/personal/" + version;
    }

    /** The keys cannot be had just now; nothing can be sealed or opened. */
    final class Unavailable extends RuntimeException {
        private static final long serialVersionUID = 1;

        /** Because of this. */
        public Unavailable(Throwable cause) {
            super(cause);
        }
    }
}
