package org.chongshan.events;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A day of birth, {@code YYYY-MM-DD}: it exists, it is not after the day of the event (Asia/Shanghai), and whoever was born
 * then is younger than so many years that day.
 */
@Documented
@Target({ElementType.FIELD, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Born {
    /** Nobody is known to have grown older than 122 years. */
    int MOST_YEARS = 130;
    /** Whoever is 18 is no minor any more (Civil Code art. 17, Law on the Protection of Minors art. 2). */
    int MINOR = 18;

    /** Years of age that are not reached yet. */
    int lessThanYearsBefore() default MOST_YEARS;
}
