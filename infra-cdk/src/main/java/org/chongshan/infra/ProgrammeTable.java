package org.chongshan.infra;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.chongshan.events.Programme;
import org.chongshan.shell.TableShape;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.dynamodb.Attribute;
import software.amazon.awscdk.services.dynamodb.AttributeType;
import software.amazon.awscdk.services.dynamodb.BillingMode;
import software.amazon.awscdk.services.dynamodb.GlobalSecondaryIndexProps;
import software.amazon.awscdk.services.dynamodb.PointInTimeRecoverySpecification;
import software.amazon.awscdk.services.dynamodb.ProjectionType;
import software.amazon.awscdk.services.dynamodb.StreamViewType;
import software.amazon.awscdk.services.dynamodb.Table;
import software.amazon.awscdk.services.dynamodb.TableEncryption;
import software.amazon.awscdk.services.kms.Key;

/** The table of a programme and its key, and what a function may do with them. */
final class ProgrammeTable {
    private static final List<String> READ = List.of("kms:Decrypt", "kms:DescribeKey");
    private static final List<String> USE = List.of("kms:Decrypt", "kms:DescribeKey", "kms:Encrypt",
            "kms:GenerateDataKey", "kms:GenerateDataKeyWithoutPlaintext", "kms:ReEncryptFrom", "kms:ReEncryptTo");
    private final Stack stack;
    private final String keyArn;
    private final String name;
    private final String arn;
    private final String streamArn;

    ProgrammeTable(Stack stack, Programme programme, Deployment deployment) {
        this.stack = stack;
        var kept = deployment.kept().tables().get(programme);
        if (kept != null) {
            keyArn = kept.key();
            name = kept.name();
            arn = kept.arn();
            streamArn = kept.stream();
            return;
        }
        var key = key(programme);
        var table = table(programme, deployment, key);
        keyArn = key.getKeyArn();
        name = deployment.name(programme.tableName());
        arn = table.getTableArn();
        streamArn = Objects.requireNonNull(table.getTableStreamArn());
    }

    /** The name its functions ask for. */
    String name() {
        return name;
    }

    /** The ARN of its stream. */
    String streamArn() {
        return streamArn;
    }

    /**
     * The account administers the key; only DynamoDB encrypts and decrypts with it, and only for those whose own policy lets
     * them: of what is deployed here, the functions of the programme.
     */
    private Key key(Programme programme) {
        var use = new ArrayList<>(USE);
        use.add("kms:CreateGrant");
        return Key.Builder.create(stack, "Key").enableKeyRotation(true).description("Table of " + programme.key())
                .policy(KeyPolicy.used("UseThroughDynamoDbAlone", use, throughDynamoDb()))
                .removalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE).build();
    }

    /** Table and stream, in every partition: China's service names may end in {@code .cn}. */
    private Map<String, Object> throughDynamoDb() {
        return Map.of("StringLike", Map.of("kms:ViaService", "*dynamodb." + stack.getRegion() + ".amazonaws.com*"));
    }

    private Table table(Programme programme, Deployment deployment, Key key) {
        var made = Table.Builder.create(stack, "Table").tableName(deployment.name(programme.tableName()))
                .partitionKey(text(TableShape.PK)).sortKey(text(TableShape.SK)).billingMode(BillingMode.PAY_PER_REQUEST)
                .encryption(TableEncryption.CUSTOMER_MANAGED).encryptionKey(key).stream(StreamViewType.NEW_IMAGE)
                .pointInTimeRecoverySpecification(
                        PointInTimeRecoverySpecification.builder().pointInTimeRecoveryEnabled(true).build())
                .deletionProtection(deployment.isProtected()).removalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE)
                .build();
        made.addGlobalSecondaryIndex(
                GlobalSecondaryIndexProps.builder().indexName(TableShape.BY_SCOPE).partitionKey(text(TableShape.SCOPE))
                        .sortKey(text(TableShape.RANK)).projectionType(ProjectionType.ALL).build());
        made.addGlobalSecondaryIndex(GlobalSecondaryIndexProps.builder().indexName(TableShape.BY_DUE)
                .partitionKey(text(TableShape.DUE_BUCKET)).sortKey(text(TableShape.DUE_AT))
                .projectionType(ProjectionType.KEYS_ONLY).build());
        made.addGlobalSecondaryIndex(
                GlobalSecondaryIndexProps.builder().indexName(TableShape.BY_CHANGE).partitionKey(text(TableShape.SCOPE))
                        .sortKey(text(TableShape.CHANGED)).projectionType(ProjectionType.KEYS_ONLY).build());
        return made;
    }

    private static Attribute text(String name) {
        return Attribute.builder().name(name).type(AttributeType.STRING).build();
    }

    /** Lets a function do this with every item. */
    void letsWithAll(FunctionConstruct function, String... actions) {
        function.may(List.of(actions), arn);
    }

    /** Lets a function do this with the items whose partition key begins so. */
    void lets(FunctionConstruct function, String keysBegin, String... actions) {
        function.may(List.of(actions), arn,
                Map.of("ForAllValues:StringLike", Map.of("dynamodb:LeadingKeys", List.of(keysBegin + "*"))));
    }

    /** Lets a function update these attributes of any item, and have no item in return. */
    void letsUpdate(FunctionConstruct function, String... attributes) {
        var touched = Stream.concat(Stream.of(TableShape.PK, TableShape.SK), Stream.of(attributes)).toList();
        // In a fixed order: the template says it as it comes.
        var condition = new TreeMap<String, Object>();
        condition.put("ForAllValues:StringEquals", Map.of("dynamodb:Attributes", touched));
        // Without it, a request that names no attribute would meet the condition.
        condition.put("Null", Map.of("dynamodb:Attributes", "false"));
        condition.put("StringEqualsIfExists", Map.of("dynamodb:ReturnValues", "NONE"));
        function.may(List.of("dynamodb:UpdateItem"), arn, condition);
    }

    /** Lets a function use the key, through the table alone. */
    void letsUseKey(FunctionConstruct function, boolean writes) {
        function.may(writes ? USE : READ, keyArn, throughDynamoDb());
    }

    /** Lets a function query an index. */
    void letsQuery(FunctionConstruct function, String index) {
        function.may(List.of("dynamodb:Query"), arn + "/index/" + index);
    }

    /** Lets a function read the stream. */
    void letsFollow(FunctionConstruct function) {
        function.may(List.of("dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator",
                "dynamodb:ListStreams"), streamArn);
        letsUseKey(function, false);
    }
}
