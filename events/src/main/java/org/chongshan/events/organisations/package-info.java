/**
 * Events of the programme organisations: social organisations (社会组织) and venture philanthropy (公益创投). One sealed interface
 * per aggregate lists what that aggregate accepts; {@link org.chongshan.events.organisations.OrganisationsEvent} lists them
 * all.
 */
@NullMarked
package org.chongshan.events.organisations;

import org.jspecify.annotations.NullMarked;
