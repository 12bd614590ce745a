package org.chongshan.events;

import java.util.Arrays;
import java.util.Locale;

import org.chongshan.events.bureau.BureauEvent;
import org.chongshan.events.eldercare.EldercareEvent;
import org.chongshan.events.marriage.MarriageEvent;
import org.chongshan.events.minors.MinorsEvent;
import org.chongshan.events.organisations.OrganisationsEvent;
import org.chongshan.events.relief.ReliefEvent;
import org.chongshan.events.treasury.TreasuryEvent;

/** A bounded context: owns a table, a key, its functions and their queues. They speak only through events. */
public enum Programme {
    /** Relief for households at the margin (崇善助). */
    RELIEF(ReliefEvent.class),
    /** Minors (苏童成长). */
    MINORS(MinorsEvent.class),
    /** Treasury (出纳): payments for every programme. */
    TREASURY(TreasuryEvent.class),
    /** Marriage (婚俗改革). */
    MARRIAGE(MarriageEvent.class),
    /** Elder care (濠享福). */
    ELDERCARE(EldercareEvent.class),
    /** Social organisations (社会组织) and venture philanthropy (公益创投). */
    ORGANISATIONS(OrganisationsEvent.class),
    /** The bureau as a whole: what the year shows, and what a morning finds. */
    BUREAU(BureauEvent.class);

    private final Class<? extends Event> events;

    Programme(Class<? extends Event> events) {
        this.events = events;
    }

    /** The sealed interface that lists all its events. */
    public Class<? extends Event> events() {
        return events;
    }

    /** The programme an event record belongs to. Every record but the platform's own belongs to one. */
    public static Programme of(Class<? extends Event> event) {
        return Arrays.stream(values()).filter(programme -> programme.events.isAssignableFrom(event)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("an event of no programme: " + event));
    }

    /** The package, the table's name and the prefix of its platform functions. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Name of its table, before the environment's prefix. */
    public String tableName() {
        return key();
    }
}
