package org.chongshan.events.relief;

import java.util.List;

import jakarta.validation.constraints.Size;
import org.chongshan.events.Id;
import org.chongshan.events.PostedBy;
import org.chongshan.events.Role;

/**
 * The papers of an urgent case were filed afterwards (事后补充备案).
 *
 * @param documents references of the papers, 1 to 20
 */
@PostedBy({Role.STREET})
public record RetroactiveFilingSubmitted(@Id String reliefCase,
        @Size(min = 1, max = 20) List<@Size(min = 1, max = 100) String> documents) implements ReliefCaseEvent {}
