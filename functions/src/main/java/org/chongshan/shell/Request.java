package org.chongshan.shell;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A request as API Gateway's HTTP API passes it, payload version 2.0. */
record Request(JsonNode event) {
    static Request read(InputStream event) {
        return new Request(LambdaPayload.read(event));
    }

    /** As it was sent; methods are told apart by their case. */
    String method() {
        return LambdaPayload.text(event.required("requestContext").required("http"), "method");
    }

    /** Still encoded. */
    String path() {
        return LambdaPayload.text(event, "rawPath");
    }

    /** By name, lower case. */
    Map<String, String> headers() {
        return LambdaPayload.strings(event.get("headers"));
    }

    Map<String, String> parameters() {
        return LambdaPayload.strings(event.get("queryStringParameters"));
    }

    /** The language the answer's texts are asked for in. */
    Language language() {
        return Language.asked(headers().get("accept-language"));
    }

    byte[] body() {
        var body = event.path("body").stringValue("");
        return event.path("isBase64Encoded").booleanValue(false)
                ? Base64.getDecoder().decode(body)
                : body.getBytes(StandardCharsets.UTF_8);
    }

    /** What the gateway calls it; no other is called the same. */
    String id() {
        return LambdaPayload.text(event.required("requestContext"), "requestId");
    }

    /** What the authorizer read off the token; null when it let somebody in without one. */
    @Nullable
    Map<String, String> claims() {
        var jwt = event.path("requestContext").path("authorizer").get("jwt");
        return jwt == null || jwt.isNull() ? null : LambdaPayload.strings(jwt.get("claims"));
    }
}
