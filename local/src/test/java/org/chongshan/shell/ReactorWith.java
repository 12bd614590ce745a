package org.chongshan.shell;

import java.io.InputStream;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import org.chongshan.core.Aggregate;
import org.chongshan.core.Decider;
import org.chongshan.core.FunctionSpec.Collection;
import org.chongshan.events.Event;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The function of a collection as {@link FunctionBuilder} makes it, but that something stands between it and its decider. */
public final class ReactorWith {
    private ReactorWith() {}

    /** The function whose decider is what {@code between} makes of the collection's own. */
    public static Function<InputStream, byte[]> decider(Collection<?, ?> collection,
            UnaryOperator<Decider<Aggregate, Event>> between, Settings settings, DynamoDbClient dynamo,
            InstantSource clock, Supplier<ExecutorService> aggregates) {
        return reactor(anyOf(collection), between, settings, dynamo, clock, aggregates);
    }

    private static Reactor<Aggregate, Event> reactor(Collection<Aggregate, Event> collection,
            UnaryOperator<Decider<Aggregate, Event>> between, Settings settings, DynamoDbClient dynamo,
            InstantSource clock, Supplier<ExecutorService> aggregates) {
        var bench = new Bench<>(collection, between.apply(collection.newDecider()), ReferenceData.policy(),
                ReferenceData.workingDays());
        return new Reactor<>(collection, bench, new Journal(dynamo, settings.table(collection.programme().tableName())),
                clock, aggregates);
    }

    /** A reactor hands its decider no other states and events than those of its collection. */
    @SuppressWarnings("unchecked")
    private static Collection<Aggregate, Event> anyOf(Collection<?, ?> collection) {
        return (Collection<Aggregate, Event>) collection;
    }
}
