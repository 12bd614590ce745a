/**
 * Events of the programme relief (崇善助): relief for households at the margin. One sealed interface per aggregate lists
 * what that aggregate accepts; {@link org.chongshan.events.relief.ReliefEvent} lists them all.
 */
@NullMarked
package org.chongshan.events.relief;

import org.jspecify.annotations.NullMarked;
