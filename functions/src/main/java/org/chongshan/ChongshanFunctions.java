package org.chongshan;

import java.io.InputStream;
import java.time.InstantSource;
import java.util.function.Function;

import org.chongshan.core.FunctionSpec;
import org.chongshan.core.shell.FunctionBuilder;
import org.chongshan.core.shell.KmsSealingKeys;
import org.chongshan.core.shell.SealingKeys;
import org.chongshan.core.shell.Settings;
import org.springframework.cloud.function.context.FunctionRegistration;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.ResolvableType;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

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
                        context.getEnvironment().getRequiredProperty("CHONGSHAN_QUEUE_BASE")));
        unlessThere(context, DynamoDbClient.class,
                () -> DynamoDbClient.builder().httpClientBuilder(UrlConnectionHttpClient.builder()).build());
        unlessThere(context, SqsClient.class,
                () -> SqsClient.builder().httpClientBuilder(UrlConnectionHttpClient.builder()).build());
        unlessThere(context, SealingKeys.class,
                () -> new KmsSealingKeys(
                        KmsClient.builder().httpClientBuilder(UrlConnectionHttpClient.builder()).build(),
                        context.getEnvironment().getRequiredProperty(FunctionSpec.SEALING_KEY)));
        for (var function : Topology.FUNCTIONS) {
            register(context, function);
        }
    }

    private static void register(GenericApplicationContext context, FunctionSpec function) {
        context.registerBean(function.name(), FunctionRegistration.class, () -> {
            var builder = new FunctionBuilder(Topology.FUNCTIONS, ContextMap.LINES, context.getBean(Settings.class),
                    () -> context.getBean(DynamoDbClient.class), () -> context.getBean(SqsClient.class),
                    () -> context.getBean(SealingKeys.class),
                    context.getBean(InstantSource.class));
            return new FunctionRegistration<>(builder.build(function), function.name()).type(TYPE.getType());
        }, definition -> definition.setLazyInit(true));
    }

    private static <T> void unlessThere(GenericApplicationContext context, Class<T> type,
            java.util.function.Supplier<T> supplier) {
        if (context.getBeanFactory().getBeanNamesForType(type, false, false).length == 0) {
            context.registerBean(type, supplier, definition -> definition.setLazyInit(true));
        }
    }
}
