/** The official SDKs of CloudEvents, posting to the platform. */
@NullMarked
package org.chongshan.local.sdk;

import org.jspecify.annotations.NullMarked;
