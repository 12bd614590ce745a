package org.chongshan.lambda;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import org.chongshan.bureau.Topology;
import org.chongshan.shell.FunctionBuilder;
import org.chongshan.shell.Priming;
import org.crac.Core;
import org.crac.Resource;
import org.springframework.context.support.GenericApplicationContext;

/**
 * What Lambda calls: the function that {@code SPRING_CLOUD_FUNCTION_DEFINITION} names, out of Spring Cloud Function's catalog.
 * Takes the place of the framework's own adapter, which starts all of Spring Boot first and logs every payload.
 */
public final class LambdaHandler implements RequestStreamHandler, Resource {
    /** An invocation failed. Says by what and where, in place of a message that may quote data: the runtime logs it. */
    static final class InvocationFailed extends RuntimeException {
        private static final long serialVersionUID = 1;

        InvocationFailed(RuntimeException cause) {
            super(cause.getClass().getName());
            setStackTrace(cause.getStackTrace());
        }
    }

    static {
        JsonLines.install();
    }

    private final Function<InputStream, byte[]> function;
    private final Priming priming;

    /** Starts the function, and nothing else of the topology. */
    public LambdaHandler() {
        var context = new GenericApplicationContext();
        new ChongshanFunctions().initialize(context);
        context.refresh();
        var asked = Topology.named(context.getEnvironment().getRequiredProperty("spring.cloud.function.definition"));
        function = ChongshanFunctions.catalog(context, List.of(asked)).lookup(asked.name());
        priming = new Priming(context.getBean(FunctionBuilder.class), asked);
        if ("snap-start".equals(context.getEnvironment().getProperty("AWS_LAMBDA_INITIALIZATION_TYPE"))) {
            Core.getGlobalContext().register(this);
        }
    }

    @Override
    public void beforeCheckpoint(org.crac.Context<? extends Resource> context) {
        priming.run();
    }

    /** Nothing is to be renewed: no connection was kept, and the SDK asks anew for credentials that have expired. */
    @Override
    public void afterRestore(org.crac.Context<? extends Resource> context) {}

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        try {
            answer.write(function.apply(event));
        } catch (RuntimeException e) {
            throw new InvocationFailed(e);
        }
    }
}
