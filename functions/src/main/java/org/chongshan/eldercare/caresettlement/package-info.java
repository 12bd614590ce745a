/** What a provider is paid for a month of home visits in one subdistrict. */
@NullMarked
package org.chongshan.eldercare.caresettlement;

import org.jspecify.annotations.NullMarked;
