/** Payments: one for each claim, whatever is retried. */
@NullMarked
package org.chongshan.treasury.payment;

import org.jspecify.annotations.NullMarked;
