/**
 * Events of the programme minors (苏童成长, "1+16+N+N"). One sealed interface per aggregate lists what that aggregate accepts;
 * {@link org.chongshan.events.minors.MinorsEvent} lists them all.
 */
@NullMarked
package org.chongshan.events.minors;

import org.jspecify.annotations.NullMarked;
