/** What goes on at facilities: places, a waiting list, who came. */
@NullMarked
package org.chongshan.eldercare.centreactivity;

import org.jspecify.annotations.NullMarked;
