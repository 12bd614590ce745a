package org.chongshan.events;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A time or day that somebody plans, which may lie ahead: not before {@link Envelope#EARLIEST}, and at most so many years
 * after the event is received. What was observed bears {@link jakarta.validation.constraints.Happened} instead.
 */
@Documented
@Target({ElementType.FIELD, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Planned {
    /** Years; an assumption: what is further away is a slip of the hand. */
    int mostYearsAhead() default 2;
}
