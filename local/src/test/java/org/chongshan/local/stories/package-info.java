/** What the bureau lives through, told over HTTP: each test is a story of the source, from the first event to the books. */
@NullMarked
package org.chongshan.local.stories;

import org.jspecify.annotations.NullMarked;
