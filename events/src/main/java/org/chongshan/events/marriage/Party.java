package org.chongshan.events.marriage;

import java.util.Optional;

import org.chongshan.events.IdentityNumber;
import org.chongshan.events.Personal;

/**
 * One of the two who apply.
 *
 * @param name           as registered
 * @param identityNumber resident identity number (居民身份证号), or the bureau's provisional one
 * @param registeredHere whether the permanent household registration (常住户口) is in this district
 */
public record Party(Personal name, IdentityNumber identityNumber, boolean registeredHere) {

    private static final String BY_NUMBER = "n.";

    /** The id a person of that number is found by; empty when it bears no index. */
    public static Optional<String> foundBy(IdentityNumber number) {
        return Optional.ofNullable(number.index()).map(index -> BY_NUMBER + index);
    }

    /**
     * Whether somebody who shows this number may be this party: of a party without a resident number the desk alone can tell.
     */
    public boolean mayBear(IdentityNumber shown) {
        var own = identityNumber.index();
        return own == null || own.equals(shown.index());
    }
}
