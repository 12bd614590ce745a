/** Calls for proposals: what they ask for, the shortlist, objections, awards within the budget. */
@NullMarked
package org.chongshan.organisations.grantcall;

import org.jspecify.annotations.NullMarked;
