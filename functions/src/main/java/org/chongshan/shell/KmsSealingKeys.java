package org.chongshan.shell;

import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.MacAlgorithmSpec;

/**
 * Derived from an HMAC key of AWS KMS that never leaves it: one call of {@code GenerateMac} for each version, whose result
 * is the key.
 *
 * @param keyId id or ARN of the HMAC key, of spec {@code HMAC_512}
 */
public record KmsSealingKeys(KmsClient kms, String keyId) implements SealingKeys {
    @Override
    public byte[] key(int version) {
        try {
            return kms.generateMac(mac -> mac.keyId(keyId).macAlgorithm(MacAlgorithmSpec.HMAC_SHA_512)
                    .message(SdkBytes.fromUtf8String(SealingKeys.label(version)))).mac().asByteArray();
        } catch (SdkException e) {
            Log.failure("derive", "the sealing key", e);
            throw new Unavailable(e);
        }
    }
}
