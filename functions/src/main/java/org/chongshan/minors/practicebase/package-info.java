/** Practice bases (践习基地) and the course library. */
@NullMarked
package org.chongshan.minors.practicebase;

import org.jspecify.annotations.NullMarked;
