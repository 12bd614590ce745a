/** What relief says of a household's economy, and the old people it is told to. */
@NullMarked
package org.chongshan.eldercare.economicstanding;

import org.jspecify.annotations.NullMarked;
