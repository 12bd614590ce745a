/** Regular consultation (定期会商) and case-by-case deliberation (一事一议). */
@NullMarked
package org.chongshan.relief.consultation;

import org.jspecify.annotations.NullMarked;
