/** Collective weddings: places, waiting list, who came. */
@NullMarked
package org.chongshan.marriage.wedding;

import org.jspecify.annotations.NullMarked;
