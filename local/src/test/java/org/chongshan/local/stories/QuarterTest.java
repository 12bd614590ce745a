package org.chongshan.local.stories;

import java.util.HashSet;
import java.util.Set;

import org.chongshan.local.Bureau;
import org.chongshan.local.TestEngines;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Story 7: a quarter of in-kind subsidies, over HTTP, with the clock moved. */
@Tag(TestEngines.TAG)
class QuarterTest {
    private static final int RECOGNISED = 120;
    private static final String CYCLE = "2023-Q2." + Bureau.STREET;

    private Bureau bureau;

    @BeforeEach
    void households_recognised_in_march_and_one_that_is_not() throws Exception {
        bureau = Bureau.openAt("2023-03-02T04:00:00Z");
        for (int i = 0; i <= RECOGNISED; i++) {
            bureau.post("street", bureau.event(Bureau.newId(), "HouseholdRegistered", """
                    {"household": "H-%d", "members": [
                      {"member": "M-%d", "name": "x", "identityNumber": "1", "relation": "HEAD"}]}""".formatted(i, i)));
            bureau.post("street", bureau.event(Bureau.newId(), "EconomicStatusVerified", """
                    {"household": "H-%d", "persons": 1, "income12Fen": %d, "rigidSpending12Fen": 0, "ableToWork": true,
                     "supporterAble": true, "hardship": "NONE"}""".formatted(i, i == RECOGNISED ? 9_000_000 : 100)));
        }
        bureau.settle();
    }

    @AfterEach
    void close() {
        bureau.close();
    }

    @Test
    void it_opens_by_itself_reaches_every_recognised_household_is_handed_out_and_closes_with_what_is_outstanding()
            throws Exception {
        bureau.itIs("2023-03-31T15:59:00Z");
        bureau.theMinutePasses();
        assertThat(bureau.sees("street", "subsidy-cycles").path("items")).isEmpty();

        // Midnight in Nantong: the first of April.
        bureau.itIs("2023-03-31T16:00:00Z");
        bureau.theMinutePasses();
        bureau.theMinutePasses();
        var opened = coverage();
        assertThat(opened.path("reached").longValue()).isEqualTo(RECOGNISED);
        assertThat(opened.path("complete").booleanValue()).isTrue();
        assertThat(opened.path("entitled").longValue()).isEqualTo(RECOGNISED);
        assertThat(everyOneOf("households?list=subsidy-outstanding")).hasSize(RECOGNISED);
        assertThat(bureau.sees("district", "subsidy-cycles?status=open").path("items"))
                .as("the schedule opened it in all sixteen subdistricts").hasSize(16);

        bureau.itIs("2023-05-10T04:00:00Z");
        for (int i = 0; i < RECOGNISED - 5; i++) {
            bureau.post("grid", bureau.event(Bureau.newId(), "SubsidyDelivered",
                    "{\"cycle\": \"%s\", \"household\": \"H-%d\", \"receipt\": \"R-%d\"}".formatted(CYCLE, i, i)));
        }
        bureau.settle();
        // Handed over again by somebody who did not know: nobody gets two.
        bureau.did("grid", "SubsidyDelivered",
                "{\"cycle\": \"%s\", \"household\": \"H-0\", \"receipt\": \"R-again\"}".formatted(CYCLE));

        assertThat(everyOneOf("households?list=subsidy-outstanding")).hasSize(5);

        bureau.itIs("2023-06-30T16:00:01Z");
        bureau.theMinutePasses();
        var closed = coverage();
        assertThat(closed.path("status").stringValue()).isEqualTo("closed");
        assertThat(closed.path("delivered").longValue()).isEqualTo(RECOGNISED - 5);
        assertThat(closed.path("outstanding").longValue()).isEqualTo(5);
        assertThat(bureau.sees("street", "subsidy-cycles/2023-Q3." + Bureau.STREET).path("state").path("entitled")
                .longValue()).as("and the next one opened").isEqualTo(RECOGNISED);
        assertThat(bureau.platform().deadLetters()).isZero();
    }

    @Test
    void an_operator_opens_it_by_event_and_the_schedule_later_changes_nothing() throws Exception {
        bureau.itIs("2023-03-31T16:00:00Z");
        bureau.did("district", "SubsidyQuarterOpened", "{\"cycle\": \"%s\"}".formatted(CYCLE));
        assertThat(coverage().path("entitled").longValue()).isEqualTo(RECOGNISED);
        bureau.theMinutePasses();
        bureau.did("district", "SubsidyQuarterOpened", "{\"cycle\": \"%s\"}".formatted(CYCLE));
        assertThat(coverage().path("entitled").longValue()).isEqualTo(RECOGNISED);
        var journal = new StringBuilder();
        for (var cursor = ""; cursor != null;) {
            var page = bureau.sees("district", "subsidy-cycles/" + CYCLE + "/journal" + cursor);
            journal.append(page.path("items"));
            cursor = page.has("cursor") ? "?cursor=" + page.path("cursor").stringValue() : null;
        }
        assertThat(journal.toString()).contains("opened-once");
    }

    private JsonNode coverage() throws Exception {
        return bureau.sees("street", "subsidy-cycles/" + CYCLE).path("state");
    }

    /** Every item of a list, page by page. */
    private Set<String> everyOneOf(String list) throws Exception {
        var keys = new HashSet<String>();
        for (var cursor = ""; cursor != null;) {
            var page = bureau.sees("district", list + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
            page.path("items").forEach(item -> assertThat(keys.add(item.path("key").stringValue())).isTrue());
            cursor = page.path("cursor").stringValue(null);
        }
        return keys;
    }
}
