/** Who may post and read what, who is let in, and who never sees a name. */
@NullMarked
package org.chongshan.local.access;

import org.jspecify.annotations.NullMarked;
