package org.chongshan.events.marriage;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.chongshan.events.Confidential;
import org.chongshan.events.Id;
import org.chongshan.events.PostedBy;
import org.chongshan.events.Role;
import org.jspecify.annotations.Nullable;

/**
 * What a learning video (爱在崇川) accepts.
 */
public sealed interface LearningVideoEvent extends MarriageEvent {
    /** Id of the video it concerns. */
    String video();

    /**
     * A video is shown from the time of this event on, until a withdrawal after it. Published again, it is shown again, under
     * the title it has then.
     *
     * @param title   1 to 100 characters
     * @param minutes how long it runs, 1 to 240
     */
    @PostedBy({Role.REGISTRY, Role.DISTRICT})
    record VideoPublished(@Id(begins = true) String video, @Size(min = 1, max = 100) String title,
            @Min(1) @Max(240) int minutes) implements LearningVideoEvent {}

    /**
     * A video is shown no more from the time of this event on.
     *
     * @param grounds why, 2 to 500 characters
     */
    @PostedBy({Role.REGISTRY, Role.DISTRICT})
    record VideoWithdrawn(@Id String video,
            @Size(min = 2, max = 500) Confidential grounds) implements LearningVideoEvent {}

    /**
     * Somebody watched a video to its end.
     *
     * @param application the application for divorce of the couple that watched; null when nobody said so, who it was is then
     *                    not known
     */
    @PostedBy({Role.REGISTRY, Role.DESK})
    record VideoWatched(@Id String video, WatchedAt at,
            @Nullable @Id String application) implements LearningVideoEvent {}
}
