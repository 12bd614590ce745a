/** Temporary relief (临时救助), the urgent way and the ordinary one. */
@NullMarked
package org.chongshan.relief.reliefcase;

import org.jspecify.annotations.NullMarked;
