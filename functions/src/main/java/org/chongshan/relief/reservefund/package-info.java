/** A subdistrict's reserve fund (备用金) as a ledger. */
@NullMarked
package org.chongshan.relief.reservefund;

import org.jspecify.annotations.NullMarked;
