package org.chongshan.infra;

import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.kms.IKey;
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
        key = Key.Builder.create(this, "Key").keySpec(KeySpec.HMAC_512).keyUsage(KeyUsage.GENERATE_VERIFY_MAC)
                .description("Personal data").removalPolicy(RemovalPolicy.RETAIN).build();
    }

    IKey key() {
        return key;
    }
}
