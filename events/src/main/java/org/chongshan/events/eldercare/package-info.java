/**
 * Events of the programme eldercare (濠享福, from the neighbourhood to the bedside). One sealed interface per aggregate lists
 * what that aggregate accepts; {@link org.chongshan.events.eldercare.EldercareEvent} lists them all.
 */
@NullMarked
package org.chongshan.events.eldercare;

import org.jspecify.annotations.NullMarked;
