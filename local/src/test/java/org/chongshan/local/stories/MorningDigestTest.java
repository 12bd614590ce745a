package org.chongshan.local.stories;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

import org.chongshan.local.Bureau;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Each morning every subdistrict is told what somebody has to see to, across programmes. */
class MorningDigestTest {
    private static final int HOUSEHOLDS = 12;

    private static void householdsOnKeyWatch(Bureau bureau) throws Exception {
        for (var what : List.of("""
                relief.HouseholdRegistered {"household": "H-%1$d", "members": [{"member": "M-%1$d", "name": "葛美云",
                 "identityNumber": "%1$d", "relation": "HEAD"}]}""",
                "relief.KeyWatchAdded {\"household\": \"H-%1$d\", \"grounds\": \"Lives alone.\"}")) {
            var events = IntStream.rangeClosed(1, HOUSEHOLDS).mapToObj(number -> {
                var event = what.formatted(number).split(" ", 2);
                return bureau.event(Bureau.newId(), event[0], event[1]);
            }).collect(Collectors.joining(",", "[", "]"));
            assertThat(bureau.post(bureau.token("street", Bureau.STREET), "application/cloudevents-batch+json", events)
                    .statusCode()).isEqualTo(202);
            bureau.settle();
        }
    }

    private static JsonNode line(JsonNode digest, String programme, String heading) {
        return StreamSupport
                .stream(digest.path("state").path("found").path(programme).path("lines").spliterator(), false)
                .filter(line -> line.path("heading").stringValue("").equals(heading)).findFirst().orElseThrow();
    }

    private static List<String> morningsOf(Bureau bureau, String role, String query) throws Exception {
        return bureau.sees(role, "morning-digests" + query).path("items").valueStream()
                .map(item -> item.path("key").stringValue("")).toList();
    }

    @Test
    void a_morning_finds_what_is_due_today_and_the_next_what_was_not_done() throws Exception {
        try (var bureau = Bureau.openAt("2023-03-02T04:00:00Z")) {
            householdsOnKeyWatch(bureau);
            bureau.did("station", "minors.ChildCaseOpened", """
                    {"child": "K-1", "household": "H-1", "member": "M-9", "name": "葛美云", "birthday": "2013-01-01"}""");

            bureau.itIs("2023-03-31T23:00:00Z");
            bureau.theMinutePasses();
            assertThat(morningsOf(bureau, "street", "?status=gathering"))
                    .containsExactly("morning-digest/2023-04-01.320613001");
            bureau.itIs("2023-03-31T23:30:00Z");
            bureau.theMinutePasses();
            bureau.theMinutePasses();

            var first = bureau.sees("street", "morning-digests/2023-04-01.320613001");
            assertThat(first.path("status").stringValue("")).isEqualTo("stated");
            assertThat(first.path("state").path("dueToday").longValue()).isEqualTo(HOUSEHOLDS);
            var due = line(first, "RELIEF", "DUE_TODAY");
            assertThat(due.path("count").longValue()).isEqualTo(HOUSEHOLDS);
            assertThat(due.path("first").valueStream().map(id -> id.stringValue(""))).as("the first of them")
                    .hasSize(10).startsWith("H-1", "H-10");
            var rest = bureau.sees("street", due.path("where").stringValue("").substring("/v1/".length()));
            assertThat(rest.path("items")).as("all of them are read where the line says").hasSize(HOUSEHOLDS);

            var child = line(first, "MINORS", "OVERDUE");
            assertThat(child.path("count").longValue()).isEqualTo(1);
            assertThat(child.path("first")).as("the street does not read children").isEmpty();
            var where = child.path("where").stringValue("");
            assertThat(bureau.get(bureau.token("street", Bureau.STREET), where).statusCode()).isEqualTo(403);
            assertThat(bureau.sees("district", where.substring("/v1/".length())).path("items")).hasSize(1);

            bureau.itIs("2023-04-02T00:00:00Z");
            bureau.theMinutePasses();
            var second = bureau.sees("street", "morning-digests/2023-04-02.320613001");
            assertThat(second.path("state").path("overdue").longValue()).isEqualTo(HOUSEHOLDS + 1);
            assertThat(second.path("state").path("dueToday").longValue()).isZero();
            var statement = bureau.sees("district", "morning-digests/2023-04-02.320613001/journal").path("items")
                    .valueStream().flatMap(entry -> entry.path("emitted").valueStream()).toList();
            assertThat(statement).singleElement().satisfies(stated -> assertThat(stated.path("type").stringValue(""))
                    .isEqualTo("org.chongshan.bureau.MorningDigestStated"));
            assertThat(bureau.platform().deadLetters()).isZero();
        }
    }

    @Test
    void every_subdistrict_has_its_morning_though_nothing_is_due_and_none_of_a_day_that_is_over() throws Exception {
        try (var bureau = Bureau.openAt("2023-03-02T04:00:00Z")) {
            bureau.settle();
            assertThat(morningsOf(bureau, "district", "?status=stated&from=2023-03-02&until=2023-03-03")).hasSize(16);
            assertThat(morningsOf(bureau, "street", "")).containsExactly("morning-digest/2023-03-02.320613001");
            assertThat(bureau.get(bureau.token("street", "320613002"), "/v1/morning-digests/2023-03-02.320613001")
                    .statusCode()).isEqualTo(404);
            assertThat(bureau.get(bureau.token("grid", Bureau.STREET), "/v1/morning-digests").statusCode())
                    .isEqualTo(403);

            // For three days nobody was there.
            bureau.itIs("2023-03-05T04:00:00Z");
            bureau.theMinutePasses();
            assertThat(morningsOf(bureau, "street", "")).containsExactly("morning-digest/2023-03-02.320613001",
                    "morning-digest/2023-03-05.320613001");
        }
    }
}
