package org.chongshan.events;

import java.util.Objects;

/**
 * Text in which an office says why it decided or what it does: grounds, the measures of a plan. Sealed like
 * {@link Personal}, for it may speak of people; but every reader of the record sees it, an auditor too, because whoever
 * decides must be able to show why.
 *
 * @param value plain or sealed; plain 1 to 200 characters, unless the component says otherwise by {@code @Size}
 */
public record Confidential(String value) implements Sealable {
    public Confidential {
        Objects.requireNonNull(value);
    }

    @Override
    public String toString() {
        return MASK;
    }
}
