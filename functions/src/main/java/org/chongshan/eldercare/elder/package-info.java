/** Old people: what is known of each, the five tests it is decided by, and the month of home visits. */
@NullMarked
package org.chongshan.eldercare.elder;

import org.jspecify.annotations.NullMarked;
