package org.chongshan.events.json;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.chongshan.events.Born;
import org.chongshan.events.Event;
import org.chongshan.events.Fault;
import org.chongshan.events.Happened;
import org.chongshan.events.Id;
import org.chongshan.events.Planned;
import org.chongshan.events.PostedBy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** What cannot be is refused at the door, by name and with a pointer. */
class DoorTest {
    private static final Instant NOW = Instant.parse("2023-03-02T04:00:00Z");
    private static final EventValidator DOOR = new EventValidator(List.of("320613001"));

    private static List<Fault> faults(String type, String time, String subdistrict, String data) {
        return DOOR.faults(new JsonMapper().readTree("""
                {"specversion": "1.0", "id": "0190a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b", "source": "/phones/17",
                 "type": "org.chongshan.%s", "time": "%s", "subdistrict": "%s", "data": %s}""".formatted(type, time,
                subdistrict, data)), NOW);
    }

    private static List<String> named(String type, String data) {
        return faults(type, NOW.toString(), "320613001", data).stream()
                .map(fault -> fault.pointer() + " " + fault.code()).toList();
    }

    private static List<Fault> visitAt(String time, String subdistrict) {
        return faults("relief.GridVisitRecorded", time, subdistrict,
                "{\"household\": \"H\", \"hardship\": \"NONE\", \"observation\": \"\"}");
    }

    private static List<String> household(String members) {
        return named("relief.HouseholdRegistered", "{\"household\": \"H\", \"members\": [" + members + "]}");
    }

    private static String member(String id, String name, String number, String relation) {
        return """
                {"member": "%s", "name": "%s", "identityNumber": "%s", "relation": "%s"}""".formatted(id, name, number,
                relation);
    }

    private static List<String> child(String name, String birthday) {
        return named("minors.ChildCaseOpened", """
                {"child": "C", "household": "H", "member": "M", "name": "%s", "birthday": "%s"}""".formatted(name,
                birthday));
    }

    @Test
    void what_is_no_text_is_named_also_where_nothing_else_of_an_event_is_there() {
        assertThat(DOOR.faults(new JsonMapper().readTree("{\"data\": {\"id\": \"\\uffff\"}}"), NOW))
                .extracting(Fault::pointer, Fault::code)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("/data/id", "malformed"));
    }

    @Test
    void a_clock_may_be_five_minutes_fast_and_not_a_second_more() {
        assertThat(visitAt("2023-03-02T04:05:00Z", "320613001")).isEmpty();
        assertThat(visitAt("2023-03-02T12:05:01+08:00", "320613001")).singleElement().isEqualTo(
                new Fault("/time", Fault.Code.FROM_THE_FUTURE, "lies at most 5 minutes after the server's time"));
        assertThat(visitAt("2099-01-01T00:00:00Z", "320613001")).extracting(Fault::code)
                .containsExactly("from-the-future");
    }

    @Test
    void what_comes_years_late_is_taken_but_nothing_from_before_2000() {
        assertThat(visitAt("2003-03-02T04:00:00Z", "320613001")).isEmpty();
        assertThat(visitAt("1999-12-31T23:59:59Z", "320613001")).extracting(Fault::code)
                .containsExactly("out-of-range");
    }

    @Test
    void nothing_happens_in_a_subdistrict_the_district_does_not_have() {
        assertThat(visitAt("2023-03-02T04:00:00Z", "320613999")).extracting(Fault::pointer, Fault::code)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("/subdistrict", "unknown-subdistrict"));
        assertThat(visitAt("2023-03-02T04:00:00Z", "x")).extracting(Fault::code).containsExactly("malformed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2023-02-29", "2019-02-30", "2022-04-31", "2022-13-01", "2022-3-1", "20220301"})
    void a_day_that_does_not_exist_is_no_birthday(String day) {
        assertThat(child("x", day)).containsExactly("/data/birthday malformed");
    }

    @Test
    void a_child_is_born_and_under_eighteen_on_the_day_of_the_event() {
        assertThat(child("x", "2023-03-02")).isEmpty();
        assertThat(child("x", "2005-03-03")).isEmpty();
        assertThat(child("x", "2005-03-02")).containsExactly("/data/birthday too-old");
        assertThat(child("x", "1926-01-01")).containsExactly("/data/birthday too-old");
        assertThat(child("x", "2023-03-03")).containsExactly("/data/birthday not-yet-born");
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "\\u3000", "\\u00a0 \\u200b", "--"})
    void blanks_are_no_name_and_no_grounds(String blanks) {
        assertThat(child(blanks, "2015-01-01")).containsExactly("/data/name malformed");
        assertThat(named("relief.KeyWatchAdded", "{\"household\": \"H\", \"grounds\": \"" + blanks.repeat(2) + "\"}"))
                .containsExactly("/data/grounds malformed");
    }

    @Test
    void a_household_has_one_head_and_each_member_once() {
        var head = member("M-1", "葛美云", "320602196001010006", "HEAD");
        assertThat(household(head + "," + member("M-2", "李娟", "1", "CHILD"))).isEmpty();
        assertThat(household(member("M-2", "李娟", "1", "CHILD"))).containsExactly("/data/members one-head");
        assertThat(household(head + "," + member("M-2", "李娟", "1", "HEAD"))).containsExactly("/data/members one-head");
        assertThat(household(head + "," + member("M-1", "李娟", "1", "CHILD")))
                .containsExactly("/data/members/1/member member-twice");
        assertThat(household(head + "," + member("M-2", "李娟", " 320602196001010006", "CHILD")))
                .containsExactly("/data/members/1/identityNumber member-twice");
        assertThat(household(head + "," + member("M-2", "李娟", "1", "CHILD") + "," + member("M-3", "李娜", "1", "CHILD")))
                .as("provisional numbers tell nobody from anybody").isEmpty();
    }

    @Test
    void what_the_schema_finds_hides_nothing_of_what_cannot_be_and_nothing_is_named_twice() {
        assertThat(household(member("M-1", " ", "１２３", "CHILD") + "," + member("M-1", " ", "1", "CHILD")))
                .containsExactlyInAnyOrder("/data/members/0/name malformed", "/data/members/1/name malformed",
                        "/data/members/0/identityNumber not-an-identity-number", "/data/members one-head",
                        "/data/members/1/member member-twice");
        assertThat(child(" ", "1926-01-01")).containsExactlyInAnyOrder("/data/name malformed",
                "/data/birthday too-old");
        assertThat(child(" ", "2019-02-30")).containsExactlyInAnyOrder("/data/name malformed",
                "/data/birthday malformed");
        assertThat(household(member("M-1", " ", "１２３", "AUNT"))).as("what cannot be read is not looked into")
                .containsExactlyInAnyOrder("/data/members/0/name malformed", "/data/members/0/relation out-of-range");
    }

    @Test
    void an_identity_number_that_does_not_check_is_refused_and_not_repeated() {
        var wrong = member("M-1", "x", "320602196001010007", "HEAD");
        assertThat(household(wrong)).containsExactly("/data/members/0/identityNumber not-an-identity-number");
        assertThat(faults("relief.HouseholdRegistered", NOW.toString(), "320613001",
                "{\"household\": \"H\", \"members\": [" + wrong + "]}").toString()).doesNotContain("320602");
    }

    @Test
    void an_identity_number_is_no_pseudonym_and_neither_is_its_index() {
        assertThat(household(member("320602196001010006", "x", "1", "HEAD")))
                .containsExactly("/data/members/0/member identity-number-as-id");
        assertThat(household(member("n.1-0123456789abcdef0123456789abcdef", "x", "1", "HEAD")))
                .containsExactly("/data/members/0/member malformed");
    }

    @Test
    void nobody_has_noticed_yet_what_happens_tomorrow() {
        assertThat(lead("2023-03-02T04:05:00Z")).isEmpty();
        assertThat(lead("2050-01-01T00:00:00Z")).containsExactly("/data/observedAt from-the-future");
        assertThat(lead("0001-01-01T00:00:00Z")).containsExactly("/data/observedAt out-of-range");
    }

    private static List<String> lead(String observedAt) {
        return named("relief.HardshipLeadReported", """
                {"lead": "L", "household": "H", "hardship": "NONE", "observedAt": "%s"}""".formatted(observedAt));
    }

    @Test
    void what_is_planned_lies_within_two_years() {
        assertThat(activity("2025-03-02T04:00:00Z")).isEmpty();
        assertThat(activity("2025-03-03T04:00:00Z")).containsExactly("/data/startsAt out-of-range");
        assertThat(activity("0001-01-01T00:00:00Z")).containsExactly("/data/startsAt out-of-range");
    }

    private static List<String> activity(String startsAt) {
        return named("minors.ActivityScheduled", """
                {"activity": "A", "base": "B", "course": "C", "places": 1, "startsAt": "%s"}""".formatted(startsAt));
    }

    @Test
    void every_time_day_count_and_amount_that_is_posted_has_its_bounds() {
        var unbounded = new ArrayList<String>();
        postable().forEach(event -> {
            for (var component : event.getRecordComponents()) {
                var marks = component.getAccessor();
                var type = component.getType();
                var bounded = type == Instant.class || type == LocalDate.class
                        ? marks.isAnnotationPresent(Happened.class) || marks.isAnnotationPresent(Planned.class)
                                || marks.isAnnotationPresent(Born.class)
                        : type != int.class && type != long.class
                                || marks.isAnnotationPresent(Min.class) && marks.isAnnotationPresent(Max.class);
                if (!bounded) {
                    unbounded.add(event.getSimpleName() + "." + component.getName());
                }
            }
        });
        assertThat(unbounded).isEmpty();
    }

    /** A claim begins with a household, a referral with a child and an intervention. */
    @Test
    void whatever_names_an_id_that_others_are_derived_from_takes_no_longer_one_than_whoever_gives_it() {
        var longer = new ArrayList<String>();
        var origins = List.of("household", "child", "intervention", "other");
        postable().forEach(event -> Stream.of(event.getRecordComponents())
                .filter(component -> origins.contains(component.getName())).forEach(component -> {
                    var size = component.getAccessor().getAnnotation(Size.class);
                    if (size == null || size.max() != Id.MOST_TO_DERIVE_FROM) {
                        longer.add(event.getSimpleName() + "." + component.getName());
                    }
                }));
        assertThat(longer).isEmpty();
    }

    private static Stream<Class<? extends Event>> postable() {
        return EventCatalogue.all().stream().filter(event -> event.isAnnotationPresent(PostedBy.class));
    }
}
