/** The months of care of a subdistrict: opened by schedule, gone out to every elder, counted. */
@NullMarked
package org.chongshan.eldercare.caremonth;

import org.jspecify.annotations.NullMarked;
