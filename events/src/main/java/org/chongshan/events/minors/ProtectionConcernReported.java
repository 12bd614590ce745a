package org.chongshan.events.minors;

import jakarta.validation.constraints.Size;
import org.chongshan.events.Id;
import org.chongshan.events.Personal;
import org.chongshan.events.PostedBy;
import org.chongshan.events.Role;

/**
 * Somebody worries about a child (强制报告).
 *
 * @param harm        whether the child is harmed or about to be
 * @param observation in the reporter's words, at most 500 characters
 */
@PostedBy({Role.GRID, Role.STATION, Role.STREET, Role.DISTRICT, Role.DESK, Role.CARE, Role.AGENCY})
public record ProtectionConcernReported(@Id @Size(max = Id.MOST_TO_DERIVE_FROM) String child, Concern concern,
        boolean harm, @Size(max = 500) Personal observation) implements ChildEvent {}
