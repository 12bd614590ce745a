/** Treasury (出纳): payments for every programme. */
@NullMarked
package org.chongshan.treasury;

import org.jspecify.annotations.NullMarked;
