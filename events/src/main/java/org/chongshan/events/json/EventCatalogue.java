package org.chongshan.events.json;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.chongshan.events.CountChanged;
import org.chongshan.events.DeadlineReached;
import org.chongshan.events.DigestEvent;
import org.chongshan.events.DisclosureEvent;
import org.chongshan.events.EarlyEventsWait;
import org.chongshan.events.Event;
import org.chongshan.events.Formerly;
import org.chongshan.events.Programme;
import org.chongshan.events.SweepContinued;

/** Every event record, by its CloudEvents type: read off the sealed interface of each {@link Programme}. */
public final class EventCatalogue {
    private static final Map<String, Class<? extends Event>> TYPES = new TreeMap<>();

    private static final Map<String, Class<? extends Event>> FORMER = new TreeMap<>();

    static {
        for (var programme : Programme.values()) {
            collect(programme.events());
        }
        collect(DeadlineReached.class);
        collect(SweepContinued.class);
        collect(EarlyEventsWait.class);
        collect(CountChanged.class);
        collect(DisclosureEvent.class);
        collect(DigestEvent.class);
    }

    private EventCatalogue() {}

    /** The record of a CloudEvents type, also of one it had {@linkplain Formerly before}. */
    public static Optional<Class<? extends Event>> find(String type) {
        return Optional.ofNullable(TYPES.getOrDefault(type, FORMER.get(type)));
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
            var formerly = event.getAnnotation(Formerly.class);
            if (formerly != null) {
                Stream.of(formerly.value()).forEach(former -> FORMER.put(former, event));
            }
        }
    }
}
