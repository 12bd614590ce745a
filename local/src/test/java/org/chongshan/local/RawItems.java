package org.chongshan.local;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;

import org.chongshan.events.Programme;
import org.chongshan.shell.Settings;
import org.chongshan.shell.TableShape;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import tools.jackson.databind.JsonNode;

/** Every item of every programme's table, read past the platform. */
public final class RawItems {
    private RawItems() {}

    public static Stream<Map<String, AttributeValue>> of(DynamoDbClient dynamo, Settings settings) {
        return Arrays.stream(Programme.values()).flatMap(programme -> dynamo
                .scanPaginator(scan -> scan.tableName(settings.table(programme.tableName())).consistentRead(true))
                .items().stream());
    }

    /** The states alone of one function's records in a subdistrict: of what is stored the smallest part. */
    public static Stream<JsonNode> states(DynamoDbClient dynamo, Settings settings, Programme programme,
            String function, String subdistrict) {
        return dynamo
                .queryPaginator(query -> query.tableName(settings.table(programme.tableName()))
                        .indexName(TableShape.BY_SCOPE).keyConditionExpression("#scope = :scope")
                        .expressionAttributeNames(Map.of("#scope", TableShape.SCOPE)).expressionAttributeValues(
                                Map.of(":scope", AttributeValue.fromS(function + "/" + subdistrict))))
                .items().stream().map(item -> Bureau.JSON.readTree(item.get(TableShape.STATE).s()));
    }
}
