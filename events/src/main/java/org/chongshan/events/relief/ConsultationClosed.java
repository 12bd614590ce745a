package org.chongshan.events.relief;

import org.chongshan.events.Id;
import org.chongshan.events.PostedBy;
import org.chongshan.events.Role;

/**
 * A consultation ended; what was not decided stays where it was.
 */
@PostedBy({Role.STREET, Role.DISTRICT})
public record ConsultationClosed(@Id String consultation) implements ConsultationEvent {}
