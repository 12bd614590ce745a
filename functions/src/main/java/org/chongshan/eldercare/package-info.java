/** Elder care (濠享福): who is entitled to be visited at home, care beds, facilities and what goes on in them. */
@NullMarked
package org.chongshan.eldercare;

import org.jspecify.annotations.NullMarked;
