/** Hardship leads (线索): early discovery, intervention, relief. */
@NullMarked
package org.chongshan.relief.lead;

import org.jspecify.annotations.NullMarked;
