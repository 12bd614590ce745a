/** What the platform relies on in its stores and queues. */
@NullMarked
package org.chongshan.local.engines;

import org.jspecify.annotations.NullMarked;
