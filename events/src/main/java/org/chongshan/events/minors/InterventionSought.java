package org.chongshan.events.minors;

import org.chongshan.events.Id;

/**
 * A child needs help that another programme arranges.
 */
public record InterventionSought(@Id String child, @Id String household, @Id String member, @Id String intervention,
        Intervention kind, String need) implements MinorsNotice {}
