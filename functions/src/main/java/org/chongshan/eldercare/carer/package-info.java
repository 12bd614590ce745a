/** Carers: where each is to be and was, so that nobody is in two places. */
@NullMarked
package org.chongshan.eldercare.carer;

import org.jspecify.annotations.NullMarked;
