package org.chongshan.infra;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.kms.CfnAlias;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.kms.KeySpec;
import software.amazon.awscdk.services.kms.KeyUsage;
import software.constructs.Construct;

/**
 * The key personal data is sealed with. A stack of its own, which every other may go without: when this key is gone, no
 * name in any table, backup or export is ever read again. It does not rotate; a new version is a new label.
 */
final class SealingStack extends Stack {
    private final Key key;

    SealingStack(Construct scope, Deployment deployment) {
        super(scope, deployment.name("sealing"), deployment.stack("Chongshan: the key personal data is sealed with"));
        // In a fixed order: the template says it as it comes.
        var condition = new TreeMap<String, Object>();
        condition.put("ArnEquals", Map.of("aws:PrincipalArn", deployment.sealingRoleArns(this)));
        condition.put("StringEquals", Map.of("kms:MacAlgorithm", "HMAC_SHA_512"));
        key = Key.Builder.create(this, "Key").keySpec(KeySpec.HMAC_512).keyUsage(KeyUsage.GENERATE_VERIFY_MAC)
                .description("Personal data")
                .policy(KeyPolicy.used("DerivedByIngestAndQueriesAlone", List.of("kms:GenerateMac"), condition))
                .removalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE).build();
        // A name there is once in an account and region, and which stays with the key: a second deployment fails here before
        // it has a second key to seal with.
        CfnAlias.Builder.create(this, "Name").aliasName("alias/" + deployment.name("sealing"))
                .targetKeyId(key.getKeyArn()).build().applyRemovalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);
    }

    /** Its ARN. */
    String keyArn() {
        return key.getKeyArn();
    }
}
