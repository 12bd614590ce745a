package org.chongshan.local.stories;

import java.util.ArrayList;

import org.chongshan.local.Bureau;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** What the year shows: figures that are read at a day, by what was known, and traced to what made them. */
class FiguresTest {
    private static JsonNode figure(JsonNode sheet, String word) {
        return sheet.path("figures").valueStream().filter(line -> line.path("figure").stringValue("").equals(word))
                .findFirst().orElseThrow();
    }

    private static long value(Bureau bureau, String role, String asked, String word) throws Exception {
        return figure(bureau.sees(role, "figures/" + asked), word).path("value").longValue();
    }

    private static void video(Bureau bureau, String id, String subdistrict) throws Exception {
        var answer = bureau.post(bureau.token("registry", subdistrict), "application/json",
                bureau.event(Bureau.newId(), "marriage.VideoPublished", subdistrict,
                        "{\"video\": \"%s\", \"title\": \"Listening\", \"minutes\": 12}".formatted(id)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        bureau.settle();
    }

    private static void held(Bureau bureau, String id, int children, String startsAt) throws Exception {
        bureau.did("station", "minors.ActivityScheduled", """
                {"activity": "%s", "base": "B-1", "course": "C-1", "places": 30, "startsAt": "%s"}""".formatted(id,
                startsAt));
        for (int child = 0; child < children; child++) {
            bureau.did("station", "minors.ChildEnrolled",
                    "{\"activity\": \"%s\", \"child\": \"K-%d\"}".formatted(id, child));
        }
    }

    private static void came(Bureau bureau, String id, int child) throws Exception {
        bureau.did("station", "minors.ChildAttended",
                "{\"activity\": \"%s\", \"child\": \"K-%d\"}".formatted(id, child));
    }

    @Test
    void a_year_adds_up_by_subdistrict_and_what_is_heard_after_its_close_corrects_it() throws Exception {
        try (var bureau = Bureau.openAt("2023-05-20T02:00:00Z")) {
            video(bureau, "V-1", Bureau.STREET);
            video(bureau, "V-2", Bureau.STREET);
            video(bureau, "V-3", "320613002");
            held(bureau, "A-1", 3, "2023-06-01T01:00:00Z");
            bureau.itIs("2023-06-01T03:00:00Z");
            came(bureau, "A-1", 0);
            came(bureau, "A-1", 1);
            bureau.did("station", "minors.ActivityHeld", "{\"activity\": \"A-1\"}");
            bureau.itIs("2023-06-10T03:00:00Z");
            bureau.did("registry", "marriage.VideoWithdrawn", "{\"video\": \"V-2\", \"grounds\": \"Out of date.\"}");

            assertThat(value(bureau, "district", "2023", "videos_published")).isEqualTo(2);
            assertThat(value(bureau, "district", "2023?on=2023-05-31", "videos_published")).isEqualTo(3);
            assertThat(value(bureau, "district", "2023?subdistrict=320613001", "videos_published")).isEqualTo(1);
            assertThat(value(bureau, "street", "2023", "videos_published")).as("its own subdistrict's").isEqualTo(1);
            assertThat(value(bureau, "district", "2023?programme=minors", "activity_participations")).isEqualTo(2);

            bureau.itIs("2024-02-01T04:00:00Z");
            bureau.theMinutePasses();
            var closed = figure(bureau.sees("district", "figures/2023"), "activity_participations");
            assertThat(closed.path("whenClosed").longValue()).isEqualTo(2);
            came(bureau, "A-1", 2);
            var late = figure(bureau.sees("district", "figures/2023"), "activity_participations");
            assertThat(late.path("value").longValue()).isEqualTo(3);
            assertThat(late.path("correction").longValue()).isEqualTo(1);
            assertThat(value(bureau, "district", "2023?asKnownOn=2024-01-31", "activity_participations")).isEqualTo(2);
            assertThat(bureau.platform().deadLetters()).isZero();

            itsTraceLeadsToWhatMadeIt(bureau, late);
        }
    }

    private static void itsTraceLeadsToWhatMadeIt(Bureau bureau, JsonNode figure) throws Exception {
        var trace = figure.path("subdistricts").path(0).path("traces").path(0).stringValue("")
                .substring("/v1/".length());
        var sum = 0L;
        var causes = new ArrayList<String>();
        for (var entry : bureau.sees("district", trace).path("items")) {
            for (var change : entry.path("event").path("data").path("changes")) {
                sum += change.path("by").longValue();
                causes.add(entry.path("cause").stringValue(""));
            }
        }
        assertThat(sum).isEqualTo(figure.path("value").longValue());
        assertThat(causes).hasSize(2).allMatch(cause -> cause.startsWith("/v1/activities/A-1/journal/"));
        var cause = bureau.sees("district", causes.getFirst().substring("/v1/".length()));
        assertThat(cause.path("event").path("type").stringValue("")).isEqualTo("org.chongshan.minors.ActivityHeld");
    }

    @Test
    void who_does_not_read_the_records_is_not_told_which_they_are() throws Exception {
        try (var bureau = Bureau.openAt("2023-05-20T02:00:00Z")) {
            bureau.did("district", "eldercare.HotlineOpened", "{\"hotline\": \"H-1\", \"number\": \"871-12345\"}");
            bureau.did("desk", "eldercare.SeatOpened", "{\"hotline\": \"H-1\", \"seat\": \"S-1\"}");
            var seats = "figures/2023.320613001.hotline_seats/journal";
            assertThat(bureau.sees("district", seats).path("items").path(0).path("cause").stringValue(""))
                    .startsWith("/v1/hotlines/H-1/journal/");
            var masked = bureau.get(bureau.token("station", Bureau.STREET), "/v1/" + seats);
            assertThat(masked.statusCode()).as(masked.body()).isEqualTo(200);
            assertThat(masked.body()).contains("\"by\":1").doesNotContain("H-1", "cause\"");
        }
    }

    @Test
    void what_is_asked_wrongly_is_said() throws Exception {
        try (var bureau = Bureau.openAt("2023-05-20T02:00:00Z")) {
            for (var asked : new String[]{"2023?programme=weather", "2023?on=2022-01-01", "2023?asKnownOn=soon",
                    "2023?colour=red", "2023?subdistrict=999999999"}) {
                var answer = bureau.get(bureau.token("district", Bureau.STREET), "/v1/figures/" + asked);
                assertThat(answer.statusCode()).as(asked + " " + answer.body()).isEqualTo(400);
            }
            assertThat(bureau.get(bureau.token("grid", Bureau.STREET), "/v1/figures/2023").statusCode()).isEqualTo(403);
            assertThat(bureau.get(bureau.token("street", Bureau.STREET), "/v1/figures/2023?subdistrict=320613002")
                    .statusCode()).isEqualTo(403);
            assertThat(bureau.get(bureau.token("district", Bureau.STREET), "/v1/figures/1999").statusCode())
                    .isEqualTo(404);
        }
    }
}
