package org.chongshan.local.stories;

import java.util.List;

import org.chongshan.local.Bureau;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Story 6 (20 May 2023, 首届集体婚礼), over HTTP, with the clock moved. */
class CollectiveWeddingTest {
    private static final String ANNOUNCED = """
            {"wedding": "W-2023", "places": 3, "startsAt": "2023-05-20T02:00:00Z"}""";

    private Bureau bureau;

    @BeforeEach
    void three_places_are_announced_and_five_couples_book() throws Exception {
        bureau = Bureau.openAt("2023-04-03T02:00:00Z");
        bureau.did("registry", "marriage.CollectiveWeddingAnnounced", ANNOUNCED);
        for (int couple = 1; couple <= 5; couple++) {
            bureau.itIs("2023-04-03T02:0" + couple + ":00Z");
            did("desk", "CollectiveWeddingBooked", "K-" + couple);
        }
    }

    @AfterEach
    void close() {
        bureau.close();
    }

    private void did(String role, String type, String couple) throws Exception {
        bureau.did(role, "marriage." + type, "{\"wedding\": \"W-2023\", \"couple\": \"%s\"}".formatted(couple));
    }

    private JsonNode wedding() throws Exception {
        return bureau.sees("registry", "weddings/W-2023");
    }

    private List<String> couples() throws Exception {
        return wedding().path("state").path("places").path("taken").valueStream()
                .map(place -> place.path("participant").stringValue()).toList();
    }

    private List<String> waiting() throws Exception {
        return wedding().path("state").path("places").path("waiting").valueStream().map(JsonNode::stringValue).toList();
    }

    @Test
    void one_withdraws_one_does_not_confirm_the_list_moves_up_twice_and_three_couples_are_wed() throws Exception {
        assertThat(couples()).containsExactly("K-1", "K-2", "K-3");
        assertThat(waiting()).containsExactly("K-4", "K-5");
        did("desk", "WeddingBookingConfirmed", "K-1");
        did("desk", "WeddingBookingConfirmed", "K-2");

        bureau.itIs("2023-04-10T16:00:01Z");
        bureau.theMinutePasses();
        assertThat(couples()).as("K-3 has not confirmed in seven days").containsExactly("K-1", "K-2", "K-4");
        assertThat(waiting()).containsExactly("K-5");
        did("registry", "WeddingBookingConfirmed", "K-4");

        bureau.itIs("2023-05-12T02:00:00Z");
        did("desk", "WeddingBookingCancelled", "K-2");
        assertThat(couples()).containsExactly("K-1", "K-4", "K-5");
        assertThat(waiting()).isEmpty();
        bureau.itIs("2023-05-12T03:00:00Z");
        did("desk", "WeddingBookingConfirmed", "K-5");
        assertThat(wedding().path("state").path("places").path("taken").valueStream()
                .filter(place -> place.has("offeredUntil") && !place.path("offeredUntil").isNull())).isEmpty();

        bureau.itIs("2023-05-20T04:00:00Z");
        for (var couple : new String[]{"K-1", "K-4", "K-5", "K-5"}) {
            did("registry", "CoupleWed", couple);
        }
        bureau.did("registry", "marriage.WeddingHeld", "{\"wedding\": \"W-2023\"}");
        assertThat(wedding().path("status").stringValue()).isEqualTo("held");
        assertThat(wedding().path("state").path("wed")).extracting(JsonNode::stringValue).containsExactly("K-1", "K-4",
                "K-5");
        assertThat(emitted("WeddingPlaceOffered")).containsExactly("K-1", "K-2", "K-3", "K-4", "K-5");
        assertThat(emitted("WeddingPlaceLost")).containsExactly("K-3");
        assertThat(bureau.platform().deadLetters()).isZero();
    }

    private List<String> emitted(String type) throws Exception {
        return bureau.sees("district", "weddings/W-2023/journal").path("items").valueStream()
                .flatMap(entry -> entry.path("emitted").valueStream())
                .filter(event -> event.path("type").stringValue("").endsWith(type))
                .map(event -> event.path("data").path("couple").stringValue()).sorted().toList();
    }

    @Test
    void a_wedding_that_is_called_off_is_told_to_everybody_who_booked() throws Exception {
        bureau.did("district", "marriage.CollectiveWeddingCalledOff",
                "{\"wedding\": \"W-2023\", \"grounds\": \"A typhoon.\"}");
        assertThat(bureau.sees("registry", "weddings?status=called-off").path("items")).hasSize(1);
        var told = bureau.sees("district", "weddings/W-2023/journal").path("items").valueStream()
                .flatMap(entry -> entry.path("emitted").valueStream())
                .filter(event -> event.path("type").stringValue("").endsWith("CouplesToTell"))
                .flatMap(event -> event.path("data").path("couples").valueStream()).map(JsonNode::stringValue).toList();
        assertThat(told).containsExactly("K-1", "K-2", "K-3", "K-4", "K-5");
        bureau.itIs("2023-05-24T02:00:00Z");
        bureau.theMinutePasses();
        assertThat(bureau.sees("registry", "weddings?list=report-overdue").path("items")).isEmpty();
    }
}
