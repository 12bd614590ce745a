/** Requests for a service in their closed loop (服务工单). */
@NullMarked
package org.chongshan.eldercare.servicerequest;

import org.jspecify.annotations.NullMarked;
