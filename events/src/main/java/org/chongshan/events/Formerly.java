package org.chongshan.events;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The CloudEvents types an event had before, as when it moved to another programme: whoever still posts it under one of them,
 * and what lies in a queue or a journal from then, is understood as today's. Its data must not have changed.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Formerly {
    /** Whole types, such as {@code org.chongshan.relief.PaymentReceiptRecorded}. */
    String[] value();
}
