package org.chongshan.shell;

import java.io.InputStream;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Supplier;

import org.chongshan.core.Aggregate;
import org.chongshan.core.FunctionSpec;
import org.chongshan.core.Translation;
import org.chongshan.events.Event;
import org.chongshan.events.Programme;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Makes the function a line of the topology describes, with the clients that kind needs and no other: a decider function
 * never holds a queue client, ingest and relay never hold a table; what takes posts and what answers reads alone have the
 * sealing keys.
 *
 * @param functions  the whole topology, for routing
 * @param contextMap what programmes have to say to each other
 * @param aggregates what runs the aggregates of one batch beside each other
 */
public record FunctionBuilder(List<FunctionSpec> functions, List<Translation<?>> contextMap, Settings settings,
        Supplier<DynamoDbClient> dynamo, Supplier<SqsClient> sqs, Supplier<SealingKeys> keys, InstantSource clock,
        Supplier<ExecutorService> aggregates) {

    /** Aggregates run on virtual threads. */
    public FunctionBuilder(List<FunctionSpec> functions, List<Translation<?>> contextMap, Settings settings,
            Supplier<DynamoDbClient> dynamo, Supplier<SqsClient> sqs, Supplier<SealingKeys> keys, InstantSource clock) {
        this(functions, contextMap, settings, dynamo, sqs, keys, clock, Executors::newVirtualThreadPerTaskExecutor);
    }

    /** The function: in, the event JSON as Lambda passes it; out, the response JSON. */
    public Function<InputStream, byte[]> build(FunctionSpec function) {
        return switch (function.trigger()) {
            case QUEUE -> reactor(function, Objects.requireNonNull(function.serves()));
            case SWEEP -> new Sweeper(function, dynamo.get(), table(function), mail(), clock);
            case SCHEDULE -> new Scheduled(function, Rulebook.subdistricts(), mail(), clock);
            case STREAM -> new Relay(mail());
            case MINUTE -> new Clock(dynamo.get(), settings, programme(function), mail(), clock);
            case POST ->
                new Ingest(mail(), new Seal(keys), FunctionBuilder::outcomePath, Rulebook.subdistricts(), clock);
            case GET -> new Query(dynamo.get(), table(function), new Seal(keys), Rulebook.subdistricts(),
                    functions.stream().filter(other -> other.programme() == function.programme()).toList());
        };
    }

    /** The same functions with clients that reach nothing, and a key nobody keeps. */
    FunctionBuilder on(Stage stage) {
        return new FunctionBuilder(functions, contextMap, settings, stage::dynamo, stage::sqs, () -> stage, clock,
                aggregates);
    }

    private <S extends Aggregate, E extends Event> Reactor<S, E> reactor(FunctionSpec function,
            FunctionSpec.Collection<S, E> serves) {
        return new Reactor<>(function, serves, new Journal(dynamo.get(), table(function)), Rulebook.policy(),
                Rulebook.workingDays(), clock, aggregates);
    }

    private Mail mail() {
        return new Mail(sqs.get(), settings, new Router(functions, contextMap));
    }

    private String table(FunctionSpec function) {
        return settings.table(programme(function).tableName());
    }

    private static Programme programme(FunctionSpec function) {
        return Objects.requireNonNull(function.programme(), "a function of the whole bureau has no table");
    }

    private static String outcomePath(Router.Destination to, String eventId) {
        var id = to.key().substring(to.key().indexOf('/') + 1);
        return "/v1/" + Objects.requireNonNull(to.function().serves()).path() + "/" + id + "/journal/" + eventId;
    }
}
