/** Counselling sessions: a room and a counsellor, both held, then confirmed. */
@NullMarked
package org.chongshan.marriage.counselling;

import org.jspecify.annotations.NullMarked;
