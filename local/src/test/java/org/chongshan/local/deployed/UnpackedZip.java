package org.chongshan.local.deployed;

import java.nio.file.Path;

import org.chongshan.bureau.Topology;
import org.chongshan.local.Engines;
import org.chongshan.local.Provision;
import org.chongshan.local.deployed.LambdaRuntime.Launch;
import org.chongshan.shell.Settings;

import static org.junit.jupiter.api.Assumptions.assumeFalse;

/**
 * The zip as Lambda unpacks it, beside engines of its own with all tables and queues.
 *
 * @param folder where it lies, and what the functions print
 */
record UnpackedZip(Path folder, Engines engines) implements AutoCloseable {
    /** Skips, and says so, where the zip is not built. */
    static UnpackedZip in(Path folder) throws Exception {
        assumeFalse(LambdaRuntime.zip().isEmpty(), "functions-lambda.zip is not built; verify builds it");
        LambdaRuntime.unpack(LambdaRuntime.zip().getFirst(), folder.resolve("task"));
        LambdaRuntime.unpack(LambdaRuntime.zip().getFirst().resolveSibling(Topology.REFERENCE.archive()),
                folder.resolve(Topology.REFERENCE.name()));
        var engines = Engines.embedded(null);
        new Provision(engines.dynamo(), engines.sqs(), new Settings("chongshan-", engines.queueBase())).run(30);
        return new UnpackedZip(folder, engines);
    }

    /** From the zip a function runs from. */
    Launch launch(String function) {
        return Launch.unpacked(
                folder.resolve(Topology.named(function) == Topology.REFERENCE ? Topology.REFERENCE.name() : "task"));
    }

    LambdaRuntime start(Launch launch, String function) throws Exception {
        return new LambdaRuntime(launch, function, engines, folder.resolve(function + ".log"));
    }

    LambdaRuntime start(String function) throws Exception {
        return start(launch(function), function);
    }

    @Override
    public void close() {
        engines.close();
    }
}
