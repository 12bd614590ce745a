/** The CDK app: what the topology says, as stacks. It holds no list of functions of its own. */
@NullMarked
package org.chongshan.infra;

import org.jspecify.annotations.NullMarked;
