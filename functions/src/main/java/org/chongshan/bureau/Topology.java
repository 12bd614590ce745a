package org.chongshan.bureau;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.chongshan.core.FunctionSpec;
import org.chongshan.core.FunctionSpec.Collection;
import org.chongshan.core.FunctionSpec.Queued;
import org.chongshan.core.ProgrammeFunctions;
import org.chongshan.eldercare.Eldercare;
import org.chongshan.events.Programme;
import org.chongshan.marriage.Marriage;
import org.chongshan.minors.Minors;
import org.chongshan.organisations.Organisations;
import org.chongshan.relief.Relief;
import org.chongshan.treasury.Treasury;

/**
 * Every deployed function, stated once: the cloud is provisioned from it, {@code local} runs from it, ingest and relay
 * route by it. A programme adds its line.
 */
public final class Topology {
    private Topology() {}

    /** What takes posts, for the whole bureau. */
    public static final FunctionSpec.Ingest INGEST = new FunctionSpec.Ingest("ingest");

    /** What hands public events over to other departments, for the whole bureau. */
    public static final FunctionSpec.Outbound OUTBOUND = new FunctionSpec.Outbound(Programme.BUREAU);

    /** What the platform publishes of itself, for the whole bureau. */
    public static final FunctionSpec.Reference REFERENCE = new FunctionSpec.Reference("reference");

    /** The functions of every programme. */
    public static final List<ProgrammeFunctions> PROGRAMMES = List.of(Relief.FUNCTIONS, Minors.FUNCTIONS,
            Treasury.FUNCTIONS, Marriage.FUNCTIONS, Eldercare.FUNCTIONS, Organisations.FUNCTIONS, Bureau.FUNCTIONS);

    /** All functions. */
    public static final List<FunctionSpec> FUNCTIONS = Stream.concat(Stream.of(INGEST, OUTBOUND, REFERENCE),
            PROGRAMMES.stream().flatMap(programme -> programme.all().stream())).toList();

    /** What Lambda is told to call, for every function. */
    public static final String HANDLER = "org.chongshan.lambda.LambdaHandler::handleRequest";

    /** What every function finds in its environment, wherever it is deployed, besides names and endpoints. */
    public static Map<String, String> environment(FunctionSpec function) {
        return Map.of("SPRING_CLOUD_FUNCTION_DEFINITION", function.name(), "JAVA_TOOL_OPTIONS",
                "-XX:+TieredCompilation -XX:TieredStopAtLevel=1");
    }

    /** The functions that have a queue. */
    public static List<Queued> queued() {
        return of(Queued.class);
    }

    /** The functions that keep a collection. */
    public static List<Collection<?, ?>> collections() {
        return PROGRAMMES.stream().flatMap(programme -> programme.collections().stream()).toList();
    }

    /** The functions of one kind. */
    public static <F extends FunctionSpec> List<F> of(Class<F> kind) {
        return FUNCTIONS.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /**
     * The function of that name.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static FunctionSpec named(String name) {
        return FUNCTIONS.stream().filter(function -> function.name().equals(name)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no function " + name + " in the topology"));
    }
}
