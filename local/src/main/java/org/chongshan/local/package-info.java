/** To be written. */
@NullMarked
package org.chongshan.local;

import org.jspecify.annotations.NullMarked;
