/** To be written. */
@NullMarked
package org.chongshan.infra;

import org.jspecify.annotations.NullMarked;
