package org.chongshan.events.minors;

import org.chongshan.events.Id;

/**
 * Whoever was asked to help answered.
 */
public record InterventionAnswered(@Id String child, @Id String intervention,
        InterventionAnswer answer) implements ChildEvent {}
