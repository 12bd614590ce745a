package org.chongshan.infra;

import java.util.List;
import java.util.Map;

import software.amazon.awscdk.services.iam.AccountRootPrincipal;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.PolicyStatement;

/**
 * The policy of a key that records depend on. The account administers it, and may not use it; whoever uses it needs the leave
 * of a policy of their own as well, and meets a condition here. An identity's policy that lets it do anything with every key is
 * not enough.
 */
final class KeyPolicy {
    /** All that is done with a key other than using it; no grant either, which would let another use it. */
    private static final List<String> ADMINISTER = List.of("kms:CancelKeyDeletion", "kms:CreateAlias",
            "kms:DeleteAlias", "kms:Describe*", "kms:DisableKey", "kms:EnableKey", "kms:EnableKeyRotation", "kms:Get*",
            "kms:List*", "kms:PutKeyPolicy", "kms:RevokeGrant", "kms:RotateKeyOnDemand", "kms:ScheduleKeyDeletion",
            "kms:TagResource", "kms:UntagResource", "kms:UpdateAlias", "kms:UpdateKeyDescription");

    private KeyPolicy() {}

    /** A key used so, on this condition alone. */
    static PolicyDocument used(String sid, List<String> actions, Map<String, Object> condition) {
        return PolicyDocument.Builder.create().statements(List.of(
                PolicyStatement.Builder.create().sid("Administration").principals(List.of(new AccountRootPrincipal()))
                        .actions(ADMINISTER).resources(List.of("*")).build(),
                PolicyStatement.Builder.create().sid(sid).principals(List.of(new AccountRootPrincipal()))
                        .actions(actions).resources(List.of("*")).conditions(condition).build()))
                .build();
    }
}
