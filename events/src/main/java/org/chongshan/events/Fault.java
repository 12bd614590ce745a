package org.chongshan.events;

import java.util.Locale;

/**
 * One thing wrong with a posted event.
 *
 * @param pointer JSON pointer (RFC 6901) into the event, or into the record that says it; of what is missing, where it
 *                should stand
 * @param code    the stable code, {@link Code#word()}
 * @param detail  what would be right; never what was posted
 */
public record Fault(String pointer, String code, String detail) {
    /** A fault of this kind. */
    public Fault(String pointer, Code code, String detail) {
        this(pointer, code.word(), detail);
    }

    /** Whether it is of this kind. */
    public boolean is(Code other) {
        return code.equals(other.word());
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
        MALFORMED(
                "It does not match the pattern or the format the schema gives, or holds what is no text, or no day there is."),
        /** No such event is published. */
        UNKNOWN_TYPE("No event of this type is published."),
        /** An event without {@link PostedBy}. */
        NOT_POSTABLE("Only functions of the platform emit this event."),
        /** A property the schema does not have. */
        UNKNOWN_PROPERTY("The event has no such property."),
        /** A code that is none of the district's. */
        UNKNOWN_SUBDISTRICT("It is no subdistrict of this district."),
        /** Of a time that lies further ahead of the platform's clock than a clock may: most often the device's is wrong. */
        FROM_THE_FUTURE("It lies further ahead of the server's time than a clock may be wrong."),
        /** A birthday after the event. */
        NOT_YET_BORN("It lies after the event's time."),
        /** A birthday too long before the event. */
        TOO_OLD("It lies longer before the event's time than somebody of whom the event speaks can be old."),
        /** It does not check by GB 11643. */
        NOT_AN_IDENTITY_NUMBER(
                "It is no resident identity number: length, region, day of birth and check character by GB 11643."),
        /** It does not check by GB 32100. */
        NOT_A_CREDIT_CODE(
                "It is no unified social credit code of a social organisation: kind and check character by GB 32100."),
        /** Ids stand in keys and logs. */
        IDENTITY_NUMBER_AS_ID("An id is a pseudonym, and never somebody's identity number."),
        /** A household with no head, or two. */
        ONE_HEAD("A household has exactly one head."),
        /** The same person, by pseudonym or number. */
        MEMBER_TWICE("A household lists a member once.");

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
