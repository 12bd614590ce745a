package org.chongshan.core.shell;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.chongshan.core.Aggregate;
import org.chongshan.core.Decider;
import org.chongshan.core.FunctionSpec;
import org.chongshan.events.DeadlineReached;
import org.chongshan.events.Event;

/** Which functions accept an event, and which of their aggregates it concerns: read off the topology. */
public final class Router {
    /**
     * One place an event goes to.
     *
     * @param function whose queue
     * @param key      the aggregate, which is also the message group
     */
    public record Destination(FunctionSpec function, String key) {}

    private record Route(FunctionSpec function, Decider<?, ?> decider) {}

    private final Map<Class<?>, List<Route>> routes = new HashMap<>();
    private final Map<String, FunctionSpec> byName = new HashMap<>();

    /** The routes of these functions. */
    public Router(List<FunctionSpec> functions) {
        for (var function : functions) {
            byName.put(function.name(), function);
            var serves = function.serves();
            if (serves != null) {
                var route = new Route(function, serves.newDecider());
                serves.accepts().forEach(type -> routes.computeIfAbsent(type, none -> new ArrayList<>()).add(route));
            }
        }
    }

    /** Everywhere an event goes; empty for one that only states something. */
    public List<Destination> destinations(Event event) {
        if (event instanceof DeadlineReached reached) {
            var name = reached.aggregate().substring(0, reached.aggregate().indexOf('/'));
            return List.of(new Destination(byName.get(name), reached.aggregate()));
        }
        return routes.getOrDefault(event.getClass(), List.of()).stream()
                .map(route -> new Destination(route.function, route.function.key(idOf(route.decider, event)))).toList();
    }

    @SuppressWarnings("unchecked")
    private static <S extends Aggregate, E extends Event> String idOf(Decider<S, E> decider, Event event) {
        return decider.idOf((E) event);
    }
}
