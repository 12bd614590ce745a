/** What a phone needs that is away for days: what it asks for in few words, and what it is told in few. */
@NullMarked
package org.chongshan.local.phones;

import org.jspecify.annotations.NullMarked;
