package org.chongshan.marriage.learning;

import org.chongshan.core.Context;
import org.chongshan.core.Decider;
import org.chongshan.core.Decision;
import org.chongshan.core.Fact;
import org.chongshan.events.marriage.DivorceEvent.CoupleWatched;
import org.chongshan.events.marriage.LearningVideoEvent;
import org.chongshan.events.marriage.LearningVideoEvent.VideoPublished;
import org.chongshan.events.marriage.LearningVideoEvent.VideoWatched;
import org.chongshan.events.marriage.LearningVideoEvent.VideoWithdrawn;
import org.chongshan.marriage.learning.LearningVideo.Published;
import org.chongshan.marriage.learning.LearningVideo.Status;

import static org.chongshan.core.Decision.become;
import static org.chongshan.core.Decision.early;
import static org.chongshan.marriage.learning.LearningRule.*;

/** Learning videos: published, withdrawn, watched. */
public record LearningDecider() implements Decider<LearningVideo, LearningVideoEvent> {
    @Override
    public String idOf(LearningVideoEvent event) {
        return event.video();
    }

    @Override
    public Decision<LearningVideo> begin(String id, LearningVideoEvent event, Context context) {
        return switch (event) {
            case VideoPublished published ->
                become(LearningVideo.published(id, context.subdistrict(), fact(published, context)), PUBLISHED);
            case VideoWithdrawn _,VideoWatched _ -> early(VIDEO_UNKNOWN);
        };
    }

    @Override
    public Decision<LearningVideo> decide(LearningVideo video, LearningVideoEvent event, Context context) {
        return switch (event) {
            case VideoPublished published -> {
                var fact = fact(published, context);
                var next = video.published(fact);
                yield become(next,
                        next.status() == Status.SHOWN && fact.equals(next.published()) ? PUBLISHED : SHOWN_SINCE);
            }
            case VideoWithdrawn _ -> {
                var fact = context.fact(true);
                var next = video.withdrawn(fact);
                yield become(next,
                        next.status() == Status.WITHDRAWN && fact.equals(next.withdrawn()) ? WITHDRAWN : SHOWN_SINCE);
            }
            case VideoWatched watched -> {
                var counted = become(video.watched(watched.at()), WATCHED);
                yield watched.application() == null
                        ? counted
                        : counted.emit(new CoupleWatched(watched.application(), video.id()));
            }
        };
    }

    private static Fact<Published> fact(VideoPublished published, Context context) {
        return context.fact(new Published(published.title(), published.minutes()));
    }
}
