package org.chongshan.marriage.learning;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.chongshan.core.AnyOrder;
import org.chongshan.core.AnyOrder.Told;
import org.chongshan.events.Confidential;
import org.chongshan.events.marriage.DivorceEvent.CoupleWatched;
import org.chongshan.events.marriage.LearningVideoEvent;
import org.chongshan.events.marriage.LearningVideoEvent.VideoPublished;
import org.chongshan.events.marriage.LearningVideoEvent.VideoWatched;
import org.chongshan.events.marriage.LearningVideoEvent.VideoWithdrawn;
import org.chongshan.events.marriage.WatchedAt;
import org.chongshan.marriage.learning.LearningVideo.Status;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chongshan.core.Given.given;

/** Learning videos. */
class LearningTest {
    private static final VideoPublished PUBLISHED = new VideoPublished("V-1", "To quarrel well", 18);
    private static final VideoWithdrawn WITHDRAWN = new VideoWithdrawn("V-1", new Confidential("Out of date."));

    @Test
    void a_video_is_shown_until_it_is_withdrawn_and_again_when_it_is_published_again() {
        given(new LearningDecider()).when(WITHDRAWN).thenEarly(LearningRule.VIDEO_UNKNOWN).when(PUBLISHED)
                .then(LearningRule.PUBLISHED).at("2023-03-03T02:00:00Z").when(WITHDRAWN).then(LearningRule.WITHDRAWN)
                .and(video -> assertThat(video.status()).isEqualTo(Status.WITHDRAWN)).at("2023-03-05T02:00:00Z")
                .when(new VideoPublished("V-1", "To quarrel better", 20)).then(LearningRule.PUBLISHED).and(video -> {
                    assertThat(video.status()).isEqualTo(Status.SHOWN);
                    assertThat(video.published().value().title()).isEqualTo("To quarrel better");
                });
    }

    @Test
    void a_publication_or_withdrawal_posted_late_stands_at_its_own_time() {
        given(new LearningDecider()).at("2023-03-05T02:00:00Z").happened(PUBLISHED).at("2023-03-04T02:00:00Z")
                .when(WITHDRAWN).then(LearningRule.SHOWN_SINCE)
                .and(video -> assertThat(video.status()).isEqualTo(Status.SHOWN)).at("2023-03-03T02:00:00Z")
                .when(new VideoPublished("V-1", "As it was", 9)).then(LearningRule.SHOWN_SINCE)
                .and(video -> assertThat(video.published().value().title()).isEqualTo("To quarrel well"));
    }

    @Test
    void what_is_watched_counts_by_where() {
        given(new LearningDecider()).when(new VideoWatched("V-1", WatchedAt.HOME, null))
                .thenEarly(LearningRule.VIDEO_UNKNOWN).happened(PUBLISHED)
                .when(new VideoWatched("V-1", WatchedAt.HOME, null)).then(LearningRule.WATCHED)
                .happened(new VideoWatched("V-1", WatchedAt.LEARNING_CORNER, null),
                        new VideoWatched("V-1", WatchedAt.HOME, null))
                .and(video -> assertThat(video.viewings())
                        .isEqualTo(Map.of(WatchedAt.HOME, 2, WatchedAt.LEARNING_CORNER, 1)));
    }

    @Test
    void what_a_couple_watches_stands_with_its_case() {
        given(new LearningDecider()).happened(PUBLISHED)
                .when(new VideoWatched("V-1", WatchedAt.LEARNING_CORNER, "2023-17"))
                .then(LearningRule.WATCHED, new CoupleWatched("2023-17", "V-1"));
    }

    @Provide
    Arbitrary<List<Told<LearningVideoEvent>>> orders() {
        var told = new ArrayList<Told<LearningVideoEvent>>();
        for (int day = 1; day < 9; day++) {
            LearningVideoEvent event = day == 1 || day == 5
                    ? new VideoPublished("V-1", "Title " + day, day)
                    : day == 4 || day == 7
                            ? WITHDRAWN
                            : new VideoWatched("V-1", day % 2 == 0 ? WatchedAt.HOME : WatchedAt.LEARNING_CORNER, null);
            told.add(new Told<>("E-" + day, Instant.parse("2023-03-0" + day + "T02:00:00Z"), event));
        }
        return AnyOrder.of(told);
    }

    @Property
    void any_order_and_repetition_ends_in_the_same_video(@ForAll("orders") List<Told<LearningVideoEvent>> order) {
        var video = AnyOrder.left(new LearningDecider(), order);
        assertThat(video.status()).isEqualTo(Status.WITHDRAWN);
        assertThat(video.published().value().title()).isEqualTo("Title 5");
        assertThat(video.viewings()).isEqualTo(Map.of(WatchedAt.HOME, 3, WatchedAt.LEARNING_CORNER, 1));
    }
}
