/** The whole bureau: the topology, every deployed function stated once; and the context map, what programmes say to each other. */
@NullMarked
package org.chongshan.bureau;

import org.jspecify.annotations.NullMarked;
