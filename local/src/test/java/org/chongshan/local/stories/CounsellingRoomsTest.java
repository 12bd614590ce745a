package org.chongshan.local.stories;

import java.util.List;

import org.chongshan.local.Bureau;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** One counsellor, two rooms, and the couples who come (婚姻家庭辅导室), over HTTP, with the clock moved. */
class CounsellingRoomsTest {
    private Bureau bureau;

    @BeforeEach
    void two_rooms_and_a_counsellor() throws Exception {
        bureau = Bureau.openAt("2023-03-02T01:00:00Z");
        bureau.did("registry", "marriage.RoomOpened", "{\"room\": \"R-1\"}");
        bureau.did("registry", "marriage.RoomOpened", "{\"room\": \"R-2\"}");
        bureau.did("registry", "marriage.CounsellorEngaged",
                "{\"counsellor\": \"organisation-17\", \"kind\": \"SOCIAL_WORKER\", \"organisation\": \"O-1\"}");
    }

    @AfterEach
    void close() {
        bureau.close();
    }

    private void book(String session, String room, String startsAt) throws Exception {
        bureau.did("registry", "marriage.CounsellingBooked", """
                {"session": "%s", "client": "K-%s", "kind": "ONE_TO_ONE", "counsellor": "organisation-17",
                 "room": "%s", "startsAt": "%s", "minutes": 60}""".formatted(session, session, room, startsAt));
    }

    private void did(String role, String type, String session) throws Exception {
        bureau.did(role, "marriage." + type, "{\"session\": \"" + session + "\"}");
    }

    private String status(String session) throws Exception {
        return bureau.sees("registry", "counselling-sessions/" + session).path("status").stringValue();
    }

    @Test
    void asked_in_at_once_confirmed_counselled_and_the_counsellor_alone_says_so() throws Exception {
        book("S-1", "R-1", "2023-03-02T01:00:00Z");
        assertThat(status("S-1")).isEqualTo("offered");
        did("registry", "CounsellingConfirmed", "S-1");
        assertThat(status("S-1")).isEqualTo("confirmed");
        did("registry", "PartiesArrived", "S-1");
        bureau.itIs("2023-03-02T02:00:00Z");
        did("organisation", "CounsellingHeld", "S-1");
        assertThat(status("S-1")).isEqualTo("held");
        for (var diary : new String[]{"counselling-rooms/R-1", "counsellors/organisation-17"}) {
            assertThat(bureau.sees("district", diary).path("state").path("appointments").path("diary")
                    .path("appointments")).hasSize(1);
        }
        assertThat(bureau.platform().deadLetters()).isZero();
    }

    @Test
    void a_second_couple_waits_for_the_counsellor_gives_its_room_back_and_moves_up_when_the_first_does_not_confirm()
            throws Exception {
        book("S-1", "R-1", "2023-03-02T06:00:00Z");
        book("S-2", "R-2", "2023-03-02T06:30:00Z");
        assertThat(status("S-2")).isEqualTo("waiting");
        assertThat(bureau.sees("registry", "counselling-rooms/R-2").path("state").path("appointments").path("diary")
                .path("appointments")).isEmpty();

        bureau.itIs("2023-03-02T02:00:01Z");
        bureau.theMinutePasses();
        assertThat(status("S-1")).isEqualTo("expired");
        assertThat(status("S-2")).isEqualTo("offered");
        did("desk", "CounsellingConfirmed", "S-2");
        assertThat(status("S-2")).isEqualTo("confirmed");

        bureau.did("registry", "marriage.RoomClosedFor", """
                {"room": "R-2", "closure": "B-1", "from": "2023-03-02T06:00:00Z", "until": "2023-03-02T07:00:00Z"}""");
        assertThat(status("S-2")).isEqualTo("waiting");
        bureau.did("registry", "marriage.CounsellingRescheduled", """
                {"session": "S-2", "counsellor": "organisation-17", "room": "R-1", "startsAt": "2023-03-02T06:30:00Z",
                 "minutes": 60}""");
        assertThat(status("S-2")).isEqualTo("offered");
        did("desk", "CounsellingDeclined", "S-2");
        assertThat(status("S-2")).isEqualTo("declined");
        for (var diary : new String[]{"counselling-rooms/R-1", "counselling-rooms/R-2",
                "counsellors/organisation-17"}) {
            assertThat(bureau.sees("district", diary).path("state").path("appointments").path("diary")
                    .path("appointments")).as(diary).isEmpty();
        }
        assertThat(bureau.platform().deadLetters()).isZero();
    }

    @Test
    void a_note_is_shown_to_its_counsellor_alone_and_violence_reaches_the_childs_station_without_it() throws Exception {
        book("S-1", "R-1", "2023-03-02T01:00:00Z");
        bureau.did("organisation", "marriage.CounsellingNoted",
                "{\"session\": \"S-1\", \"note\": \"She weeps and he is silent.\"}");
        bureau.did("organisation", "marriage.HarmDisclosed",
                "{\"session\": \"S-1\", \"child\": \"C-7\", \"account\": \"The boy is beaten.\"}");
        for (var path : List.of("counselling-sessions/S-1", "counselling-sessions/S-1/journal",
                "counselling-sessions")) {
            assertThat(bureau.sees("registry", path).toString()).doesNotContain("weeps", "silent");
            for (var role : new String[]{"district", "street", "desk", "auditor"}) {
                assertThat(bureau.get(bureau.token(role, Bureau.STREET), "/v1/" + path).statusCode())
                        .as(role + " " + path).isEqualTo(403);
            }
        }
        for (var other : List.of("registry-18", "organisation-17")) {
            assertThat(bureau
                    .get(bureau.token("registry", Bureau.STREET, other), "/v1/counselling-sessions/S-1/journal").body())
                    .as("at the registry, as " + other).contains("CounsellingNoted").doesNotContain("weeps");
        }
        assertThat(bureau.sees("organisation", "counselling-sessions/S-1/journal").toString()).contains("weeps");
        assertThat(bureau.get(bureau.token("organisation", Bureau.STREET, " Organisation-１７"),
                "/v1/counselling-sessions/S-1/journal").body()).as("written another way").contains("weeps");
        book("S-2", "R-2", "2023-03-02T03:00:00Z");
        bureau.did("registry", "marriage.CounsellorEngaged",
                "{\"counsellor\": \"organisation-18\", \"kind\": \"LAWYER\", \"organisation\": \"O-2\"}");
        bureau.did("registry", "marriage.CounsellingRescheduled", """
                {"session": "S-2", "counsellor": "organisation-18", "room": "R-2",
                 "startsAt": "2023-03-02T03:00:00Z", "minutes": 60}""");
        var another = bureau.token("organisation", Bureau.STREET, "organisation-18");
        for (var path : List.of("S-1", "S-1/journal", "S-none", "S-none/journal")) {
            assertThat(bureau.get(another, "/v1/counselling-sessions/" + path).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(bureau.get(another, "/v1/counselling-sessions").body()).contains("counselling/S-2")
                .doesNotContain("S-1");
        assertThat(bureau.sees("organisation", "counselling-sessions").toString()).contains("counselling/S-1")
                .doesNotContain("S-2");
        var child = bureau.sees("district", "children?list=alerts").path("items");
        assertThat(child).hasSize(1);
        assertThat(bureau.sees("station", "children/C-7/journal").toString()).contains("The boy is beaten.")
                .doesNotContain("weeps");
    }
}
