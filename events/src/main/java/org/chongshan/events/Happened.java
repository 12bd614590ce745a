package org.chongshan.events;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An instant or day of something that has happened, not in the future by the platform's clock: an instant not before
 * {@link Envelope#EARLIEST}, a day within a life, {@value Born#MOST_YEARS} years.
 */
@Documented
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
public @interface Happened {}
