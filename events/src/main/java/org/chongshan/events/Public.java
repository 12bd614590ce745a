package org.chongshan.events;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Whoever is outside of the bureau may know: when a function emits such an event, it goes out to other departments. It says
 * nothing of a person, no pseudonym either, and nobody posts it: what is posted is not yet decided.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Public {
    /** Why, and for whom, in one sentence. */
    String value();
}
