/** Whatever can fail fails, in an order a seed decides: the simulation, its faults, and the proof that what the platform stands on is noticed when it is missing. */
@NullMarked
package org.chongshan.local.faults;

import org.jspecify.annotations.NullMarked;
