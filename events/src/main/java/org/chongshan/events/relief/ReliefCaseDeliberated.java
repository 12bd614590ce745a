package org.chongshan.events.relief;

import jakarta.validation.constraints.Size;
import org.chongshan.events.Confidential;
import org.chongshan.events.Id;

/**
 * A consultation decided a case by itself (一事一议), over the level that would have decided it.
 *
 * @param grounds why, 2 to 500 characters
 */
public record ReliefCaseDeliberated(@Id String reliefCase, @Id String consultation, Verdict verdict,
        @Size(min = 2, max = 500) Confidential grounds) implements ReliefCaseEvent {}
