/** What donors pledge, matched to needs and delivered. */
@NullMarked
package org.chongshan.relief.resource;

import org.jspecify.annotations.NullMarked;
