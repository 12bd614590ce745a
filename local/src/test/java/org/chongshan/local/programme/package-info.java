/** What each programme brings to the harnesses: one record says how it is exercised, what must hold in its books, and an example of each event. */
@NullMarked
package org.chongshan.local.programme;

import org.jspecify.annotations.NullMarked;
