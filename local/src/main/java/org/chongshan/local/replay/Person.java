package org.chongshan.local.replay;

import org.chongshan.events.Role;

/**
 * Somebody who posts.
 *
 * @param subject     of the token
 * @param subdistrict where they work; of a role that acts anywhere, any
 */
record Person(Role role, String subject, String subdistrict) {}
