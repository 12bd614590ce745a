/** Learning videos: which are shown, and how often they are watched. */
@NullMarked
package org.chongshan.marriage.learning;

import org.jspecify.annotations.NullMarked;
