/** The topology on one machine, its functions called as Lambda calls them. Holds no rule and no route of its own. */
@NullMarked
package org.chongshan.local;

import org.jspecify.annotations.NullMarked;
