/** Minors (苏童成长, "1+16+N+N"): children followed by four risk tiers, practice bases, activities, the network of stations. */
@NullMarked
package org.chongshan.minors;

import org.jspecify.annotations.NullMarked;
