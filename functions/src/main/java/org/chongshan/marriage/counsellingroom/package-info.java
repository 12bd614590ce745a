/** Counselling rooms and their diaries. */
@NullMarked
package org.chongshan.marriage.counsellingroom;

import org.jspecify.annotations.NullMarked;
