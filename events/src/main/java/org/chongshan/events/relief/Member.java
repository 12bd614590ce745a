package org.chongshan.events.relief;

import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.chongshan.events.Checked;
import org.chongshan.events.Fault;
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
public record Member(@Id String member, Personal name, IdentityNumber identityNumber,
        Relation relation) implements Checked {

    private static final String BY_NUMBER = "n.";
    private static final Pattern RESERVED = Pattern.compile(Pattern.quote(BY_NUMBER) + IdentityNumber.INDEX_PATTERN);

    /** What a person is known again by: the pseudonym, and the index of the identity number, when it has one. */
    public Stream<String> knownBy() {
        var index = identityNumber.index();
        return index == null ? Stream.of(member) : Stream.of(member, BY_NUMBER + index);
    }

    /** Nobody stands in another's place by a pseudonym that reads like an index. */
    @Override
    public Stream<Fault> faults() {
        return RESERVED.matcher(member).matches()
                ? Stream.of(new Fault("/member", Fault.Code.RESERVED_ID, "is a pseudonym of the population register"))
                : Stream.empty();
    }
}
