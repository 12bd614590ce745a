/** Rating rounds of social organisations. */
@NullMarked
package org.chongshan.organisations.ratinground;

import org.jspecify.annotations.NullMarked;
