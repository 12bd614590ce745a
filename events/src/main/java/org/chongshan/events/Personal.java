package org.chongshan.events;

import java.util.Objects;

/**
 * A value that tells who a person is: name, identity number, telephone, address. A type of its own, so that the codec
 * can mask it for readers who do not need it and no log line can print it.
 *
 * @param value the plain text, 1 to 200 characters
 */
public record Personal(String value) {
    /** What stands where the plain text must not. */
    public static final String MASK = "***";

    public Personal {
        Objects.requireNonNull(value);
    }

    @Override
    public String toString() {
        return MASK;
    }
}
