/** The register of social organisations, and of the teams that are to become some. */
@NullMarked
package org.chongshan.organisations.organisation;

import org.jspecify.annotations.NullMarked;
