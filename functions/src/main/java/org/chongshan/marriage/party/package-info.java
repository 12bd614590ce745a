/** An index of the parties of applications for divorce, by the blind index of the identity number. */
@NullMarked
package org.chongshan.marriage.party;

import org.jspecify.annotations.NullMarked;
