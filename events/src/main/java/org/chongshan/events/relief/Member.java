package org.chongshan.events.relief;

import java.util.stream.Stream;

import org.chongshan.events.Id;
import org.chongshan.events.IdentityNumber;
import org.chongshan.events.Personal;

/**
 * A member of a household.
 *
 * @param member         pseudonym of the person from the bureau's population register: one per person, without meaning of
 *                       its own
 * @param name           as registered
 * @param identityNumber resident identity number (居民身份证号), or the bureau's provisional one
 * @param relation       to the head of the household
 */
public record Member(@Id(begins = true) String member, Personal name, IdentityNumber identityNumber,
        Relation relation) {

    private static final String BY_NUMBER = "n.";

    /** What a person is known again by: the pseudonym, and the index of the identity number, when it has one. */
    public Stream<String> knownBy() {
        var index = identityNumber.index();
        return index == null ? Stream.of(member) : Stream.of(member, knownByNumber(index));
    }

    /** What a person is known again by whose number has this index. */
    public static String knownByNumber(String index) {
        return BY_NUMBER + index;
    }
}
