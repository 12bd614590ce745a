/** Figures of the year: one record for each figure, year and subdistrict, whose journal is its trace. */
@NullMarked
package org.chongshan.bureau.figure;

import org.jspecify.annotations.NullMarked;
