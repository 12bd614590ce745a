package org.chongshan.events.eldercare;

import java.time.LocalDate;

/**
 * A part of a month in which an elder is visited once.
 *
 * @param until last day, that day included
 */
public record CareSlot(LocalDate from, LocalDate until) {}
