package org.chongshan.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.regions.Region;
import tools.jackson.databind.json.JsonMapper;

/**
 * An EventBridge bus: one PutEvents for each event. The one call is made by hand and signed by the SDK's own signer, so that
 * nothing is added to the zip for it.
 *
 * @param endpoint of EventBridge
 * @param bus      name of the bus
 */
record EventBridgeOutlet(SdkHttpClient http, AwsCredentialsProvider credentials, Region region, URI endpoint,
        String bus) implements Outlet {

    /** What rules of receivers match {@code source} with. */
    static final String SOURCE = "chongshan";
    private static final JsonMapper JSON = new JsonMapper();
    private static final AwsV4HttpSigner SIGNER = AwsV4HttpSigner.create();

    @Override
    public void take(String type, String cloudEvent) {
        var entry = Map.of("EventBusName", bus, "Source", SOURCE, "DetailType", type, "Detail", cloudEvent);
        var answer = post(JSON.writeValueAsString(Map.of("Entries", List.of(entry))));
        // An entry may fail in an answer that is good as a whole.
        if (JSON.readTree(answer).path("FailedEntryCount").asInt(0) > 0) {
            throw new IllegalStateException("the bus did not take the event");
        }
    }

    private String post(String body) {
        var request = SdkHttpRequest.builder().method(SdkHttpMethod.POST).uri(endpoint)
                .putHeader("Content-Type", "application/x-amz-json-1.1")
                .putHeader("X-Amz-Target", "AWSEvents.PutEvents").build();
        var signed = SIGNER.sign(sign -> sign.identity(credentials.resolveCredentials()).request(request)
                .payload(ContentStreamProvider.fromUtf8String(body))
                .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "events")
                .putProperty(AwsV4HttpSigner.REGION_NAME, region.id()));
        try {
            var answered = http.prepareRequest(HttpExecuteRequest.builder().request(signed.request())
                    .contentStreamProvider(signed.payload().orElseThrow()).build()).call();
            try (var content = answered.responseBody().orElseThrow()) {
                if (!answered.httpResponse().isSuccessful()) {
                    throw new IllegalStateException("EventBridge answered " + answered.httpResponse().statusCode());
                }
                return new String(content.readAllBytes(), StandardCharsets.UTF_8);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
