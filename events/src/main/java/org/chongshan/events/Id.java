package org.chongshan.events;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The id of an aggregate: 1 to 100 letters, digits, dots, underscores and hyphens. Never a name or identity number. */
@Documented
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
public @interface Id {
    /** The pattern every id has. */
    String PATTERN = "^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$";

    /** The pattern of an id that somebody gives to what begins: those with a dot are derived, and nobody else's to give. */
    String NEW_PATTERN = "^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$";
    /** An id with a kind before it that whoever gave it understands, such as {@code child/K-1}: what asked, in another programme. */
    String ORIGIN_PATTERN = "^[a-z-]+/[A-Za-z0-9][A-Za-z0-9._-]{0,99}$";

    /** Whether the event begins what bears this id, so that whoever posts it chooses it. */
    boolean begins() default false;

    /**
     * Characters of an id that others are derived from, such as a household's, which its leads and claims begin with, or a
     * child's and its intervention's, which make up a referral's: what is derived must be an id as well.
     */
    int MOST_TO_DERIVE_FROM = 48;

    /** Characters of an id that a number is added to: a lead's, whose second case and later ones bear it with theirs. */
    int MOST_TO_NUMBER = 90;
}
