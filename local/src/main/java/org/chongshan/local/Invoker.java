package org.chongshan.local;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.function.Function;

import org.chongshan.bureau.Topology;
import org.chongshan.lambda.ChongshanFunctions;
import org.chongshan.shell.Outlet;
import org.chongshan.shell.SealingKeys;
import org.chongshan.shell.Settings;
import org.springframework.cloud.function.context.FunctionCatalog;
import org.springframework.context.support.GenericApplicationContext;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Calls a function by its name through Spring Cloud Function's catalog, with the JSON Lambda would pass. */
public final class Invoker implements AutoCloseable {
    private final GenericApplicationContext context = new GenericApplicationContext();
    private final FunctionCatalog catalog;

    /** Functions on these engines. */
    public Invoker(DynamoDbClient dynamo, SqsClient sqs, SealingKeys keys, Outlet outlet, Settings settings,
            InstantSource clock) {
        context.registerBean(DynamoDbClient.class, () -> dynamo, bean -> bean.setDestroyMethodName(""));
        context.registerBean(SqsClient.class, () -> sqs, bean -> bean.setDestroyMethodName(""));
        context.registerBean(SealingKeys.class, () -> keys);
        context.registerBean(Outlet.class, () -> outlet);
        context.registerBean(Settings.class, () -> settings);
        context.registerBean(InstantSource.class, () -> clock);
        new ChongshanFunctions().initialize(context);
        context.refresh();
        catalog = ChongshanFunctions.catalog(context, Topology.FUNCTIONS);
    }

    /**
     * Calls it.
     *
     * @throws RuntimeException when the function fails, as Lambda would hear of it
     */
    public byte[] invoke(String function, byte[] event) {
        Function<InputStream, Object> found = catalog.lookup(Function.class, function);
        return (byte[]) found.apply(new ByteArrayInputStream(event));
    }

    @Override
    public void close() {
        context.close();
    }
}
