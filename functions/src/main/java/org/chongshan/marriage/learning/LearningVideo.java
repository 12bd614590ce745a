package org.chongshan.marriage.learning;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import org.chongshan.core.Aggregate;
import org.chongshan.core.Count;
import org.chongshan.core.Fact;
import org.chongshan.events.marriage.WatchedAt;
import org.chongshan.marriage.MarriageFigure;
import org.jspecify.annotations.Nullable;

/**
 * A video people learn from (爱在崇川).
 *
 * @param published the last publication, by its own time
 * @param withdrawn the last withdrawal, by its own time; null when there was none
 * @param viewings  by where it was watched, how often to its end
 */
record LearningVideo(String id, String subdistrict, Fact<Published> published, @Nullable Fact<Boolean> withdrawn,
        SortedMap<WatchedAt, Integer> viewings) implements Aggregate {

    /** What a publication says. */
    record Published(String title, int minutes) {}

    /** Where a video stands. */
    enum Status implements org.chongshan.core.Status {
        /** Whoever opens the app or sits in the corner finds it. */
        SHOWN(Sight.LIST),
        WITHDRAWN(Sight.ENDED);

        private final Sight sight;

        Status(Sight sight) {
            this.sight = sight;
        }

        @Override
        public Sight sight() {
            return sight;
        }
    }

    static LearningVideo published(String id, String subdistrict, Fact<Published> published) {
        return new LearningVideo(id, subdistrict, published, null, new TreeMap<>());
    }

    LearningVideo published(Fact<Published> again) {
        return new LearningVideo(id, subdistrict, Fact.later(published, again), withdrawn, viewings);
    }

    LearningVideo withdrawn(Fact<Boolean> now) {
        return new LearningVideo(id, subdistrict, published, Fact.later(withdrawn, now), viewings);
    }

    LearningVideo watched(WatchedAt at) {
        var all = new TreeMap<>(viewings);
        all.merge(at, 1, Math::addExact);
        return new LearningVideo(id, subdistrict, published, withdrawn, all);
    }

    @Override
    public Status status() {
        return withdrawn == null || Fact.BY_TIME.compare(withdrawn, published) < 0 ? Status.SHOWN : Status.WITHDRAWN;
    }

    @Override
    public List<Count> counts() {
        return status() == Status.SHOWN ? List.of(Count.of(MarriageFigure.VIDEOS_PUBLISHED, 1)) : List.of();
    }
}
