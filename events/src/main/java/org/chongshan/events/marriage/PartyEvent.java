package org.chongshan.events.marriage;

import org.chongshan.events.Id;
import org.chongshan.events.IdentityNumber;
import org.chongshan.events.PostedBy;
import org.chongshan.events.Role;

/**
 * What the index of parties accepts: by it the registry finds an application when somebody has no receipt.
 */
public sealed interface PartyEvent extends MarriageEvent {
    /**
     * Somebody applies for divorce.
     *
     * @param party {@code n.} and the blind index of the identity number
     */
    record PartyNamed(@Id String party, @Id String application) implements PartyEvent {}

    /**
     * An application that was told of others beside it has ended.
     */
    record PartyApplicationEnded(@Id String party, @Id String application) implements PartyEvent {}

    /**
     * The window looks for the applications of whoever bears this number. The answer to the post says where they are read;
     * that somebody looked stands in the journal there.
     *
     * @param identityNumber as shown
     */
    @PostedBy({Role.REGISTRY})
    record PartySought(IdentityNumber identityNumber) implements PartyEvent {}
}
