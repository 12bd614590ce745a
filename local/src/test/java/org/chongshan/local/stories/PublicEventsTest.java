package org.chongshan.local.stories;

import java.util.List;

import org.chongshan.local.Bureau;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** What other departments hear of the bureau, and what they do not. */
class PublicEventsTest {
    private static List<JsonNode> heard(Bureau bureau, String type) {
        return bureau.platform().outbound().lines().stream().map(Bureau.JSON::readTree)
                .filter(event -> event.path("type").stringValue("").equals("org.chongshan." + type)).toList();
    }

    @Test
    void a_quarter_that_closes_is_heard_of_outside_once_and_the_households_are_not() throws Exception {
        try (var bureau = Bureau.openAt("2023-04-03T04:00:00Z")) {
            bureau.did("street", "relief.HouseholdRegistered", """
                    {"household": "H-4711", "members": [{"member": "M-1", "name": "葛美云", "identityNumber": "1",
                     "relation": "HEAD"}]}""");
            bureau.did("street", "relief.EconomicStatusVerified",
                    """
                            {"household": "H-4711", "persons": 1, "income12Fen": 0, "rigidSpending12Fen": 0, "ableToWork": false,
                             "supporterAble": false, "hardship": "NONE"}""");
            bureau.did("district", "relief.SubsidyQuarterOpened", "{\"cycle\": \"2023-Q2.320613001\"}");

            bureau.itIs("2023-07-20T04:00:00Z");
            bureau.theMinutePasses();
            var closed = heard(bureau, "relief.SubsidyQuarterClosed").stream()
                    .filter(event -> event.path("data").path("cycle").stringValue("").equals("2023-Q2.320613001"))
                    .toList();
            assertThat(closed).singleElement().satisfies(event -> {
                assertThat(event.path("data").path("outstanding").longValue()).isEqualTo(1);
                var entry = bureau.sees("district", "subsidy-cycles/2023-Q2.320613001/journal").path("items")
                        .valueStream().flatMap(one -> one.path("emitted").valueStream())
                        .filter(one -> one.path("type").equals(event.path("type"))).toList();
                assertThat(entry).singleElement()
                        .satisfies(emitted -> assertThat(emitted.path("id")).isEqualTo(event.path("id")));
            });
            assertThat(heard(bureau, "bureau.MorningDigestStated")).as("two mornings, each of sixteen subdistricts")
                    .hasSize(32);
            assertThat(bureau.platform().outbound().lines()).allSatisfy(line -> assertThat(line)
                    .doesNotContain("H-4711", "葛美云", "\"actor\"", "\"causationid\"", "CategoryDecided"));
            assertThat(bureau.platform().deadLetters()).isZero();
        }
    }
}
