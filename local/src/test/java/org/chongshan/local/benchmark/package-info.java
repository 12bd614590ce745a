/** What it costs: cold starts, requests, money. Run by name, never by {@code verify}. */
@NullMarked
package org.chongshan.local.benchmark;

import org.jspecify.annotations.NullMarked;
