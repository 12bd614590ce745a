package org.chongshan.shell;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

import org.chongshan.events.Envelope;
import org.chongshan.events.Event;
import org.chongshan.events.Fault;
import org.chongshan.events.PostedBy;
import org.chongshan.events.json.EventCatalogue;
import org.chongshan.events.json.EventJson;
import org.chongshan.events.json.EventValidator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code POST /v1/events}: one CloudEvent, in structured or in {@linkplain BinaryMode binary} mode, or a batch of up to
 * {@value #MOST_EVENTS} in the order they happened. 202 with a result per event when at least one was accepted; a fault in one does not sink the others.
 */
final class Ingest extends Http {
    /** Events in one batch. */
    static final int MOST_EVENTS = 100;
    /** Size of a body, bytes, unpacked too. */
    static final int MOST_BYTES = 1 << 20;
    /** Size of one event: a message must hold it with everything stamped upon it. */
    static final int MOST_EVENT_CHARACTERS = 60_000;
    /** Of what was posted, the only thing repeated when it is refused. */
    private static final Pattern REPEATABLE = Pattern.compile("[!-~]{1,100}");
    /** What is of this is in structured mode, whatever headers there are (CloudEvents, HTTP binding, 3). */
    private static final String STRUCTURED = "application/cloudevents";
    private static final Set<String> MEDIA_TYPES = Set.of("application/cloudevents+json",
            "application/cloudevents-batch+json", "application/json");

    private final Mail mail;
    private final Seal seal;
    /** Where the outcome of an event at a destination can be read. */
    private final BiFunction<Router.Destination, String, String> outcomePath;
    private final EventValidator validator;
    private final InstantSource clock;

    Ingest(Mail mail, Seal seal, BiFunction<Router.Destination, String, String> outcomePath,
            Collection<String> subdistricts, InstantSource clock) {
        super(subdistricts);
        this.validator = new EventValidator(subdistricts);
        this.mail = mail;
        this.seal = seal;
        this.outcomePath = outcomePath;
        this.clock = clock;
    }

    @Override
    List<String> methods(Request request) {
        return List.of("POST");
    }

    @Override
    Answer answer(Request request, Caller caller) {
        var body = posted(request);
        var events = body.isArray()
                ? List.copyOf(((tools.jackson.databind.node.ArrayNode) body).values())
                : List.of(body);
        if (events.isEmpty()) {
            throw Problem.EMPTY_BATCH.occurrence();
        }
        if (events.size() > MOST_EVENTS) {
            throw Problem.TOO_MANY_EVENTS.occurrence();
        }
        var accepted = new ArrayList<Envelope>();
        var results = new ArrayList<Map<String, Object>>();
        var problems = new ArrayList<Problem.Occurrence>();
        for (var event : events) {
            var result = new LinkedHashMap<String, Object>();
            results.add(result);
            try {
                accepted.add(accept(event, caller));
                result.put("id", event.get("id").stringValue());
                result.put("status", "accepted");
            } catch (Problem.Occurrence problem) {
                problems.add(problem);
                var id = event.path("id");
                if (id.isString() && REPEATABLE.matcher(id.stringValue()).matches()) {
                    result.put("id", id.stringValue());
                }
                result.put("status", "rejected");
                result.put("problem", problem.document(request.language()));
            }
        }
        send(accepted, results, problems, request);
        if (problems.size() == events.size()) {
            var first = problems.getFirst();
            throw body.isArray()
                    ? Problem.NOTHING_ACCEPTED.occurrence(Map.of("results", results)).withStatus(first.status())
                    : first;
        }
        return new Answer(202, Map.of("results", results));
    }

    /** One event, or an array of them, in whichever mode it was sent. */
    private static JsonNode posted(Request request) {
        var headers = request.headers();
        var media = Objects.requireNonNullElse(headers.get("content-type"), "").split(";", 2)[0].strip()
                .toLowerCase(Locale.ROOT);
        var binary = !media.startsWith(STRUCTURED) && BinaryMode.isIn(headers);
        // In binary mode nothing need be said of JSON.
        if (!MEDIA_TYPES.contains(media) && !(binary && media.isEmpty())) {
            throw Problem.UNSUPPORTED_MEDIA_TYPE.occurrence();
        }
        var body = Body.json(request);
        return binary ? BinaryMode.event(headers, media, body) : body;
    }

    private void send(List<Envelope> accepted, List<Map<String, Object>> results, List<Problem.Occurrence> problems,
            Request request) {
        var failed = mail.send(accepted);
        var position = 0;
        for (var result : results) {
            if (result.get("status").equals("accepted")) {
                var envelope = accepted.get(position);
                if (failed.contains(position++)) {
                    var problem = Problem.NOT_QUEUED.occurrence();
                    problems.add(problem);
                    result.put("status", "rejected");
                    result.put("problem", problem.document(request.language()));
                } else {
                    result.put("outcome", mail.router().destinations(envelope.data()).stream()
                            .map(to -> outcomePath.apply(to, envelope.id())).toList());
                }
            }
        }
    }

    private Envelope accept(JsonNode event, Caller caller) {
        var received = clock.instant();
        var faults = validator.faults(event, received);
        if (!faults.isEmpty()) {
            throw refused(faults, received);
        }
        var posted = (ObjectNode) event;
        if (EventJson.writeValue(posted).length() > MOST_EVENT_CHARACTERS) {
            throw Problem.EVENT_TOO_LARGE.occurrence();
        }
        var type = EventCatalogue.find(posted.get("type").stringValue()).orElseThrow();
        if (!mayPost(caller, type)) {
            throw Problem.ROLE_MAY_NOT_POST.occurrence();
        }
        if (!caller.mayActIn(posted.get("subdistrict").stringValue())) {
            throw Problem.OUTSIDE_SUBDISTRICT.occurrence();
        }
        if (claimsOther(posted, "actor", caller.subject()) || claimsOther(posted, "role", caller.role().claim())) {
            throw Problem.NOT_YOU.occurrence();
        }
        return seal.seal(validator.accept(posted, caller.subject(), caller.role(), received));
    }

    /** A clock that is wrong is told the right time, and that it is the clock. */
    private static Problem.Occurrence refused(List<Fault> faults, Instant received) {
        var ahead = faults.stream().filter(fault -> fault.is(Fault.Code.FROM_THE_FUTURE)).toList();
        if (ahead.isEmpty()) {
            return Problem.INVALID_EVENT.occurrence(faults, Map.of());
        }
        var more = Map.<String, Object>of("serverTime", received.toString());
        return ahead.stream().anyMatch(fault -> fault.pointer().equals("/time"))
                ? Problem.FROM_THE_FUTURE.occurrence(faults, more)
                : Problem.INVALID_EVENT.occurrence(faults, more);
    }

    private static boolean mayPost(Caller caller, Class<? extends Event> type) {
        var postedBy = type.getAnnotation(PostedBy.class);
        return postedBy != null && Arrays.asList(postedBy.value()).contains(caller.role());
    }

    private static boolean claimsOther(ObjectNode event, String attribute, String own) {
        return event.has(attribute) && !event.get(attribute).stringValue().equals(own);
    }
}
