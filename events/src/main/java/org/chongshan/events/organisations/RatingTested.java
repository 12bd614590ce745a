package org.chongshan.events.organisations;

/**
 * One test of an application for a rating.
 *
 * @param fact what it rests on: a day, a year, a grade
 */
public record RatingTested(RatingTest test, boolean holds, String fact) {}
