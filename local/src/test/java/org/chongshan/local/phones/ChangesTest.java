package org.chongshan.local.phones;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.chongshan.bureau.Topology;
import org.chongshan.core.Listing;
import org.chongshan.core.Status;
import org.chongshan.local.AccessPage;
import org.chongshan.local.Bureau;
import org.chongshan.local.Provision;
import org.chongshan.local.Tally;
import org.chongshan.local.TestEngines;
import org.chongshan.local.programme.OneOfEach;
import org.chongshan.shell.TableShape;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A phone that was away, for minutes or for a week, is told what has changed meanwhile, and what is no longer where it was. */
class ChangesTest {
    private static final String OTHER = "320613002";
    private Bureau bureau;

    @BeforeEach
    void open() {
        bureau = Bureau.openAt("2023-03-02T04:00:00Z");
    }

    @AfterEach
    void close() {
        bureau.close();
    }

    private void registered(String household) throws Exception {
        registered(Bureau.STREET, household, "M-" + household);
    }

    private void registered(String subdistrict, String household, String member) throws Exception {
        var answer = bureau.post(bureau.token("street", subdistrict), "application/json",
                bureau.event(Bureau.newId(), "HouseholdRegistered", subdistrict, """
                        {"household": "%s", "members": [
                          {"member": "%s", "name": "a", "identityNumber": "1", "relation": "HEAD"}]}"""
                        .formatted(household, member)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        bureau.settle();
    }

    private void lives(String household, long income) throws Exception {
        bureau.did("street", "EconomicStatusVerified", """
                {"household": "%s", "persons": 1, "income12Fen": %d, "rigidSpending12Fen": 0, "ableToWork": false,
                 "supporterAble": false, "hardship": "NONE"}""".formatted(household, income));
    }

    private static List<String> keys(JsonNode answer) {
        return answer.path("items").valueStream().map(item -> item.path("key").stringValue()).toList();
    }

    private static List<String> left(JsonNode answer) {
        return answer.path("left").valueStream().map(JsonNode::stringValue).toList();
    }

    private static String since(JsonNode answer) {
        return answer.path("since").stringValue();
    }

    private JsonNode changed(String asked, String since) throws Exception {
        return bureau.sees("street", asked + (asked.contains("?") ? "&" : "?") + "since=" + since);
    }

    @Test
    void whoever_was_away_for_a_week_is_told_what_each_record_is_now() throws Exception {
        registered("H-before");
        bureau.itIs("2023-03-02T05:30:00Z");
        var start = changed("households", "now");
        assertThat(keys(start)).isEmpty();
        assertThat(left(start)).isEmpty();
        registered("H-1");
        lives("H-1", 0);
        bureau.itIs("2023-03-08T01:00:00Z");
        registered("H-2");
        bureau.itIs("2023-03-09T05:30:00Z");
        var week = changed("households", since(start));
        assertThat(keys(week)).as("in the order of the hours").containsExactly("household/H-1", "household/H-2");
        assertThat(week.path("items").get(0)).isEqualTo(bureau.sees("street", "households/H-1"));
        assertThat(week.path("items").get(0).path("status").stringValue()).isEqualTo("destitute");
        assertThat(week.path("more").booleanValue()).isFalse();
        assertThat(keys(changed("households", since(week)))).isEmpty();
    }

    @Test
    void what_left_a_list_is_told() throws Exception {
        registered("H-1");
        registered("H-2");
        lives("H-1", 0);
        bureau.itIs("2023-03-02T05:00:00Z");
        var recognised = changed("households?list=recognised", "now");
        var destitute = changed("households?status=destitute", "now");
        lives("H-1", 100_000_000);
        lives("H-2", 0);
        for (var asked : Map.of("households?list=recognised", recognised, "households?status=destitute", destitute)
                .entrySet()) {
            var answer = changed(asked.getKey(), since(asked.getValue()));
            assertThat(keys(answer)).as(asked.getKey()).containsExactly("household/H-2");
            assertThat(left(answer)).as(asked.getKey()).containsExactly("household/H-1");
        }
        assertThat(left(changed("households", since(recognised)))).as("they are where they were").isEmpty();
    }

    @Test
    void what_may_not_have_been_seen_yet_is_told_again() throws Exception {
        var start = changed("households", "now");
        registered("H-1");
        var first = changed("households", since(start));
        assertThat(keys(first)).containsExactly("household/H-1");
        assertThat(keys(changed("households", since(first)))).as("at once").containsExactly("household/H-1");
        bureau.itIs("2023-03-02T04:03:00Z");
        var later = changed("households", since(first));
        assertThat(keys(later)).as("once more").containsExactly("household/H-1");
        assertThat(keys(changed("households", since(later)))).as("that was all").isEmpty();
    }

    @Test
    void what_changes_while_it_is_read_is_told_the_next_time() throws Exception {
        var start = changed("households", "now");
        for (int i = 0; i < 60; i++) {
            bureau.post("street", bureau.event(Bureau.newId(), "HouseholdRegistered", """
                    {"household": "H-%02d", "members": [
                      {"member": "M-%d", "name": "a", "identityNumber": "1", "relation": "HEAD"}]}""".formatted(i, i)));
        }
        bureau.settle();
        bureau.itIs("2023-03-02T04:30:00Z");
        var page = changed("households", since(start));
        assertThat(page.path("more").booleanValue()).isTrue();
        assertThat(keys(page)).hasSize(50).startsWith("household/H-00");
        // Of what is read, and in the hour that is read.
        lives("H-00", 0);
        bureau.itIs("2023-03-02T04:50:00Z");
        var rest = changed("households", since(page));
        assertThat(rest.path("more").booleanValue()).isFalse();
        assertThat(Stream.concat(keys(page).stream(), keys(rest).stream())).hasSize(60).doesNotHaveDuplicates();
        assertThat(keys(changed("households", since(rest)))).containsExactly("household/H-00");
    }

    @Test
    void a_record_that_has_left_the_subdistrict_has_left_the_list() throws Exception {
        var token = bureau.token("district", Bureau.STREET);
        var here = "/v1/persons?subdistrict=" + Bureau.STREET + "&since=";
        var start = Bureau.JSON.readTree(bureau.get(token, here + "now").body());
        registered(Bureau.STREET, "H-1", "M-1");
        bureau.itIs("2023-03-02T04:05:00Z");
        var listed = Bureau.JSON.readTree(bureau.get(token, here + since(start)).body());
        assertThat(keys(listed)).containsExactly("person/M-1");
        bureau.itIs("2023-03-02T04:10:00Z");
        registered(OTHER, "H-2", "M-1");
        var gone = Bureau.JSON.readTree(bureau.get(token, here + since(listed)).body());
        assertThat(keys(gone)).isEmpty();
        assertThat(left(gone)).containsExactly("person/M-1");
        bureau.itIs("2023-03-02T04:15:00Z");
        registered(Bureau.STREET, "H-3", "M-1");
        var back = Bureau.JSON.readTree(bureau.get(token, here + since(gone)).body());
        assertThat(keys(back)).containsExactly("person/M-1");
        assertThat(left(back)).isEmpty();
    }

    @Test
    void nothing_is_told_of_what_lies_elsewhere_or_has_not_begun() throws Exception {
        var start = changed("households", "now");
        registered(OTHER, "H-2", "M-2");
        bureau.post("grid", bureau.event(Bureau.newId(), "GridVisitRecorded",
                "{\"household\": \"H-early\", \"hardship\": \"NONE\", \"observation\": \"x\"}"));
        bureau.settle();
        var street = changed("households", since(start));
        assertThat(keys(street)).isEmpty();
        assertThat(left(street)).isEmpty();
        var district = bureau.sees("district",
                "households?status=early&subdistrict=" + Bureau.STREET + "&since=" + since(start));
        assertThat(keys(district)).containsExactly("household/H-early");
    }

    @Test
    void a_table_from_before_there_was_the_index_is_given_it() throws Exception {
        var platform = bureau.platform();
        var dynamo = platform.engines().dynamo();
        var table = platform.settings().table("relief");
        dynamo.updateTable(update -> update.tableName(table)
                .globalSecondaryIndexUpdates(one -> one.delete(index -> index.indexName(TableShape.BY_CHANGE))));
        await().forever().until(() -> dynamo.describeTable(describe -> describe.tableName(table)).table()
                .globalSecondaryIndexes().stream().noneMatch(one -> one.indexName().equals(TableShape.BY_CHANGE)));
        new Provision(dynamo, platform.engines().sqs(), platform.settings()).run(TestEngines.retrySeconds());
        var start = changed("households", "now");
        registered("H-1");
        assertThat(keys(changed("households", since(start)))).containsExactly("household/H-1");
    }

    @Test
    void what_cannot_be_asked_is_named() throws Exception {
        var cursor = since(changed("households", "now"));
        var odd = new TreeMap<>(Map.of("households?since=x", "malformed-cursor", "households?since=",
                "malformed-cursor", "households?since=" + cursor + "&cursor=x", "malformed-parameter",
                "households?since=" + cursor + "&format=csv", "malformed-parameter",
                "households?since=now&from=2023-03-01&status=destitute", "malformed-parameter",
                "households?since=now&list=none", "malformed-parameter",
                "households?since=now&list=recognised&status=destitute", "list-or-status",
                "households?since=now&subdistrict=" + OTHER, "outside-subdistrict", "payments?since=now", "",
                "households/H-1?since=now", "malformed-parameter"));
        for (var one : odd.entrySet()) {
            assertThat(code(bureau.get(bureau.token("street", Bureau.STREET), "/v1/" + one.getKey()))).as(one.getKey())
                    .isEqualTo(one.getValue());
        }
        assertThat(code(bureau.get(bureau.token("district", Bureau.STREET), "/v1/households?since=now")))
                .isEqualTo("malformed-parameter");
    }

    private static String code(HttpResponse<String> answer) {
        return Bureau.JSON.readTree(answer.body()).path("code").stringValue("");
    }

    @Test
    void of_every_list_everybody_is_told_what_they_read_there() throws Exception {
        var start = since(bureau.sees("district", "households?since=now&subdistrict=" + Bureau.STREET));
        OneOfEach.in(bureau, Bureau.STREET, "1");
        OneOfEach.in(bureau, OTHER, "2");
        var tally = new Tally("changes and lists");
        for (var role : AccessPage.published().roles()) {
            var token = bureau.token(role, Bureau.STREET);
            for (var collection : Topology.collections()) {
                compare(token, role, collection.path(), "subdistrict=" + Bureau.STREET, start, tally);
            }
        }
        var token = bureau.token("district", Bureau.STREET);
        for (var collection : Topology.collections()) {
            for (var asked : Stream.concat(collection.statuses().stream().map(Status::word).map("status="::concat),
                    collection.lists().stream().map(Listing::word).map("list="::concat)).toList()) {
                compare(token, "lists", collection.path(), asked + "&subdistrict=" + Bureau.STREET, start, tally);
            }
        }
        System.out.println(tally);
    }

    private void compare(String token, String who, String path, String asked, String start, Tally tally)
            throws Exception {
        var list = bureau.get(token, "/v1/" + path + "?" + asked);
        var changes = bureau.get(token, "/v1/" + path + "?" + asked + "&since=" + start);
        assertThat(changes.statusCode()).as(who + " " + path + " " + changes.body()).isEqualTo(list.statusCode());
        if (list.statusCode() != 200) {
            assertThat(changes.body()).isEqualTo(list.body());
            tally.count(who, Integer.toString(list.statusCode()));
            return;
        }
        var told = items(Bureau.JSON.readTree(list.body()));
        var answer = Bureau.JSON.readTree(changes.body());
        var all = new HashMap<>(items(answer));
        var gone = new ArrayList<>(left(answer));
        while (answer.path("more").booleanValue()) {
            answer = Bureau.JSON
                    .readTree(bureau.get(token, "/v1/" + path + "?" + asked + "&since=" + since(answer)).body());
            all.putAll(items(answer));
            gone.addAll(left(answer));
        }
        assertThat(all).as(who + " " + path + " " + asked).isEqualTo(told);
        assertThat(gone).as("what is there has not left").noneMatch(told::containsKey);
        tally.count(who, told.isEmpty() ? "none" : "some");
    }

    private static Map<String, JsonNode> items(JsonNode answer) {
        var items = new HashMap<String, JsonNode>();
        answer.path("items").forEach(item -> items.put(item.path("key").stringValue(), item));
        return items;
    }
}
