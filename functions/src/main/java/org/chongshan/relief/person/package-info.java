/** An index of persons by pseudonym: who stands in two households. */
@NullMarked
package org.chongshan.relief.person;

import org.jspecify.annotations.NullMarked;
