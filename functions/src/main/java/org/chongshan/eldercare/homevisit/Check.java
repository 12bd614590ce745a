package org.chongshan.eldercare.homevisit;

import org.chongshan.events.eldercare.CheckKind;
import org.jspecify.annotations.Nullable;

/**
 * A check-in or check-out, as it was recorded.
 *
 * @param distanceMetres from where the elder lives; null when nobody measured
 * @param accuracyMetres of the phone's position; null when nobody measured
 * @param far            whether that was far, by the policy of its day
 * @param inaccurate     whether the phone did not know well, likewise
 * @param by             who recorded it
 * @param officer        whether an officer did
 * @param leastMinutes   how long a visit takes at least, by the policy of its day
 * @param leastFeeFen    what it is paid at least, likewise
 */
record Check(String carer, CheckKind kind, @Nullable Integer distanceMetres, @Nullable Integer accuracyMetres,
        boolean far, boolean inaccurate, String by, boolean officer, long leastMinutes, long leastFeeFen) {}
