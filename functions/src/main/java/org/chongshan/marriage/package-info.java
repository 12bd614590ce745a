/** Marriage (婚俗改革): divorce by agreement with its cooling-off, counselling, learning videos, collective weddings. */
@NullMarked
package org.chongshan.marriage;

import org.jspecify.annotations.NullMarked;
