package org.chongshan.local.benchmark;

import java.util.List;
import java.util.Map;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

/**
 * What cold starts are measured against: a handler without any framework that makes the very calls an applied event costs, one
 * read of a state and one transaction of a state and a journal entry. It neither parses the event nor decides nor logs.
 */
public final class BareHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {
    private static final String TABLE = "chongshan-relief";

    private final DynamoDbClient dynamo = DynamoDbClient.builder().httpClientBuilder(UrlConnectionHttpClient.builder())
            .build();

    @Override
    public SQSBatchResponse handleRequest(SQSEvent batch, Context context) {
        for (var message : batch.getRecords()) {
            var key = message.getAttributes().get("MessageGroupId");
            dynamo.getItem(get -> get.tableName(TABLE).consistentRead(true)
                    .key(Map.of("pk", fromS(key), "sk", fromS("state"))));
            dynamo.transactWriteItems(write -> write
                    .transactItems(put(key, "journal/" + message.getMessageId(), message), put(key, "state", message)));
        }
        return new SQSBatchResponse(List.of());
    }

    private static TransactWriteItem put(String key, String sortKey, SQSMessage message) {
        Map<String, AttributeValue> item = Map.of("pk", fromS(key), "sk", fromS(sortKey), "version", fromN("1"), "body",
                fromS(message.getBody()));
        return TransactWriteItem.builder()
                .put(put -> put.tableName(TABLE).item(item).conditionExpression("attribute_not_exists(pk)")
                        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD))
                .build();
    }
}
