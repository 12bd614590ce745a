/** Venues: rooms that organisations book. */
@NullMarked
package org.chongshan.organisations.venue;

import org.jspecify.annotations.NullMarked;
