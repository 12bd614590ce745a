package org.chongshan.events.relief;

import jakarta.validation.constraints.Size;
import org.chongshan.events.Confidential;
import org.chongshan.events.Id;
import org.chongshan.events.PostedBy;
import org.chongshan.events.Role;

/**
 * A case is rejected.
 *
 * @param grounds why, 2 to 500 characters
 */
@PostedBy({Role.STREET, Role.DISTRICT})
public record ReliefRejected(@Id String reliefCase,
        @Size(min = 2, max = 500) Confidential grounds) implements ReliefCaseEvent {}
