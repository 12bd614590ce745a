package org.chongshan.events.minors;

import jakarta.validation.constraints.Size;
import org.chongshan.events.Id;
import org.chongshan.events.Personal;
import org.chongshan.events.PostedBy;
import org.chongshan.events.Role;

/**
 * Professional help was sought for a child.
 *
 * @param intervention id
 * @param consent      whether the guardian, or whoever stands in for one, consents
 * @param need         what is asked for, 2 to 500 characters
 */
@PostedBy({Role.STATION})
public record InterventionLinked(@Id String child, @Id @Size(max = Id.MOST_TO_DERIVE_FROM) String intervention,
        Intervention kind, boolean consent, @Size(min = 2, max = 500) Personal need) implements ChildEvent {}
