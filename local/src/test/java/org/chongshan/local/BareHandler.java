package org.chongshan.local;

import java.util.List;
import java.util.Map;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What cold starts are measured against: a handler without any framework that reads once and writes once. */
public final class BareHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {
    private final DynamoDbClient dynamo = DynamoDbClient.builder().httpClientBuilder(UrlConnectionHttpClient.builder())
            .build();

    @Override
    public SQSBatchResponse handleRequest(SQSEvent batch, Context context) {
        for (var message : batch.getRecords()) {
            var key = Map.of("pk", AttributeValue.fromS(message.getAttributes().get("MessageGroupId")), "sk",
                    AttributeValue.fromS("state"));
            dynamo.getItem(get -> get.tableName("chongshan-relief").consistentRead(true).key(key));
            dynamo.putItem(put -> put.tableName("chongshan-relief")
                    .item(Map.of("pk", AttributeValue.fromS("bare/" + message.getMessageId()), "sk",
                            AttributeValue.fromS("state"), "body", AttributeValue.fromS(message.getBody())))
                    .conditionExpression("attribute_not_exists(pk)"));
        }
        return new SQSBatchResponse(List.of());
    }
}
