package org.chongshan.events.json;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.chongshan.events.DeadlineReached;
import org.chongshan.events.Event;
import org.chongshan.events.SweepContinued;
import org.chongshan.events.minors.MinorsEvent;
import org.chongshan.events.relief.ReliefEvent;

/** Every event record, by its CloudEvents type: read off the sealed interface of each programme. */
public final class EventCatalogue {
    private static final List<Class<?>> PROGRAMMES = List.of(ReliefEvent.class, MinorsEvent.class,
            DeadlineReached.class,
            SweepContinued.class);
    private static final Map<String, Class<? extends Event>> TYPES = new TreeMap<>();

    static {
        PROGRAMMES.forEach(EventCatalogue::collect);
    }

    private EventCatalogue() {}

    /** The record of a CloudEvents type. */
    public static Optional<Class<? extends Event>> find(String type) {
        return Optional.ofNullable(TYPES.get(type));
    }

    /** All records, by type. */
    public static Collection<Class<? extends Event>> all() {
        return Collections.unmodifiableCollection(TYPES.values());
    }

    private static void collect(Class<?> type) {
        if (type.isSealed()) {
            for (var permitted : type.getPermittedSubclasses()) {
                collect(permitted);
            }
        } else {
            var event = type.asSubclass(Event.class);
            TYPES.put(Event.typeOf(event), event);
        }
    }
}
