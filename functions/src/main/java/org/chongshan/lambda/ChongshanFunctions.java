package org.chongshan.lambda;

import java.io.InputStream;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

import org.chongshan.bureau.ContextMap;
import org.chongshan.bureau.Topology;
import org.chongshan.core.FunctionSpec;
import org.chongshan.shell.FunctionBuilder;
import org.chongshan.shell.KmsSealingKeys;
import org.chongshan.shell.Outlet;
import org.chongshan.shell.SealingKeys;
import org.chongshan.shell.Settings;
import org.springframework.cloud.function.context.FunctionCatalog;
import org.springframework.cloud.function.context.FunctionRegistration;
import org.springframework.cloud.function.context.catalog.SimpleFunctionRegistry;
import org.springframework.cloud.function.json.JacksonMapper;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.ResolvableType;
import org.springframework.core.env.Environment;
import org.springframework.messaging.converter.ByteArrayMessageConverter;
import org.springframework.messaging.converter.CompositeMessageConverter;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * Registers the topology's functions with Spring Cloud Function, by hand and lazily: nothing is scanned, and of clients
 * and deciders only those of the function asked for come into being. Whoever hosts the functions may register clients,
 * clock and settings of its own first.
 */
public final class ChongshanFunctions implements ApplicationContextInitializer<GenericApplicationContext> {
    private static final ResolvableType TYPE = ResolvableType.forClassWithGenerics(Function.class, InputStream.class,
            byte[].class);

    @Override
    public void initialize(GenericApplicationContext context) {
        unlessThere(context, InstantSource.class, InstantSource::system);
        unlessThere(context, Settings.class,
                () -> new Settings(context.getEnvironment().getRequiredProperty("CHONGSHAN_PREFIX"),
                        context.getEnvironment().getRequiredProperty("CHONGSHAN_QUEUE_BASE"),
                        context.getEnvironment().getProperty("CHONGSHAN_TABLE")));
        unlessThere(context, DynamoDbClient.class,
                () -> DynamoDbClient.builder().httpClientBuilder(UrlConnectionHttpClient.builder()).build());
        unlessThere(context, SqsClient.class,
                () -> SqsClient.builder().httpClientBuilder(UrlConnectionHttpClient.builder()).build());
        unlessThere(context, SealingKeys.class,
                () -> new KmsSealingKeys(
                        KmsClient.builder().httpClientBuilder(UrlConnectionHttpClient.builder()).build(),
                        context.getEnvironment().getRequiredProperty(FunctionSpec.SEALING_KEY)));
        unlessThere(context, Outlet.class, () -> outlet(context.getEnvironment()));
        unlessThere(context, FunctionBuilder.class,
                () -> new FunctionBuilder(Topology.FUNCTIONS, ContextMap.LINES, context.getBean(Settings.class),
                        () -> context.getBean(DynamoDbClient.class), () -> context.getBean(SqsClient.class),
                        () -> context.getBean(SealingKeys.class), () -> context.getBean(Outlet.class),
                        context.getBean(InstantSource.class)));
        for (var function : Topology.FUNCTIONS) {
            register(context, function);
        }
    }

    private static Outlet outlet(Environment environment) {
        return Outlet.eventBridge(UrlConnectionHttpClient.builder().build(),
                environment.getRequiredProperty(FunctionSpec.Outbound.BUS),
                environment.getProperty("AWS_ENDPOINT_URL_EVENTBRIDGE", environment.getProperty("AWS_ENDPOINT_URL")));
    }

    private static void register(GenericApplicationContext context, FunctionSpec function) {
        context.registerBean(function.name(), FunctionRegistration.class,
                () -> new FunctionRegistration<>(context.getBean(FunctionBuilder.class).build(function),
                        function.name()).type(TYPE.getType()),
                definition -> definition.setLazyInit(true));
    }

    private static <T> void unlessThere(GenericApplicationContext context, Class<T> type, Supplier<T> supplier) {
        if (context.getBeanFactory().getBeanNamesForType(type, false, false).length == 0) {
            context.registerBean(type, supplier, definition -> {
                definition.setLazyInit(true);
                // To look for a method that closes it loads every class its methods name.
                definition.setDestroyMethodName("");
            });
        }
    }

    /**
     * Spring Cloud Function's catalog of the functions asked for: each takes the event JSON as Lambda passes it, an
     * {@link InputStream}, and gives the response JSON, {@code byte[]}. So there is nothing for the catalog to convert.
     *
     * @param context refreshed after {@link #initialize} saw it
     */
    public static FunctionCatalog catalog(GenericApplicationContext context, List<FunctionSpec> asked) {
        var catalog = new SimpleFunctionRegistry(null,
                new CompositeMessageConverter(List.of(new ByteArrayMessageConverter())),
                new JacksonMapper(new JsonMapper()));
        asked.forEach(function -> catalog.register(context.getBean(function.name(), FunctionRegistration.class)));
        return catalog;
    }
}
