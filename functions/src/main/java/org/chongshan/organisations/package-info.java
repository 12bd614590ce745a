/** Organisations: social organisations (社会组织), their ratings, and venture philanthropy (公益创投). */
@NullMarked
package org.chongshan.organisations;

import org.jspecify.annotations.NullMarked;
