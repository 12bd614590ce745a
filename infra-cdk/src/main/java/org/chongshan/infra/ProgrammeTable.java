package org.chongshan.infra;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

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
import software.amazon.awscdk.services.iam.AccountRootPrincipal;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.kms.Key;

/** The table of a programme and its key, and what a function may do with them. */
final class ProgrammeTable {
    private static final List<String> READ = List.of("kms:Decrypt", "kms:DescribeKey");
    private static final List<String> USE = List.of("kms:Decrypt", "kms:DescribeKey", "kms:Encrypt",
            "kms:GenerateDataKey", "kms:GenerateDataKeyWithoutPlaintext", "kms:ReEncryptFrom", "kms:ReEncryptTo");
    /** All that is done with a key other than encrypting and decrypting. */
    private static final List<String> ADMINISTER = List.of("kms:CancelKeyDeletion", "kms:CreateAlias",
            "kms:DeleteAlias", "kms:Describe*", "kms:DisableKey", "kms:EnableKey", "kms:EnableKeyRotation", "kms:Get*",
            "kms:List*", "kms:PutKeyPolicy", "kms:RevokeGrant", "kms:RotateKeyOnDemand", "kms:ScheduleKeyDeletion",
            "kms:TagResource", "kms:UntagResource", "kms:UpdateAlias", "kms:UpdateKeyDescription");

    private final Stack stack;
    private final Key key;
    private final String name;
    private final String arn;
    private final String streamArn;

    ProgrammeTable(Stack stack, Programme programme, Deployment deployment) {
        this.stack = stack;
        key = key(programme);
        var own = table(programme, deployment);
        var restored = deployment.restored().get(programme);
        arn = restored == null ? own.getTableArn() : restored.substring(0, restored.indexOf("/stream/"));
        streamArn = restored == null ? Objects.requireNonNull(own.getTableStreamArn()) : restored;
        name = restored == null ? deployment.name(programme.tableName()) : arn.substring(arn.indexOf('/') + 1);
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
        var policy = PolicyDocument.Builder.create().statements(List.of(
                PolicyStatement.Builder.create().sid("Administration").principals(List.of(new AccountRootPrincipal()))
                        .actions(ADMINISTER).resources(List.of("*")).build(),
                PolicyStatement.Builder.create().sid("UseThroughDynamoDbAlone")
                        .principals(List.of(new AccountRootPrincipal())).actions(use).resources(List.of("*"))
                        .conditions(throughDynamoDb()).build()))
                .build();
        return Key.Builder.create(stack, "Key").enableKeyRotation(true).description("Table of " + programme.key())
                .policy(policy).removalPolicy(RemovalPolicy.RETAIN).build();
    }

    /** Table and stream, in every partition: China's service names may end in {@code .cn}. */
    private Map<String, Object> throughDynamoDb() {
        return Map.of("StringLike", Map.of("kms:ViaService", "*dynamodb." + stack.getRegion() + ".amazonaws.com*"));
    }

    private Table table(Programme programme, Deployment deployment) {
        var made = Table.Builder.create(stack, "Table").tableName(deployment.name(programme.tableName()))
                .partitionKey(text(TableShape.PK)).sortKey(text(TableShape.SK)).billingMode(BillingMode.PAY_PER_REQUEST)
                .encryption(TableEncryption.CUSTOMER_MANAGED).encryptionKey(key).stream(StreamViewType.NEW_IMAGE)
                .pointInTimeRecoverySpecification(
                        PointInTimeRecoverySpecification.builder().pointInTimeRecoveryEnabled(true).build())
                .deletionProtection(deployment.isProtected()).removalPolicy(RemovalPolicy.RETAIN).build();
        made.addGlobalSecondaryIndex(
                GlobalSecondaryIndexProps.builder().indexName(TableShape.BY_SCOPE).partitionKey(text(TableShape.SCOPE))
                        .sortKey(text(TableShape.RANK)).projectionType(ProjectionType.ALL).build());
        made.addGlobalSecondaryIndex(GlobalSecondaryIndexProps.builder().indexName(TableShape.BY_DUE)
                .partitionKey(text(TableShape.DUE_BUCKET)).sortKey(text(TableShape.DUE_AT))
                .projectionType(ProjectionType.KEYS_ONLY).build());
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

    /** Lets a function use the key, through the table alone. */
    void letsUseKey(FunctionConstruct function, boolean writes) {
        function.may(writes ? USE : READ, key.getKeyArn(), throughDynamoDb());
    }

    /** Lets a function query an index. */
    void letsQuery(FunctionConstruct function, String index) {
        function.may(List.of("dynamodb:Query"), arn + "/index/" + index);
    }

    /** Lets a function read the stream. */
    void letsFollow(FunctionConstruct function) {
        function.may(List.of("dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator"), streamArn);
        letsUseKey(function, false);
    }
}
