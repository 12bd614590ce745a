package org.chongshan.shell;

import java.io.InputStream;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.chongshan.core.Aggregate;
import org.chongshan.core.FunctionSpec;
import org.chongshan.core.Translation;
import org.chongshan.events.Event;
import org.chongshan.events.Programme;
import org.chongshan.events.RecordsExported;
import org.chongshan.events.Role;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Makes the function a line of the topology describes, with the clients that kind needs and no other: a decider function
 * never holds a queue client, ingest and relay never hold a table, a query has a queue client from its first export on;
 * what takes posts and what answers reads alone have the
 * sealing keys.
 *
 * @param functions  the whole topology, for routing
 * @param contextMap what programmes have to say to each other
 * @param outlet     what public events go out to
 * @param aggregates what runs the aggregates of one batch beside each other
 */
public record FunctionBuilder(List<FunctionSpec> functions, List<Translation<?, ?>> contextMap, Settings settings,
        Supplier<DynamoDbClient> dynamo, Supplier<SqsClient> sqs, Supplier<SealingKeys> keys, Supplier<Outlet> outlet,
        InstantSource clock, Supplier<ExecutorService> aggregates) {

    /** Aggregates run on virtual threads. */
    public FunctionBuilder(List<FunctionSpec> functions, List<Translation<?, ?>> contextMap, Settings settings,
            Supplier<DynamoDbClient> dynamo, Supplier<SqsClient> sqs, Supplier<SealingKeys> keys,
            Supplier<Outlet> outlet, InstantSource clock) {
        this(functions, contextMap, settings, dynamo, sqs, keys, outlet, clock,
                Executors::newVirtualThreadPerTaskExecutor);
    }

    /** The function: in, the event JSON as Lambda passes it; out, the response JSON. */
    public Function<InputStream, byte[]> build(FunctionSpec function) {
        return switch (function) {
            case FunctionSpec.Collection<?, ?> collection -> reactor(collection);
            case FunctionSpec.Sweep sweep -> new Sweeper(sweep, dynamo.get(), table(sweep), mail(), clock);
            case FunctionSpec.Schedule schedule -> new Scheduled(schedule, ReferenceData.subdistricts(), mail(), clock);
            case FunctionSpec.Digest digest -> new Digester(digest, collections(digest.programme()),
                    ReferenceData.subdistricts(), new Records(dynamo.get(), table(digest)), mail(), clock);
            case FunctionSpec.Outbound _ -> new Outbound(outlet.get());
            case FunctionSpec.Relay _ -> new Relay(mail());
            case FunctionSpec.Clock of -> new Clock(dynamo.get(), settings, of.programme(), mail(), clock);
            case FunctionSpec.Ingest _ ->
                new Ingest(mail(), new Seal(keys), FunctionBuilder::outcomePath, ReferenceData.subdistricts(), clock);
            case FunctionSpec.RegistrySearch<?, ?> search -> registrySearch(search);
            case FunctionSpec.Query query ->
                new Query(new Records(dynamo.get(), table(query)), new Seal(keys), ReferenceData.subdistricts(),
                        query.programme(), collections(), ReferenceData.policy(), disclosures(query));
        };
    }

    private <I extends Aggregate, S extends Aggregate> RegistrySearch<I, S> registrySearch(
            FunctionSpec.RegistrySearch<I, S> search) {
        return new RegistrySearch<>(search, collections(search.programme()), new Records(dynamo.get(), table(search)),
                new Seal(keys), ReferenceData.subdistricts(), disclosures(search), clock);
    }

    private Disclosures disclosures(FunctionSpec of) {
        return new Disclosures(this::mail, of.name(), clock, readersOf(RecordsExported.class));
    }

    /** The collections of a programme. */
    List<FunctionSpec.Collection<?, ?>> collections(Programme programme) {
        return collections().stream().filter(one -> one.programme() == programme).toList();
    }

    private List<FunctionSpec.Collection<?, ?>> collections() {
        var found = new ArrayList<FunctionSpec.Collection<?, ?>>();
        for (var function : functions) {
            if (function instanceof FunctionSpec.Collection<?, ?> collection) {
                found.add(collection);
            }
        }
        return found;
    }

    /** Who reads what an event makes of the records that take it. */
    private Set<Role> readersOf(Class<? extends Event> event) {
        return collections().stream().filter(collection -> collection.accepts().contains(event))
                .flatMap(collection -> collection.readers().stream()).collect(Collectors.toSet());
    }

    /** The same functions with clients that reach nothing, and a key nobody keeps. */
    FunctionBuilder on(RehearsalClients rehearsal) {
        return new FunctionBuilder(functions, contextMap, settings, rehearsal::dynamo, rehearsal::sqs, () -> rehearsal,
                rehearsal::outlet, clock, aggregates);
    }

    private <S extends Aggregate, E extends Event> Reactor<S, E> reactor(FunctionSpec.Collection<S, E> collection) {
        var bench = new Bench<>(collection, collection.newDecider(), ReferenceData.policy(),
                ReferenceData.workingDays());
        return new Reactor<>(collection, bench, new Journal(dynamo.get(), table(collection)), clock, aggregates);
    }

    private Mail mail() {
        return new Mail(sqs.get(), settings, new Router(functions, contextMap));
    }

    private String table(FunctionSpec.OfProgramme function) {
        return settings.table(function.programme().tableName());
    }

    private static String outcomePath(Router.Destination to, String eventId) {
        if (!(to.function() instanceof FunctionSpec.Collection<?, ?> collection)) {
            throw new IllegalStateException("only collections have a journal: " + to.function().name());
        }
        return "/v1/" + collection.path() + "/" + to.key().id() + "/journal/" + eventId;
    }
}
