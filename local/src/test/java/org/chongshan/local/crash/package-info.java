/** The platform as a process that is killed. */
@NullMarked
package org.chongshan.local.crash;

import org.jspecify.annotations.NullMarked;
