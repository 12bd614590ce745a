/** What nobody should send, sent. */
@NullMarked
package org.chongshan.local.fuzz;

import org.jspecify.annotations.NullMarked;
