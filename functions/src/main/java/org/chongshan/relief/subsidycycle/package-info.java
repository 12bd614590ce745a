/** Quarterly in-kind subsidies (季度实物补贴). */
@NullMarked
package org.chongshan.relief.subsidycycle;

import org.jspecify.annotations.NullMarked;
