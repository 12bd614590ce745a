/** What left the bureau: who took which records away, and when. */
@NullMarked
package org.chongshan.bureau.disclosure;

import org.jspecify.annotations.NullMarked;
