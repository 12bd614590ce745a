/** Home visits (上门服务): booked, held, recorded, confirmed, and by which tests they count. */
@NullMarked
package org.chongshan.eldercare.homevisit;

import org.jspecify.annotations.NullMarked;
