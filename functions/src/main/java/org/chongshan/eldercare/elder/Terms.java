package org.chongshan.eldercare.elder;

import org.chongshan.core.Policy;
import org.chongshan.eldercare.EldercareParameter;

/**
 * What the policy in force at some time asks of whoever is to be visited at home.
 *
 * @param ageYears          at least
 * @param residenceMonths   of living here, at least
 * @param disabledFromGrade grade of ability, 0 to 4, at least
 */
record Terms(int ageYears, int residenceMonths, int disabledFromGrade) {
    static Terms of(Policy.Edition policy) {
        return new Terms((int) policy.value(EldercareParameter.AGE_YEARS),
                (int) policy.value(EldercareParameter.LONG_TERM_RESIDENCE_MONTHS),
                (int) policy.value(EldercareParameter.DISABLED_FROM_GRADE));
    }
}
