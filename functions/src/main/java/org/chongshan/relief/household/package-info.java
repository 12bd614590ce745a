/** Households (户): what is known of them, the category it puts them in, the plan for them, what they are entitled to. */
@NullMarked
package org.chongshan.relief.household;

import org.jspecify.annotations.NullMarked;
