package org.chongshan.events.relief;

import org.chongshan.events.Id;

/**
 * What the index of persons accepts.
 */
public sealed interface PersonEvent extends ReliefEvent {
    /** Id of the member it concerns. */
    String member();

    /**
     * A household came onto the books with this member.
     *
     * @param member pseudonym of the person, or {@code n.} and the blind index of the identity number
     */
    record MemberListed(@Id String member, @Id String household) implements PersonEvent {}

    /**
     * An officer has looked at this household and cleared every suspicion over this member.
     */
    record ListingCleared(@Id String member, @Id String household) implements PersonEvent {}
}
