/** The network of stations, "1+16+N+N". */
@NullMarked
package org.chongshan.minors.station;

import org.jspecify.annotations.NullMarked;
