package org.chongshan.local.programme;

import java.util.stream.Stream;

import org.chongshan.bureau.Topology;
import org.chongshan.core.FunctionSpec;
import org.chongshan.core.FunctionSpec.Collection;
import org.chongshan.events.Programme;

/** What the harnesses ask of the topology: the one place here that knows how a function is specified. */
public final class Functions {
    private Functions() {}

    /** Names of a programme's functions in which a decider runs. */
    static Stream<String> deciding(Programme programme) {
        return Topology.collections().stream().filter(collection -> collection.programme() == programme)
                .map(Collection::name);
    }

    /** Names of the functions that begin something by themselves. */
    static Stream<String> scheduled() {
        return Topology.of(FunctionSpec.ByCron.class).stream().map(FunctionSpec::name);
    }

    /** The name of the function an aggregate's key names. */
    static String of(String aggregate) {
        return aggregate.substring(0, aggregate.indexOf('/'));
    }

    /** Whether a decider runs in it; what goes through a list, or hands over to others, keeps no journal. */
    static boolean keepsJournals(FunctionSpec function) {
        return function instanceof Collection;
    }
}
