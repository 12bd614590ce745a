package org.chongshan.events.json;

/**
 * One thing wrong with a posted event.
 *
 * @param pointer JSON pointer (RFC 6901) into the event; of what is missing, where it should stand
 * @param code    stable: {@code missing}, {@code wrong-type}, {@code out-of-range}, {@code malformed}, {@code unknown-type},
 *                {@code not-postable}, {@code unknown-property}
 * @param detail  what would be right; never what was posted
 */
public record Fault(String pointer, String code, String detail) {}
