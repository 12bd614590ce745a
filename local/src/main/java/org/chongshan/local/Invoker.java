package org.chongshan.local;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.function.Function;

import org.chongshan.ChongshanFunctions;
import org.chongshan.core.shell.SealingKeys;
import org.chongshan.core.shell.Settings;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.cloud.function.context.FunctionCatalog;
import org.springframework.cloud.function.context.config.ContextFunctionCatalogAutoConfiguration;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Calls a function by its name through Spring Cloud Function's catalog, with the JSON Lambda would pass. */
final class Invoker implements AutoCloseable {
    private final ConfigurableApplicationContext context;
    private final FunctionCatalog catalog;

    Invoker(DynamoDbClient dynamo, SqsClient sqs, SealingKeys keys, Settings settings, InstantSource clock) {
        ApplicationContextInitializer<GenericApplicationContext> ours = spring -> {
            spring.registerBean(DynamoDbClient.class, () -> dynamo, bean -> bean.setDestroyMethodName(""));
            spring.registerBean(SqsClient.class, () -> sqs, bean -> bean.setDestroyMethodName(""));
            spring.registerBean(SealingKeys.class, () -> keys);
            spring.registerBean(Settings.class, () -> settings);
            spring.registerBean(InstantSource.class, () -> clock);
        };
        context = new SpringApplicationBuilder(ContextFunctionCatalogAutoConfiguration.class)
                .web(WebApplicationType.NONE)
                .bannerMode(org.springframework.boot.Banner.Mode.OFF).logStartupInfo(false).registerShutdownHook(false)
                .initializers(ours, new ChongshanFunctions()).run();
        catalog = context.getBean(FunctionCatalog.class);
    }

    byte[] invoke(String function, byte[] event) {
        Function<InputStream, Object> found = catalog.lookup(Function.class, function);
        return (byte[]) found.apply(new ByteArrayInputStream(event));
    }

    @Override
    public void close() {
        SpringApplication.exit(context);
    }
}
