package org.chongshan.events;

import java.util.Objects;

/**
 * Text that tells who a person is, or what somebody saw and says of a person: name, identity number, telephone, address, an
 * observation. Of a record's readers only those see it who work with names; all others see {@link #MASK}.
 *
 * @param value plain or sealed; plain 1 to 200 characters, unless the component says otherwise by {@code @Size}
 */
public record Personal(String value) implements Sealable {
    public Personal {
        Objects.requireNonNull(value);
    }

    @Override
    public String toString() {
        return MASK;
    }
}
