package org.chongshan.events.minors;

import java.time.LocalDate;

import jakarta.validation.constraints.Size;
import org.chongshan.events.Confidential;
import org.chongshan.events.Id;
import org.chongshan.events.PostedBy;
import org.chongshan.events.Role;

/**
 * The district puts a child in another tier than the axes say, for a time.
 *
 * @param until last day it holds
 * @param grounds why, 2 to 500 characters
 */
@PostedBy({Role.DISTRICT})
public record TierOverridden(@Id String child, Tier tier, LocalDate until,
        @Size(min = 2, max = 500) Confidential grounds) implements ChildEvent {}
