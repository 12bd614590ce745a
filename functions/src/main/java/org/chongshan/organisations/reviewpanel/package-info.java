/** Review panels: who reviews what without a stake in it, and how the proposals are ranked. */
@NullMarked
package org.chongshan.organisations.reviewpanel;

import org.jspecify.annotations.NullMarked;
