/** The functions as Lambda calls them: the handler, their registration with Spring Cloud Function, one JSON object a line of log. */
@NullMarked
package org.chongshan.lambda;

import org.jspecify.annotations.NullMarked;
