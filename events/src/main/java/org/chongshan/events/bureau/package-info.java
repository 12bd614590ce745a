/**
 * Events of the programme bureau: what the year shows. One sealed interface per aggregate lists what that aggregate accepts;
 * {@link org.chongshan.events.bureau.BureauEvent} lists them all.
 */
@NullMarked
package org.chongshan.events.bureau;

import org.jspecify.annotations.NullMarked;
