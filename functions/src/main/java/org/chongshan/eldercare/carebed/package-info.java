/** Care beds in people's homes. */
@NullMarked
package org.chongshan.eldercare.carebed;

import org.jspecify.annotations.NullMarked;
