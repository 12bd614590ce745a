package org.chongshan.events.minors;

import jakarta.validation.constraints.Size;
import org.chongshan.events.Confidential;
import org.chongshan.events.Id;
import org.chongshan.events.PostedBy;
import org.chongshan.events.Role;

/**
 * Professionals assessed the three axes of risk.
 *
 * @param guardianship  of the guardianship (监护风险)
 * @param behaviour     of the child's behaviour (行为风险)
 * @param physiological of the child's body and mind (生理风险)
 * @param assessor      who assessed
 * @param grounds why, 2 to 500 characters
 */
@PostedBy({Role.STATION, Role.ORGANISATION})
public record ChildRiskAssessed(@Id String child, Level guardianship, Level behaviour, Level physiological,
        @Id String assessor, @Size(min = 2, max = 500) Confidential grounds) implements ChildEvent {}
