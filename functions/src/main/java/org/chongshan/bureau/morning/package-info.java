/** The morning's digest (晨报): one record for each day and subdistrict of what somebody has to see to. */
@NullMarked
package org.chongshan.bureau.morning;

import org.jspecify.annotations.NullMarked;
