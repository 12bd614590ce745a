package org.chongshan.infra;

import java.util.List;

import io.github.cdklabs.cdknag.NagPackSuppression;
import io.github.cdklabs.cdknag.NagSuppressions;
import software.constructs.IConstruct;

/** Findings of cdk-nag that stand, each on one construct and with its reason. */
final class Reasoned {
    private Reasoned() {}

    static <T extends IConstruct> T that(T construct, String finding, String reason) {
        NagSuppressions.addResourceSuppressions(construct,
                List.of(NagPackSuppression.builder().id(finding).reason(reason).build()));
        return construct;
    }
}
