/** Facilities for old people, and the kiosks in them. */
@NullMarked
package org.chongshan.eldercare.facility;

import org.jspecify.annotations.NullMarked;
