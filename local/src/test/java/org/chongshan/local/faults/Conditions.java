package org.chongshan.local.faults;

import java.util.Map;

import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

/** Takes the conditions off writes, one kind at a time: whoever says that they matter must notice. */
final class Conditions {
    private Conditions() {}

    /** The request itself when nothing of it changes. */
    static SdkRequest without(Without what, SdkRequest request) {
        return switch (request) {
            case TransactWriteItemsRequest transaction when transaction.transactItems().stream()
                    .anyMatch(write -> isMeant(what, write)) ->
                transaction.toBuilder().transactItems(transaction.transactItems().stream()
                        .map(write -> isMeant(what, write) ? unconditional(write) : write).toList()).build();
            case PutItemRequest put when put.conditionExpression() != null && isMeant(what, put.item()) ->
                put.toBuilder().conditionExpression(null).expressionAttributeValues(null)
                        .returnValuesOnConditionCheckFailure((String) null).build();
            default -> request;
        };
    }

    static Object make(SdkRequest request, DynamoDbClient engine) {
        return request instanceof TransactWriteItemsRequest transaction
                ? engine.transactWriteItems(transaction)
                : engine.putItem((PutItemRequest) request);
    }

    private static boolean isMeant(Without what, TransactWriteItem write) {
        return write.put() != null && write.put().conditionExpression() != null && isMeant(what, write.put().item());
    }

    private static boolean isMeant(Without what, Map<String, AttributeValue> item) {
        var sort = item.get("sk").s();
        return switch (what) {
            case JOURNAL_CONDITION -> sort.startsWith("journal/");
            case VERSION_CONDITION -> sort.equals("state") && item.containsKey("state");
            default -> false;
        };
    }

    private static TransactWriteItem unconditional(TransactWriteItem write) {
        return write.toBuilder().put(write.put().toBuilder().conditionExpression(null).expressionAttributeValues(null)
                .returnValuesOnConditionCheckFailure((String) null).build()).build();
    }
}
