package org.chongshan.core;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.chongshan.events.Heading;

/**
 * What stands in this {@link Status} or {@link Listing} is told in the morning's digest. Under {@link Heading#DUE_TODAY} and
 * {@link Heading#EXPIRING} that is the part of the list whose rank, an instant or a day, lies near; under the others all of it.
 */
@Documented
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface InDigest {
    /** Under which heading. */
    Heading value();
}
