package org.chongshan.eldercare.homevisit;

import java.time.Instant;

import org.chongshan.events.Confidential;
import org.chongshan.events.eldercare.AdjustmentReason;
import org.jspecify.annotations.Nullable;

/**
 * Other times than those recorded, beside them.
 *
 * @param by        who asked for them
 * @param officer   whether an officer did
 * @param decidedBy who approved them or did not; null before
 * @param approved  whether they count
 */
record Adjustment(String id, Instant startedAt, Instant endedAt, AdjustmentReason reason, @Nullable Confidential memo,
        String by, boolean officer, @Nullable String decidedBy, boolean approved) {
    Adjustment decided(String who, boolean so) {
        return new Adjustment(id, startedAt, endedAt, reason, memo, by, officer, who, so);
    }
}
