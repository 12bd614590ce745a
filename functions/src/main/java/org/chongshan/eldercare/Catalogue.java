package org.chongshan.eldercare;

import java.time.LocalDate;
import java.util.Optional;

import org.chongshan.core.Tariff;
import org.chongshan.events.Programme;

/** The catalogue of home care: what may be done at a home visit, and its price (4大类33小类). */
public final class Catalogue {
    private Catalogue() {}

    /** The item as it stood in the catalogue on a day; empty when it did not. */
    public static Optional<Tariff.Item> find(Tariff tariff, String item, LocalDate day) {
        return tariff.find(Programme.ELDERCARE.key() + "." + item, day);
    }
}
