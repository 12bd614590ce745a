/** Projects: agreement, tranches, reports, evaluations, accounts, money that comes back. */
@NullMarked
package org.chongshan.organisations.project;

import org.jspecify.annotations.NullMarked;
