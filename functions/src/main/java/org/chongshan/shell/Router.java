package org.chongshan.shell;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.chongshan.core.Aggregate;
import org.chongshan.core.Decider;
import org.chongshan.core.FunctionSpec;
import org.chongshan.core.FunctionSpec.Collection;
import org.chongshan.core.FunctionSpec.Queued;
import org.chongshan.core.Key;
import org.chongshan.core.Translation;
import org.chongshan.events.DeadlineReached;
import org.chongshan.events.Envelope;
import org.chongshan.events.Event;
import org.chongshan.events.Public;
import org.chongshan.events.Sweep;
import org.chongshan.events.SweepContinued;

/** Which functions accept an event, and which of their aggregates it concerns: read off the topology. */
public final class Router {
    /**
     * One place an event goes to.
     *
     * @param function whose queue
     * @param key      the aggregate, which is also the message group
     */
    public record Destination(Queued function, Key key) {}

    private record Route(Collection<?, ?> function, Decider<?, ?> decider) {}

    private final Map<Class<?>, List<Route>> routes = new HashMap<>();
    private final Map<String, Queued> byName = new HashMap<>();
    private final List<Translation<?, ?>> contextMap;

    /** The routes of these functions, and what they have to say to other programmes. */
    public Router(List<FunctionSpec> functions, List<Translation<?, ?>> contextMap) {
        this.contextMap = contextMap;
        for (var function : functions) {
            if (function instanceof Queued queued) {
                byName.put(queued.name(), queued);
            }
            if (function instanceof Collection<?, ?> collection) {
                var route = new Route(collection, collection.newDecider());
                collection.accepts()
                        .forEach(type -> routes.computeIfAbsent(type, none -> new ArrayList<>()).add(route));
            }
        }
    }

    /** What goes out for an envelope: itself, and what it says to other programmes, under ids of its own. */
    List<Envelope> spoken(Envelope envelope) {
        var spoken = new ArrayList<>(List.of(envelope));
        for (var translation : contextMap) {
            translation.of(envelope.data())
                    .ifPresent(event -> spoken
                            .add(envelope.causing(envelope.id() + ".translated." + spoken.size(), envelope.source(),
                                    envelope.subject(), event, envelope.subdistrict(), envelope.receivedtime())));
        }
        return spoken;
    }

    /** Everywhere an event goes; empty for one that only states something to whoever reads the journal. */
    public List<Destination> destinations(Event event) {
        return switch (event) {
            case DeadlineReached reached -> List.of(destination(Key.parse(reached.aggregate())));
            case SweepContinued continued -> List.of(destination(Key.parse(continued.aggregate())));
            case Sweep sweep -> List.of(destination(sweeperOf(sweep).key(sweep.sweep())));
            default -> stated(event);
        };
    }

    private Destination destination(Key key) {
        return new Destination(byName.get(key.function()), key);
    }

    private FunctionSpec.Sweep sweeperOf(Sweep sweep) {
        var programme = byName.get(sweep.function()).programme();
        return byName.values().stream().filter(FunctionSpec.Sweep.class::isInstance).map(FunctionSpec.Sweep.class::cast)
                .filter(function -> function.programme() == programme).findFirst()
                .orElseThrow(() -> new IllegalStateException("the topology has no sweep for " + sweep.function()));
    }

    private List<Destination> stated(Event event) {
        var all = new ArrayList<>(accepting(event));
        if (event.getClass().isAnnotationPresent(Public.class)) {
            byName.values().stream().filter(FunctionSpec.Outbound.class::isInstance)
                    .map(outbound -> new Destination(outbound, outbound.key(event.getClass().getSimpleName())))
                    .forEach(all::add);
        }
        return all;
    }

    private List<Destination> accepting(Event event) {
        return routes.getOrDefault(event.getClass(), List.of()).stream()
                .map(route -> new Destination(route.function, route.function.key(idOf(route.decider, event)))).toList();
    }

    @SuppressWarnings("unchecked")
    private static <S extends Aggregate, E extends Event> String idOf(Decider<S, E> decider, Event event) {
        return decider.idOf((E) event);
    }
}
