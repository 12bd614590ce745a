package org.chongshan.local.faults;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.Callable;

import software.amazon.awssdk.core.SdkRequest;

/** What stands between a process and an engine: sees each request, and may keep it, the answer, or the process. */
public interface Boundary {
    /** Makes the call, or not. */
    Object call(SdkRequest request, Callable<Object> engine);

    /** A client whose every request passes the boundary, be it made by a lambda, a paginator or plainly. */
    static <C> C around(Class<C> type, C engine, Boundary boundary) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            var one = arguments != null && arguments.length == 1 ? arguments[0] : null;
            if (one instanceof SdkRequest request && !method.getName().endsWith("Paginator")) {
                return boundary.call(request, () -> {
                    try {
                        return method.invoke(engine, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause() instanceof Exception cause ? cause : e;
                    }
                });
            }
            return method.isDefault()
                    ? InvocationHandler.invokeDefault(proxy, method, arguments)
                    : method.invoke(engine, arguments);
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[]{type}, handler));
    }
}
