package org.chongshan.events.relief;

import org.chongshan.events.Id;
import org.chongshan.events.PostedBy;
import org.chongshan.events.Role;

/**
 * A relief case is put on the table of a consultation.
 */
@PostedBy({Role.STREET, Role.DISTRICT})
public record CaseTabled(@Id String consultation, @Id String reliefCase) implements ConsultationEvent {}
