package org.chongshan.events.eldercare;

import jakarta.validation.constraints.Size;
import org.chongshan.events.Id;
import org.chongshan.events.Personal;
import org.jspecify.annotations.Nullable;

/**
 * What a carer says of one item of a home visit.
 *
 * @param item    of the catalogue
 * @param reading what was measured, such as a blood pressure, 1 to 60 characters; null when nothing was
 */
public record ItemReport(@Id String item, ItemOutcome outcome, @Nullable @Size(min = 1, max = 60) Personal reading) {}
