package org.chongshan.bureau.morning;

import org.chongshan.core.Context;
import org.chongshan.core.Decider;
import org.chongshan.core.Decision;
import org.chongshan.core.WorkingDays;
import org.chongshan.events.DigestEvent;
import org.chongshan.events.DigestEvent.DigestHourCame;
import org.chongshan.events.DigestEvent.DueStated;

import static org.chongshan.core.Decision.become;
import static org.chongshan.core.Decision.refuse;

/** Gathers what the programmes' lists hold each morning, and states it. Nothing is posted to it. */
public record MorningDigestDecider() implements Decider<MorningDigest, DigestEvent> {
    @Override
    public String idOf(DigestEvent event) {
        return event.digest();
    }

    @Override
    public Decision<MorningDigest> begin(String id, DigestEvent event, Context context) {
        return MorningDigest.named(id)
                .map(digest -> WorkingDays.dayOf(context.received()).isAfter(digest.day())
                        ? Decision.<MorningDigest>refuse(MorningDigestRule.DAY_IS_OVER)
                        : decide(digest, event, context))
                .orElseGet(() -> refuse(MorningDigestRule.NO_SUCH_MORNING));
    }

    @Override
    public Decision<MorningDigest> decide(MorningDigest digest, DigestEvent event, Context context) {
        return switch (event) {
            case DueStated due -> heard(digest, due);
            case DigestHourCame _ -> digest.stated()
                    ? refuse(MorningDigestRule.STATED_ALREADY)
                    : become(digest.statedNow(), MorningDigestRule.DIGEST_STATED).emit(digest.statement());
        };
    }

    private static Decision<MorningDigest> heard(MorningDigest digest, DueStated due) {
        if (digest.found().containsKey(due.programme())) {
            return refuse(MorningDigestRule.HEARD_ALREADY);
        }
        var with = digest.with(due);
        return digest.stated()
                ? become(with, MorningDigestRule.HEARD_LATE).emit(with.statement())
                : become(with, MorningDigestRule.DUE_NOTED);
    }
}
