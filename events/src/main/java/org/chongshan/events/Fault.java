package org.chongshan.events;

/**
 * One thing wrong with a posted event.
 *
 * @param pointer JSON pointer (RFC 6901) into the event, or into the record that says it; of what is missing, where it
 *                should stand
 * @param code    stable: {@code missing}, {@code wrong-type}, {@code out-of-range}, {@code malformed}, {@code unknown-type},
 *                {@code not-postable}, {@code unknown-property}, {@code unknown-subdistrict}, {@value #FROM_THE_FUTURE},
 *                {@code not-yet-born}, {@code too-old}, {@code not-an-identity-number}, {@code identity-number-as-id}, and
 *                what a {@link Checked} record says of itself
 * @param detail  what would be right; never what was posted
 */
public record Fault(String pointer, String code, String detail) {
    /** Of a time that lies further ahead of the platform's clock than a clock may: most often the device's is wrong. */
    public static final String FROM_THE_FUTURE = "from-the-future";
}
