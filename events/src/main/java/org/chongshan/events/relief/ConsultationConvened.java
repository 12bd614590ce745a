package org.chongshan.events.relief;

import java.util.List;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.chongshan.events.Id;
import org.chongshan.events.PostedBy;
import org.chongshan.events.Role;

/**
 * A regular consultation came together (定期会商).
 *
 * @param attendees token subjects of those present, 1 to 30
 */
@PostedBy({Role.STREET, Role.DISTRICT})
public record ConsultationConvened(@Id String consultation,
        @Size(min = 1, max = 30) List<@Pattern(regexp = Id.PATTERN) String> attendees) implements ConsultationEvent {}
