/**
 * Events of the programme marriage (婚俗改革). One sealed interface per aggregate lists what that aggregate accepts;
 * {@link org.chongshan.events.marriage.MarriageEvent} lists them all.
 */
@NullMarked
package org.chongshan.events.marriage;

import org.jspecify.annotations.NullMarked;
