/** Proposals: what is proposed, whether it is eligible and why, what became of it. */
@NullMarked
package org.chongshan.organisations.proposal;

import org.jspecify.annotations.NullMarked;
