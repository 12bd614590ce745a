package org.chongshan.core;

import java.text.Normalizer;
import java.util.Locale;

/** Who acts, compared: duties are kept apart between people, not between spellings. */
public final class Actors {
    private Actors() {}

    /** Whether two token subjects are those of one person: the same but for width, case and surrounding space. */
    public static boolean same(String one, String other) {
        return normalised(one).equals(normalised(other));
    }

    private static String normalised(String actor) {
        return Normalizer.normalize(actor, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    }
}
