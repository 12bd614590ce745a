/** Counsellors and their diaries. */
@NullMarked
package org.chongshan.marriage.counsellor;

import org.jspecify.annotations.NullMarked;
