package org.chongshan.shell;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Clients and keys for a rehearsal: real clients but for the network. Whatever is asked, the answer is an empty document: it went well,
 * and there is nothing there.
 */
final class RehearsalClients implements SdkHttpClient, SealingKeys {
    private final StaticCredentialsProvider nobody = StaticCredentialsProvider
            .create(AwsBasicCredentials.create("nobody", "nothing"));
    private final DynamoDbClient dynamo = DynamoDbClient.builder().httpClient(this).credentialsProvider(nobody)
            .region(Region.CN_NORTH_1).build();
    private final SqsClient sqs = SqsClient.builder().httpClient(this).credentialsProvider(nobody)
            .region(Region.CN_NORTH_1).build();

    DynamoDbClient dynamo() {
        return dynamo;
    }

    SqsClient sqs() {
        return sqs;
    }

    Outlet outlet() {
        return new EventBridgeOutlet(this, nobody, Region.CN_NORTH_1, URI.create("https://events.example"),
                "rehearsal");
    }

    /** Nothing sealed with it is ever kept. */
    @Override
    public byte[] key(int version) {
        return new byte[LENGTH];
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() {
                var body = new ByteArrayInputStream("{}".getBytes(StandardCharsets.UTF_8));
                return HttpExecuteResponse.builder()
                        .response(SdkHttpResponse.builder().statusCode(200).putHeader("Content-Length", "2").build())
                        .responseBody(AbortableInputStream.create(body)).build();
            }

            @Override
            public void abort() {
                // Nothing is ever under way.
            }
        };
    }

    @Override
    public void close() {
        dynamo.close();
        sqs.close();
    }
}
