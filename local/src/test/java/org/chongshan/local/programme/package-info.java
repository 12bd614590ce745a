/** What each programme brings to the harnesses: one record says what people post to it, what must hold in its books, and what each event looks like. The harnesses themselves know no programme. */
@NullMarked
package org.chongshan.local.programme;

import org.jspecify.annotations.NullMarked;
