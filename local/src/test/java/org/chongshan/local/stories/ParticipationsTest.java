package org.chongshan.local.stories;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;

import org.chongshan.local.Bureau;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A year of activities through the whole pipeline: whatever is posted twice, the counts are exact.
 * {@code -Dactivities=300} for the year of the source, 20 000 participations.
 */
class ParticipationsTest {
    private static final int ACTIVITIES = Integer.getInteger("activities", 12);
    private static final int CHILDREN = 67;

    @Test
    void every_participation_counts_once() throws Exception {
        var random = new Random(2023);
        try (var bureau = Bureau.openAt("2023-07-01T04:00:00Z")) {
            for (int i = 0; i < ACTIVITIES; i++) {
                var events = new ArrayList<String>();
                events.add(bureau.event(Bureau.newId(), "minors.ActivityScheduled",
                        """
                                {"activity": "A-%d", "base": "B-1", "course": "C-1", "places": %d, "startsAt": "2023-07-10T01:00:00Z"}"""
                                .formatted(i, CHILDREN)));
                for (int child = 0; child < CHILDREN; child++) {
                    events.add(bureau.event(Bureau.newId(), "minors.ChildEnrolled",
                            "{\"activity\": \"A-%d\", \"child\": \"K-%d\"}".formatted(i, child)));
                }
                post(bureau, events);
            }
            bureau.settle();
            bureau.itIs("2023-07-10T03:00:00Z");
            for (int i = 0; i < ACTIVITIES; i++) {
                var events = new ArrayList<String>();
                for (int child = 0; child < CHILDREN; child++) {
                    events.add(bureau.event(Bureau.newId(), "minors.ChildAttended",
                            "{\"activity\": \"A-%d\", \"child\": \"K-%d\"}".formatted(i, child)));
                }
                // A tenth is posted again as it is, a tenth by somebody else who saw the same child come.
                var again = new ArrayList<>(events.subList(0, CHILDREN / 10));
                for (int child = 0; child < CHILDREN / 10; child++) {
                    again.add(bureau.event(Bureau.newId(), "minors.ChildAttended",
                            "{\"activity\": \"A-%d\", \"child\": \"K-%d\"}".formatted(i, child)));
                }
                events.addAll(again);
                Collections.shuffle(events, random);
                post(bureau, events);
                if (i % 25 == 24) {
                    System.out.printf("attended: %d of %d activities posted%n", i + 1, ACTIVITIES);
                }
            }
            bureau.settle();

            var keys = new HashSet<String>();
            var participations = 0;
            for (var cursor = ""; cursor != null;) {
                var page = bureau.sees("station",
                        "activities?status=scheduled" + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
                for (var item : page.path("items")) {
                    assertThat(keys.add(item.path("key").stringValue())).isTrue();
                    participations += item.path("state").path("attended").size();
                }
                cursor = page.path("cursor").stringValue(null);
            }
            assertThat(keys).hasSize(ACTIVITIES);
            assertThat(participations).isEqualTo(ACTIVITIES * CHILDREN);
            assertThat(bureau.platform().deadLetters()).isZero();
        }
    }

    private static void post(Bureau bureau, List<String> events) throws Exception {
        var answer = bureau.post("station", "[" + String.join(",", events) + "]");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    }
}
