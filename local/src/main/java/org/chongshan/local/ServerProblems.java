package org.chongshan.local;

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
        switch (status) {
            case 404 -> HttpFace.problem(response, callback, 404, "not-found", "There is nothing here for you.");
            case 408 -> HttpFace.problem(response, callback, 408, "timeout", "The request did not come to its end.");
            case 413 -> HttpFace.problem(response, callback, 413, "too-large", "That is too large.");
            case 414, 431 -> HttpFace.problem(response, callback, status, "too-large", "That is too large.");
            case 500 -> HttpFace.problem(response, callback, 500, "internal", "Something went wrong here; try again.");
            // A version or a transfer coding nobody knows is the sender's fault as well.
            default -> HttpFace.problem(response, callback, status > 500 ? 400 : status, "malformed-request",
                    "That is not a request this server understands.");
        }
    }
}
