/** Treasury (出纳): its events, its notices, its words. */
@NullMarked
package org.chongshan.events.treasury;

import org.jspecify.annotations.NullMarked;
