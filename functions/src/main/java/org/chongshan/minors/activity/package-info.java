/** Activities: places, waiting list, attendance. */
@NullMarked
package org.chongshan.minors.activity;

import org.jspecify.annotations.NullMarked;
