package org.chongshan.local;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Who is who: one identity number under two pseudonyms makes two households suspected duplicates. And how late things came. */
class KnownAgainTest {
    private static Bureau bureau;

    @BeforeAll
    static void open() {
        bureau = Bureau.openAt("2023-03-02T04:00:00Z");
    }

    @AfterAll
    static void close() {
        bureau.close();
    }

    private static void registered(String household, String member, String number) throws Exception {
        bureau.did("street", "HouseholdRegistered", """
                {"household": "%s", "members": [
                  {"member": "%s", "name": "葛美云", "identityNumber": "%s", "relation": "HEAD"}]}""".formatted(household,
                member, number));
    }

    private static String suspected(String household) throws Exception {
        return bureau.sees("street", "households/" + household).path("state").path("suspected").propertyStream()
                .map(java.util.Map.Entry::getKey).toList().toString();
    }

    @Test
    void one_number_under_two_pseudonyms_however_it_was_typed_makes_both_households_suspected() throws Exception {
        registered("A-1", "P-1", "11010519491231002X");
        registered("A-2", "P-2", " １1010519491231002x");
        assertThat(suspected("A-1")).isEqualTo("[A-2]");
        assertThat(suspected("A-2")).isEqualTo("[A-1]");
        assertThat(bureau.sees("street", "households/A-2").toString()).as("opened as the standard writes it")
                .contains("11010519491231002X");
        assertThat(bureau.sees("grid", "households/A-2").toString()).contains("***")
                .doesNotContain("11010519491231002");
        assertThat(bureau.sees("street", "households?list=suspected-duplicates").path("items")).hasSize(2);
    }

    @Test
    void a_provisional_number_makes_nobody_suspected() throws Exception {
        registered("B-1", "Q-1", "17");
        registered("B-2", "Q-2", "17");
        assertThat(suspected("B-1")).isEqualTo("[]");
        assertThat(suspected("B-2")).isEqualTo("[]");
    }

    @Test
    void what_comes_late_is_taken_and_its_entry_says_how_late() throws Exception {
        registered("L-1", "R-1", "18");
        var id = Bureau.newId();
        assertThat(bureau.post("grid",
                bureau.event(id, "GridVisitRecorded",
                        "{\"household\": \"L-1\", \"hardship\": \"NONE\", \"observation\": \"\"}")
                        .replace("2023-03-02T04:00:00Z", "2021-03-02T04:00:00Z"))
                .statusCode()).isEqualTo(202);
        bureau.settle();
        assertThat(bureau.sees("street", "households/L-1/journal/" + id).path("late").stringValue(""))
                .isEqualTo("PT17520H");
        bureau.sees("street", "households/L-1/journal").path("items").forEach(entry -> {
            if (!entry.path("id").stringValue("").equals(id)) {
                assertThat(entry.has("late")).as(entry.toString()).isFalse();
            }
        });
    }
}
