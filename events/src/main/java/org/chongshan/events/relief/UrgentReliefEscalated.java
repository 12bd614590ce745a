package org.chongshan.events.relief;

import java.time.Instant;

import jakarta.validation.constraints.Min;
import org.chongshan.events.Id;

/**
 * The subdistrict's fund cannot cover a case: the district must act by the time given.
 */

public record UrgentReliefEscalated(@Id String reliefCase, @Id String household, @Min(1) long amountFen,
        Instant payBy) implements ReliefNotice {}
