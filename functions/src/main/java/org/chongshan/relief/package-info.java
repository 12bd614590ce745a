/** Relief for households at the margin (崇善助). */
@NullMarked
package org.chongshan.relief;

import org.jspecify.annotations.NullMarked;
