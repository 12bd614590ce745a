package org.chongshan.local;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;

import org.chongshan.events.Programme;
import org.chongshan.shell.Settings;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Every item of every programme's table, read past the platform. */
public final class RawItems {
    private RawItems() {}

    public static Stream<Map<String, AttributeValue>> of(DynamoDbClient dynamo, Settings settings) {
        return Arrays.stream(Programme.values()).flatMap(programme -> dynamo
                .scanPaginator(scan -> scan.tableName(settings.table(programme.tableName())).consistentRead(true))
                .items().stream());
    }
}
