package org.chongshan.events.organisations;

import jakarta.validation.constraints.Size;
import org.chongshan.events.Confidential;
import org.chongshan.events.Id;

/**
 * A proposal that is not shortlisted although one of a lower score is.
 *
 * @param grounds why, 2 to 500 characters
 */
public record PassedOver(@Id String proposal, @Size(min = 2, max = 500) Confidential grounds) {}
