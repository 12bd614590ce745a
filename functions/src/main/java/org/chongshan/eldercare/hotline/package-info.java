/** The hotline 871-12345: its seats, who waits, and what becomes of each call. */
@NullMarked
package org.chongshan.eldercare.hotline;

import org.jspecify.annotations.NullMarked;
