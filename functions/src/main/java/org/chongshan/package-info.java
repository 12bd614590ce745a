/** The topology: every deployed function, stated once. */
@NullMarked
package org.chongshan;

import org.jspecify.annotations.NullMarked;
