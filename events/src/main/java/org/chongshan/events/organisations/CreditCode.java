package org.chongshan.events.organisations;

import java.util.Optional;

import org.chongshan.events.Fault;

/**
 * The unified social credit code (统一社会信用代码, GB 32100-2015) of a social organisation: {@code 5} for whom civil affairs
 * registers, its kind, six digits of the region (GB/T 2260), nine characters of the body's own, and a check character to the
 * base of 31. Public, and therefore not sealed.
 */
public final class CreditCode {
    /** Without I, O, S, V and Z, which are taken for others. */
    private static final String CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int WEIGHT = 3;

    /** What a code looks like. */
    public static final String PATTERN = "^5[123][0-9]{6}[0-9A-HJ-NP-RTUWXY]{10}$";

    private CreditCode() {}

    /**
     * What is wrong with a code that has the {@link #PATTERN}.
     *
     * @param pointer where it stands
     */
    static Optional<Fault> fault(String code, OrganisationKind kind, String pointer) {
        if (code.charAt(1) != kind.category()) {
            return Optional.of(new Fault(pointer, Fault.Code.NOT_A_CREDIT_CODE,
                    "has " + kind.category() + " as its second character, for the kind it is"));
        }
        return code.charAt(17) == checkCharacter(code)
                ? Optional.empty()
                : Optional.of(new Fault(pointer, Fault.Code.NOT_A_CREDIT_CODE,
                        "ends with its check character (GB 32100-2015)"));
    }

    /** The check character of the 17 characters a text begins with. */
    public static char checkCharacter(String code) {
        var sum = 0;
        var weight = 1;
        for (int i = 0; i < 17; i++) {
            sum += CHARACTERS.indexOf(code.charAt(i)) * weight;
            weight = weight * WEIGHT % CHARACTERS.length();
        }
        return CHARACTERS.charAt((CHARACTERS.length() - sum % CHARACTERS.length()) % CHARACTERS.length());
    }
}
