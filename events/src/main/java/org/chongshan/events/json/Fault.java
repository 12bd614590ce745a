package org.chongshan.events.json;

import java.util.Locale;

/**
 * One thing wrong with a posted event.
 *
 * @param pointer JSON pointer (RFC 6901) into the event; of what is missing, where it should stand
 * @param code    the stable code, {@link Code#word()}
 * @param detail  what would be right; never what was posted
 */
public record Fault(String pointer, String code, String detail) {
    Fault(String pointer, Code code, String detail) {
        this(pointer, code.word(), detail);
    }

    /** What may be wrong at one place of an event. */
    public enum Code {
        /** It has to be there. */
        MISSING("It is required."),
        /** A number for a text, say. */
        WRONG_TYPE("It is JSON of another type than the schema asks for."),
        /** Too long, too short, too much, too early, or none of the words there are. */
        OUT_OF_RANGE("It is too long, too short, too much, too little, or none of the words the schema lists."),
        /** It does not match its pattern or format. */
        MALFORMED("It does not match the pattern or the format the schema gives, or holds what is no text."),
        /** No such event is published. */
        UNKNOWN_TYPE("No event of this type is published."),
        /** An event without {@link org.chongshan.events.PostedBy}. */
        NOT_POSTABLE("Only functions of the platform emit this event."),
        /** A property the schema does not have. */
        UNKNOWN_PROPERTY("The event has no such property.");

        private final String says;

        Code(String says) {
            this.says = says;
        }

        /** The stable code: the name in lower case with hyphens. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** What it means, in one sentence. */
        public String says() {
            return says;
        }
    }
}
