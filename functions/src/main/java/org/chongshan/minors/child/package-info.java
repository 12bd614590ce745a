/** Children in the four-colour library (四色管理): risk tiers, joint visits, alerts, help. */
@NullMarked
package org.chongshan.minors.child;

import org.jspecify.annotations.NullMarked;
