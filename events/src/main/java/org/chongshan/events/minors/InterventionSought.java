package org.chongshan.events.minors;

import org.chongshan.events.Id;
import org.chongshan.events.Personal;

/**
 * A child needs help that another programme arranges.
 */
public record InterventionSought(@Id String child, @Id String household, @Id String member, @Id String intervention,
        Intervention kind, Personal need) implements MinorsNotice {}
