/** Referrals (转介) to other departments and facilities. */
@NullMarked
package org.chongshan.relief.referral;

import org.jspecify.annotations.NullMarked;
