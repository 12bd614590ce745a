/** Payments: one for each claim, whatever is retried. */
@NullMarked
package org.chongshan.relief.payment;

import org.jspecify.annotations.NullMarked;
