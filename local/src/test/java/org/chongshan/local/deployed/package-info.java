/** The zip as it is deployed, under Lambda's own runtime client. */
@NullMarked
package org.chongshan.local.deployed;

import org.jspecify.annotations.NullMarked;
