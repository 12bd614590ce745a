package org.chongshan.core;

import java.util.Locale;

import org.chongshan.events.Programme;

/** The name of a figure of the year, an enum constant of the programme whose records count towards it. */
public interface Figure {
    /** How what counts becomes one number. */
    enum Kind {
        /** What happened in a year, added up. */
        FLOW,
        /** What there is at a day: what came less what went. */
        STOCK,
        /** How many different ones there are at a day, however often each occurs. */
        DIFFERENT
    }

    /**
     * What it says.
     *
     * @param unit   such as persons, person-times, fen
     * @param counts what counts towards it, in one sentence
     * @param source the source's own words, where they say it
     */
    record Meaning(Kind kind, String unit, String counts, String source) {}

    /** The constant's name. */
    String name();

    /** The programme whose records count. */
    Programme programme();

    /** What it says. */
    Meaning meaning();

    /** The name outside of the code: in lower case. */
    default String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The id of its record of one year in one subdistrict. */
    default String id(int year, String subdistrict) {
        return year + "." + subdistrict + "." + word();
    }
}
