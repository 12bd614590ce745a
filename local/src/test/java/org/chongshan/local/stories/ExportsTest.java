package org.chongshan.local.stories;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.chongshan.bureau.Topology;
import org.chongshan.events.Role;
import org.chongshan.local.Bureau;
import org.chongshan.local.programme.OneOfEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** What is read is taken away as a file: the same rows and the same words, and it stands somewhere who did. */
class ExportsTest {
    private static final String OTHER = "320613002";
    private static final String NUMBER = "320602196001010006";
    private static final String FORMULA = "=HYPERLINK(\"http://example.org\")";

    private static HttpResponse<byte[]> file(Bureau bureau, String role, String subdistrict, String path)
            throws Exception {
        return bureau.file(bureau.token(role, subdistrict), "/v1/" + path);
    }

    private static List<Map<String, String>> csv(Bureau bureau, String role, String subdistrict, String path)
            throws Exception {
        var file = file(bureau, role, subdistrict, path);
        var text = new String(file.body(), StandardCharsets.UTF_8);
        assertThat(file.statusCode()).as(path + " " + text).isEqualTo(200);
        assertThat(file.headers().firstValue("content-type")).contains("text/csv; charset=utf-8; header=present");
        return rows(text);
    }

    private static List<Map<String, String>> rows(String text) throws IOException {
        assertThat(text).startsWith("\uFEFF");
        try (var reader = CsvReader.builder().ofNamedCsvRecord(text.substring(1))) {
            return reader.stream().map(NamedCsvRecord::getFieldsAsMap).toList();
        }
    }

    private static void household(Bureau bureau, String id, String subdistrict, String name) throws Exception {
        var answer = bureau.post(bureau.token("street", subdistrict), "application/json",
                bureau.event(Bureau.newId(), "relief.HouseholdRegistered", subdistrict, """
                        {"household": "%s", "members": [{"member": "M-%s", "name": "%s", "identityNumber": "%s",
                         "relation": "HEAD"}]}""".formatted(id, id, name.replace("\"", "\\\""), NUMBER)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        bureau.settle();
    }

    private static List<JsonNode> disclosures(Bureau bureau) throws Exception {
        bureau.settle();
        return bureau.sees("district", "disclosures").path("items").valueStream().map(item -> item.path("state"))
                .toList();
    }

    @Test
    void a_list_is_taken_away_within_scope_and_mask_and_it_is_kept_who_did() throws Exception {
        try (var bureau = Bureau.openAt("2023-03-02T04:00:00Z")) {
            household(bureau, "H-1", Bureau.STREET, FORMULA);
            household(bureau, "H-2", OTHER, "李娟");

            var own = csv(bureau, "street", Bureau.STREET, "households?format=csv");
            assertThat(own).hasSize(1).first().satisfies(row -> {
                assertThat(row).containsEntry("key", "household/H-1").containsEntry("state.subdistrict", "320613001");
                var member = Bureau.JSON.readTree(row.get("state.members")).get(0);
                assertThat(member.path("name").stringValue()).isEqualTo(FORMULA);
                assertThat(member.path("identityNumber").stringValue()).isEqualTo(NUMBER);
            });
            assertThat(csv(bureau, "district", Bureau.STREET, "households?format=csv&status=registered"))
                    .extracting(row -> row.get("key")).containsExactly("household/H-1", "household/H-2");
            var masked = file(bureau, "auditor", Bureau.STREET, "households?format=csv&subdistrict=" + OTHER);
            assertThat(new String(masked.body(), StandardCharsets.UTF_8)).contains("H-2", "***").doesNotContain("李娟",
                    NUMBER, "H-1");
            assertThat(masked.headers().firstValue("content-disposition"))
                    .contains("attachment; filename=\"households-320613002-20230302T120000.csv\"");
            assertThat(masked.headers().firstValue("cache-control")).contains("no-store");

            var kept = disclosures(bureau).stream()
                    .filter(one -> one.path("subdistrict").stringValue("").compareTo("320613003") < 0)
                    .map(one -> String.join(" ", one.path("actor").stringValue(""), one.path("reader").stringValue(""),
                            one.path("asked").stringValue(""), one.path("subdistrict").stringValue(""),
                            one.path("rows").toString(), one.path("at").stringValue("")))
                    .toList();
            assertThat(kept).containsExactlyInAnyOrder(
                    "street-17 STREET /v1/households?format=csv 320613001 1 2023-03-02T04:00:00Z",
                    "district-17 DISTRICT /v1/households?format=csv&status=registered 320613001 1 2023-03-02T04:00:00Z",
                    "district-17 DISTRICT /v1/households?format=csv&status=registered 320613002 1 2023-03-02T04:00:00Z",
                    "auditor-17 AUDITOR /v1/households?format=csv&subdistrict=320613002 320613002 1 2023-03-02T04:00:00Z");
            assertThat(bureau.get(bureau.token("street", Bureau.STREET), "/v1/disclosures").statusCode())
                    .isEqualTo(403);
            assertThat(bureau.platform().deadLetters()).isZero();
        }
    }

    @Test
    void what_may_not_be_read_or_is_asked_wrongly_is_no_file_and_nothing_is_kept_of_it() throws Exception {
        try (var bureau = Bureau.openAt("2023-03-02T04:00:00Z")) {
            household(bureau, "H-1", Bureau.STREET, "葛美云");
            for (var asked : List.of("households?format=pdf 400 malformed-parameter",
                    "households?format= 400 malformed-parameter",
                    "households?format=csv&cursor=x 400 malformed-parameter",
                    "households?format=csv&status=none 400 malformed-parameter",
                    "households?format=csv&subdistrict=320613002 403 outside-subdistrict",
                    "households/H-1?format=csv 400 malformed-parameter",
                    "households/H-2/journal?format=csv 404 not-found",
                    "households/H-1/journal?from=(&format=csv 400 malformed-parameter",
                    "households/H-1/journal?format=csv&cursor=x 400 malformed-parameter",
                    "figures/2023?format=xls 400 malformed-parameter",
                    "figures/2023?format=csv&on=soon 400 malformed-parameter",
                    "disclosures?format=csv 403 role-may-not-read")) {
                var words = asked.split(" ");
                var answer = file(bureau, "street", Bureau.STREET, words[0].replace("(", "%28"));
                var body = new String(answer.body(), StandardCharsets.UTF_8);
                assertThat(answer.statusCode()).as(asked + " " + body).isEqualTo(Integer.parseInt(words[1]));
                assertThat(Bureau.JSON.readTree(body).path("code").stringValue("")).as(asked).isEqualTo(words[2]);
            }
            var grants = file(bureau, "district", Bureau.STREET, "projects?format=csv&as=360giving");
            assertThat(grants.statusCode()).isEqualTo(400);
            assertThat(disclosures(bureau)).isEmpty();
        }
    }

    @Test
    void who_reads_what_was_taken_away_and_not_the_records_is_not_told_which_they_were() throws Exception {
        try (var bureau = Bureau.openAt("2023-03-02T04:00:00Z")) {
            bureau.did("registry", "marriage.DivorceApplicationReceived", """
                    {"application": "D-1", "registry": "chongchuan", "bothInPerson": true, "bothCapable": true,
                     "agreed": true, "marriedInTheMainland": true, "certificates": "BOTH",
                     "husband": {"name": "葛", "identityNumber": "17", "registeredHere": true},
                     "wife": {"name": "花", "identityNumber": "18", "registeredHere": false}}""");
            assertThat(csv(bureau, "registry", Bureau.STREET, "divorce-applications/D-1/journal?format=csv"))
                    .hasSize(1);
            csv(bureau, "registry", Bureau.STREET, "divorce-applications?format=csv&status=cooling-off&from=D-1");
            assertThat(disclosures(bureau)).extracting(one -> one.path("asked").stringValue(""))
                    .contains("/v1/divorce-applications/-/journal?format=csv",
                            "/v1/divorce-applications?format=csv&from=-&status=cooling-off")
                    .noneMatch(asked -> asked.contains("D-1"));
        }
    }

    @Test
    void an_xlsx_has_the_cells_of_the_list() throws Exception {
        try (var bureau = Bureau.openAt("2023-03-02T04:00:00Z")) {
            bureau.did("district", "relief.FundOpened",
                    "{\"fund\": \"320613001\", \"amountFen\": 5000000, \"floorFen\": 500000}");
            var file = file(bureau, "district", Bureau.STREET, "reserve-funds?format=xlsx");
            assertThat(file.headers().firstValue("content-type"))
                    .contains("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
            try (var book = new XSSFWorkbook(new ByteArrayInputStream(file.body()))) {
                var sheet = book.getSheetAt(0);
                var columns = new TreeMap<String, Integer>();
                sheet.getRow(0).forEach(cell -> columns.put(cell.getStringCellValue(), cell.getColumnIndex()));
                assertThat(sheet.getLastRowNum()).isEqualTo(1);
                var row = sheet.getRow(1);
                var id = row.getCell(columns.get("state.id"));
                assertThat(id.getCellType()).isEqualTo(CellType.STRING);
                assertThat(id.getStringCellValue()).isEqualTo("320613001");
                assertThat(row.getCell(columns.get("state.floorFen")).getNumericCellValue()).isEqualTo(500_000);
            }
        }
    }

    @Test
    void a_journal_is_taken_away_whole_or_what_was_written_in_a_time() throws Exception {
        try (var bureau = Bureau.openAt("2023-03-02T04:00:00Z")) {
            bureau.did("district", "relief.FundOpened",
                    "{\"fund\": \"320613001\", \"amountFen\": 5000000, \"floorFen\": 500000}");
            bureau.itIs("2023-03-03T04:00:00Z");
            for (int more = 0; more < 2; more++) {
                bureau.did("district", "relief.FundReplenished", "{\"fund\": \"320613001\", \"amountFen\": 100000}");
            }
            var journal = "reserve-funds/320613001/journal?";
            var all = csv(bureau, "district", Bureau.STREET, journal + "format=csv");
            assertThat(all)
                    .extracting(row -> row.get("version") + " " + row.get("rule") + " "
                            + row.get("event.type").replaceFirst(".*\\.", "") + " " + row.get("event.data"))
                    .containsExactly(
                            "1 fund-opened FundOpened {\"fund\":\"320613001\",\"amountFen\":5000000,\"floorFen\":500000}",
                            "2 fund-replenished FundReplenished {\"fund\":\"320613001\",\"amountFen\":100000}",
                            "3 fund-replenished FundReplenished {\"fund\":\"320613001\",\"amountFen\":100000}");
            for (var part : Map
                    .of("until=2023-03-03", 1, "from=2023-03-03", 2, "from=2023-03-02&until=2023-03-03", 1,
                            "from=2023-03-03T04:00:00Z", 2, "until=2023-03-03T04:00:00Z", 1, "from=2023-03-04", 0)
                    .entrySet()) {
                assertThat(csv(bureau, "district", Bureau.STREET, journal + part.getKey() + "&format=csv"))
                        .as(part.getKey()).hasSize(part.getValue());
                assertThat(bureau.sees("district", journal + part.getKey()).path("items")).as(part.getKey())
                        .hasSize(part.getValue());
            }
        }
    }

    @Test
    void the_figures_of_a_year_are_taken_away_with_their_traces() throws Exception {
        try (var bureau = Bureau.openAt("2023-03-02T04:00:00Z")) {
            bureau.did("registry", "marriage.VideoPublished",
                    "{\"video\": \"V-1\", \"title\": \"Listening\", \"minutes\": 12}");
            var rows = csv(bureau, "district", Bureau.STREET, "figures/2023?programme=marriage&format=csv");
            assertThat(rows).filteredOn(row -> row.get("figure").equals("videos_published"))
                    .extracting(row -> row.get("year") + " " + row.get("subdistrict") + " " + row.get("value") + " "
                            + row.get("traces"))
                    .containsExactly("2023  1 ",
                            "2023 320613001 1 [\"/v1/figures/2023.320613001.videos_published/journal\"]");
            assertThat(rows).allSatisfy(row -> assertThat(row.get("programme")).isEqualTo("marriage"));
            assertThat(disclosures(bureau)).hasSize(16)
                    .allSatisfy(one -> assertThat(one.path("rows").intValue()).isEqualTo(rows.size()));
        }
    }

    @Test
    void a_file_has_all_pages_and_one_too_large_says_how_to_ask_for_less() throws Exception {
        try (var bureau = Bureau.openAt("2023-03-02T04:00:00Z")) {
            var batch = 50;
            for (int from = 0; from < 350; from += batch) {
                var first = from;
                var answer = bureau.post(bureau.token("street", Bureau.STREET), "application/cloudevents-batch+json",
                        IntStream.range(first, first + batch)
                                .mapToObj(i -> bureau.event(Bureau.newId(), "relief.HouseholdRegistered",
                                        "{\"household\": \"H-%d\", \"members\": [%s]}".formatted(i, members(i))))
                                .collect(Collectors.joining(",", "[", "]")));
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
            }
            bureau.settle();
            assertThat(csv(bureau, "street", Bureau.STREET, "households?format=csv&status=registered&until=H-15"))
                    .as("households 0, 1, 10 to 14, 100 to 149").hasSize(57);
            var whole = file(bureau, "street", Bureau.STREET, "households?format=csv");
            assertThat(whole.statusCode()).isEqualTo(422);
            assertThat(new String(whole.body(), StandardCharsets.UTF_8)).contains("export-too-large", "from and until");
            assertThat(disclosures(bureau)).as("what did not leave is not kept").hasSize(1);
        }
    }

    /** Many, with long names. */
    private static String members(int household) {
        return IntStream.range(0, 20).mapToObj(
                i -> "{\"member\": \"M-%d-%d\", \"name\": \"%s\", \"identityNumber\": \"1\", \"relation\": \"%s\"}"
                        .formatted(household, i, "葛".repeat(200), i == 0 ? "HEAD" : "CHILD"))
                .collect(Collectors.joining(","));
    }

    @Test
    void no_member_of_what_is_answered_is_left_out_of_a_file() throws Exception {
        try (var bureau = Bureau.openAt(OneOfEach.NOW)) {
            OneOfEach.in(bureau, Bureau.STREET, "1");
            for (var collection : Topology.collections()) {
                var reader = collection.readers().contains(Role.DISTRICT)
                        ? "district"
                        : collection.readers().stream().map(Role::claim).sorted().findFirst().orElseThrow();
                bureau.settle(); // Every file adds to the disclosures.
                var listed = all(bureau, reader, collection.path() + "?subdistrict=" + Bureau.STREET);
                var rows = csv(bureau, reader, Bureau.STREET,
                        collection.path() + "?format=csv&subdistrict=" + Bureau.STREET);
                assertThat(rows).as(collection.path()).hasSameSizeAs(listed).isNotEmpty();
                for (int i = 0; i < rows.size(); i++) {
                    same(collection.path(), listed.get(i), rows.get(i));
                }
                var id = listed.getFirst().path("state").path("id").stringValue("");
                if (!id.isEmpty()) {
                    var path = collection.path() + "/" + id + "/journal";
                    var entries = all(bureau, reader, path + "?");
                    var files = csv(bureau, reader, Bureau.STREET, path + "?format=csv");
                    assertThat(files).as(path).hasSameSizeAs(entries);
                    for (int i = 0; i < files.size(); i++) {
                        same(path, entries.get(i), files.get(i));
                    }
                }
            }
        }
    }

    private static List<JsonNode> all(Bureau bureau, String reader, String path) throws Exception {
        var all = new ArrayList<JsonNode>();
        var cursor = "";
        do {
            var page = bureau.sees(reader, path + cursor);
            page.path("items").forEach(all::add);
            cursor = page.has("cursor") ? "&cursor=" + page.path("cursor").stringValue() : "";
        } while (!cursor.isEmpty());
        return all;
    }

    /** Each member stands in a cell, or its members do. */
    private static void same(String what, JsonNode object, Map<String, String> row) {
        same(what, "", object, row);
    }

    private static void same(String what, String path, JsonNode value, Map<String, String> row) {
        if (row.containsKey(path)) {
            var cell = Objects.requireNonNull(row.get(path));
            var plain = cell.startsWith("'") ? cell.substring(1) : cell;
            assertThat(plain).as(what + " " + path)
                    .isEqualTo(value.isContainer() ? value.toString() : value.asString(""));
            return;
        }
        assertThat(value.isObject()).as(what + " has no column " + path).isTrue();
        value.properties().forEach(member -> same(what, path.isEmpty() ? member.getKey() : path + "." + member.getKey(),
                member.getValue(), row));
    }
}
