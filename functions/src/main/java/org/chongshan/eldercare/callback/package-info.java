/** Callbacks owed to whom the hotline did not answer (未接来电回拨). */
@NullMarked
package org.chongshan.eldercare.callback;

import org.jspecify.annotations.NullMarked;
