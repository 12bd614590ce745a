package org.chongshan.bureau;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.chongshan.core.FunctionSpec;
import org.chongshan.core.FunctionSpec.Collection;
import org.chongshan.core.FunctionSpec.OfProgramme;
import org.chongshan.core.FunctionSpec.Queued;
import org.chongshan.events.CountChanged;
import org.chongshan.events.DeadlineReached;
import org.chongshan.events.EarlyEventsWait;
import org.chongshan.events.Event;
import org.chongshan.events.PostedBy;
import org.chongshan.events.Programme;
import org.chongshan.events.Public;
import org.chongshan.events.Role;
import org.chongshan.events.Sweep;
import org.chongshan.events.SweepContinued;
import org.chongshan.events.json.EventCatalogue;

import static java.util.Objects.requireNonNull;
import static org.chongshan.bureau.ContractSchemas.object;

/**
 * Every event as AsyncAPI 3: a channel for each queue, the face and the bus; who may post an event, which function emits it, and which
 * receives it. Read off the event records, the topology and the source of the deciders.
 */
final class AsyncApi {
    private static final String EVENT = "application/cloudevents+json";
    private static final String FACE = "events";
    private static final String BUS = "public";
    private static final Map<String, Set<Class<? extends Event>>> EMITTED = Topology.FUNCTIONS.stream()
            .collect(Collectors.toMap(FunctionSpec::name, AsyncApi::emittedBy));

    private AsyncApi() {}

    static Map<String, Object> document() {
        var schemas = new TreeMap<>(ContractSchemas.events());
        schemas.putAll(ContractSchemas.posts());
        return object("asyncapi", "3.0.0", "info", info(), "defaultContentType", EVENT, "servers", servers(),
                "channels", channels(), "operations", operations(), "components",
                object("messages", messages(), "parameters",
                        object("prefix",
                                object("description",
                                        "What stands before every name of a deployment, such as `chongshan-`.")),
                        "schemas", schemas));
    }

    private static Map<String, Object> info() {
        return object("title", "Chongshan", "version", "1.0.0", "description",
                "Events of a district civil-affairs bureau. What is posted is checked and queued by `ingest`; what a function of a "
                        + "collection emits stands in its journal and is sent on by the relay of its programme. Every hop is at least "
                        + "once, and every event is applied once by its id. Order is kept within one message group, which is one "
                        + "aggregate. Texts for readers alone are sealed from `ingest` on.",
                "license", object("name", "Apache License 2.0", "url", "https://www.apache.org/licenses/LICENSE-2.0"),
                "tags", Arrays.stream(Programme.values()).map(programme -> object("name", programme.key(),
                        "description", Spoken.firstSentence(programme.events()))).toList());
    }

    private static Map<String, Object> servers() {
        var region = object("region", object("description", "Of the deployment."));
        return object("face",
                object("host", "{host}", "protocol", "https", "description", "The HTTP face: openapi.json says more.",
                        "variables", object("host", object("description", "Of the deployment's API."))),
                "queues",
                object("host", "sqs.{region}.amazonaws.com", "protocol", "sqs", "description",
                        "A FIFO queue for each function that receives, with dead letters behind it.", "variables",
                        region),
                "bus", object("host", "events.{region}.amazonaws.com", "protocol", "https", "description",
                        "The EventBridge bus for other departments; on one machine a file.", "variables", region));
    }

    private static Map<String, Object> channels() {
        var channels = new LinkedHashMap<String, Object>();
        channels.put(FACE, object("address", "/v1/events", "title", "What is posted", "servers", server("face"),
                "messages", messages(ContractSchemas.posted().stream().map(event -> Event.typeOf(event) + ".post"))));
        for (var queue : Topology.queued()) {
            channels.put(queue.name(),
                    object("address", "{prefix}" + queue.queueName(), "title", "Queue of " + queue.name(), "servers",
                            server("queues"), "messages", messages(received(queue).stream().map(Event::typeOf)),
                            "parameters", object("prefix", object("$ref", "#/components/parameters/prefix")), "tags",
                            tags(queue), "bindings",
                            object("sqs", object("queue",
                                    queue(queue.queueName(), "visibilityTimeout", 6 * queue.seconds(), "redrivePolicy",
                                            object("deadLetterQueue", object("name", queue.deadLetterName()),
                                                    "maxReceiveCount", Queued.MOST_RECEIVES)),
                                    "deadLetterQueue", queue(queue.deadLetterName()), "bindingVersion", "0.2.0"))));
        }
        channels.put(BUS,
                object("address", "{prefix}public", "title", "What other departments may know", "servers",
                        server("bus"), "messages", messages(published().stream().map(Event::typeOf)), "parameters",
                        object("prefix", object("$ref", "#/components/parameters/prefix"))));
        return channels;
    }

    private static Map<String, Object> queue(String name, Object... more) {
        var queue = object("name", name, "fifoQueue", true, "deduplicationScope", "messageGroup", "fifoThroughputLimit",
                "perMessageGroupId");
        queue.putAll(object(more));
        return queue;
    }

    private static List<?> server(String name) {
        return List.of(object("$ref", "#/servers/" + name));
    }

    private static List<?> tags(FunctionSpec function) {
        return function instanceof OfProgramme of ? List.of(object("name", of.programme().key())) : List.of();
    }

    private static Map<String, Object> messages(Stream<String> names) {
        var messages = new LinkedHashMap<String, Object>();
        names.sorted().forEach(name -> messages.put(name, object("$ref", "#/components/messages/" + name)));
        return messages;
    }

    private static Map<String, Object> operations() {
        var operations = new LinkedHashMap<String, Object>();
        operations.put(Topology.INGEST.name() + ".receives", operation(Topology.INGEST, "receive", FACE,
                ContractSchemas.posted().stream().map(event -> Event.typeOf(event) + ".post")));
        for (var queue : Topology.queued()) {
            operations.put(queue.name() + ".receives",
                    operation(queue, "receive", queue.name(), received(queue).stream().map(Event::typeOf)));
        }
        for (var function : Topology.FUNCTIONS) {
            var byQueue = new TreeMap<String, Set<String>>();
            EMITTED.get(function.name())
                    .forEach(event -> sent(function, event)
                            .forEach((queue, events) -> byQueue.computeIfAbsent(queue, none -> new TreeSet<>())
                                    .addAll(events.stream().map(Event::typeOf).toList())));
            byQueue.forEach((queue, types) -> operations.put(function.name() + ".sends." + queue,
                    operation(function, "send", queue, types.stream())));
        }
        operations.put(Topology.OUTBOUND.name() + ".sends." + BUS,
                operation(Topology.OUTBOUND, "send", BUS, published().stream().map(Event::typeOf)));
        return operations;
    }

    private static Map<String, Object> operation(FunctionSpec function, String action, String channel,
            Stream<String> messages) {
        return object("action", action, "channel", object("$ref", "#/channels/" + channel), "title",
                function.name() + " " + action + "s", "tags", tags(function), "messages",
                messages.sorted().map(name -> object("$ref", "#/channels/" + channel + "/messages/" + name)).toList(),
                "x-function", function.name());
    }

    private static Map<String, Object> messages() {
        var messages = new LinkedHashMap<String, Object>();
        for (var event : EventCatalogue.all()) {
            var type = Event.typeOf(event);
            messages.put(type, message(event, type + ".event"));
            if (event.isAnnotationPresent(PostedBy.class)) {
                messages.put(type + ".post", message(event, type + ".post"));
            }
        }
        return messages;
    }

    private static Map<String, Object> message(Class<? extends Event> event, String schema) {
        var message = object("name", Event.typeOf(event), "title", event.getSimpleName(), "summary",
                Spoken.firstSentence(event), "contentType", EVENT, "payload", ContractSchemas.ref(schema),
                "correlationId", object("location", "$message.payload#/correlationid"));
        var postedBy = event.getAnnotation(PostedBy.class);
        if (postedBy != null) {
            message.put("x-posted-by", Arrays.stream(postedBy.value()).map(Role::claim).toList());
        }
        var emitters = Topology.FUNCTIONS.stream().filter(function -> EMITTED.get(function.name()).contains(event))
                .map(FunctionSpec::name).toList();
        if (!emitters.isEmpty()) {
            message.put("x-emitted-by", emitters);
        }
        var spoken = EventCatalogue.all().stream().filter(other -> Emissions.translationsOf(other).contains(event))
                .map(Event::typeOf).toList();
        if (!spoken.isEmpty()) {
            message.put("x-translated-from", spoken);
        }
        if (event.isAnnotationPresent(Public.class)) {
            message.put("x-public", requireNonNull(event.getAnnotation(Public.class)).value());
        }
        return message;
    }

    private static Set<Class<? extends Event>> emittedBy(FunctionSpec function) {
        var emitted = new LinkedHashSet<Class<? extends Event>>(Emissions.of(function));
        if (function instanceof FunctionSpec.Ingest) {
            emitted.addAll(ContractSchemas.posted());
        }
        if (function instanceof Collection<?, ?>) {
            emitted.addAll(List.of(CountChanged.class, EarlyEventsWait.class));
        }
        return emitted;
    }

    private static List<Class<? extends Event>> published() {
        return EventCatalogue.all().stream().filter(event -> event.isAnnotationPresent(Public.class))
                .<Class<? extends Event>>map(event -> event).toList();
    }

    /** What a queue is sent by anybody. */
    private static List<Class<? extends Event>> received(Queued queue) {
        return switch (queue) {
            case Collection<?, ?> collection -> {
                var all = new ArrayList<>(collection.accepts());
                if (!all.contains(DeadlineReached.class)) {
                    all.add(DeadlineReached.class);
                }
                yield all;
            }
            case FunctionSpec.Sweep sweep -> {
                var all = new ArrayList<>(Emissions.sweepsOf(sweep.programme()));
                all.add(SweepContinued.class);
                yield all;
            }
            case FunctionSpec.Outbound _ -> published();
        };
    }

    /** By queue, what is sent there when a function emits an event: itself, and what it says to other programmes. */
    private static Map<String, Set<Class<? extends Event>>> sent(FunctionSpec by, Class<? extends Event> event) {
        var sent = new TreeMap<String, Set<Class<? extends Event>>>();
        Stream.concat(Stream.of(event), Emissions.translationsOf(event).stream())
                .forEach(one -> Topology.queued().stream().filter(queue -> takes(queue, by, one))
                        .forEach(queue -> sent.computeIfAbsent(queue.name(), none -> new LinkedHashSet<>()).add(one)));
        return sent;
    }

    private static boolean takes(Queued queue, FunctionSpec by, Class<? extends Event> event) {
        if (event == DeadlineReached.class) {
            return queue instanceof Collection<?, ?> && by instanceof OfProgramme of
                    && of.programme() == queue.programme();
        }
        if (event == SweepContinued.class) {
            return queue == by;
        }
        if (Sweep.class.isAssignableFrom(event)) {
            return queue instanceof FunctionSpec.Sweep && queue.programme() == Programme.of(event);
        }
        return received(queue).contains(event);
    }
}
