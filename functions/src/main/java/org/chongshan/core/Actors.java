package org.chongshan.core;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;

/** Who is who among those that act: token subjects as different systems write them. */
public final class Actors {
    private Actors() {}

    /** Whether two token subjects name one person, however they are written: case, width and spaces around do not tell people apart. */
    public static boolean same(String one, String other) {
        return normal(one).equals(normal(other));
    }

    /** Whether somebody is among these. */
    public static boolean isAmong(String one, Collection<String> others) {
        return others.stream().anyMatch(other -> same(one, other));
    }

    private static String normal(String subject) {
        return Normalizer.normalize(subject, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    }
}
