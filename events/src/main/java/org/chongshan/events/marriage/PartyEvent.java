package org.chongshan.events.marriage;

import jakarta.validation.constraints.Min;
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
     * Whether an application runs that was told of others beside it.
     *
     * @param runs   false: it has ended
     * @param number of what this application told; of two the higher counts
     */
    record PartyApplicationStated(@Id String party, @Id String application, boolean runs,
            @Min(1) int number) implements PartyEvent {}

    /**
     * The window looks for the applications of whoever bears this number. The answer to the post says where they are read;
     * that somebody looked stands in the journal there.
     *
     * @param identityNumber as shown
     */
    @PostedBy({Role.REGISTRY})
    record PartySought(IdentityNumber identityNumber) implements PartyEvent {}
}
