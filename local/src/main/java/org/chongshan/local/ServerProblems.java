package org.chongshan.local;

import org.chongshan.shell.Problem;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** What the server refuses before the face sees it is answered as a problem document too, and says nothing of the server. */
final class ServerProblems extends ErrorHandler {
    @Override
    protected void generateResponse(Request request, Response response, int status, @Nullable String message,
            @Nullable Throwable cause, Callback callback) {
        HttpFace.problem(response, callback, switch (status) {
            case 404 -> Problem.NOT_FOUND.occurrence();
            case 408 -> Problem.TIMEOUT.occurrence();
            case 413, 414, 431 -> Problem.TOO_LARGE.occurrence().withStatus(status);
            case 500 -> Problem.INTERNAL.occurrence();
            // A version or a transfer coding nobody knows is the sender's fault as well.
            default -> Problem.MALFORMED_REQUEST.occurrence().withStatus(status > 500 ? 400 : status);
        });
    }
}
