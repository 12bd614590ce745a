package org.chongshan.local;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.time.InstantSource;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A platform whose clock stands until somebody moves it. */
class MovedClockTest {
    private static Platform at(InstantSource clock) {
        return new Platform(new Platform.Options(0, null, TestEngines.endpoint(), TestEngines.prefix(), null, clock,
                null, TestEngines.retrySeconds()));
    }

    private static HttpResponse<String> put(Platform platform, String time) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(URI.create(platform.url() + "/clock"))
                    .PUT(BodyPublishers.ofString(time)).build(), BodyHandlers.ofString());
        }
    }

    @Test
    void what_falls_due_meanwhile_is_told_and_has_happened_when_it_answers() throws Exception {
        try (var platform = at(new MovedClock(Instant.parse("2023-03-01T04:00:00Z")))) {
            var bureau = Bureau.at(platform.url());
            var answer = bureau.post(bureau.token("registry", Bureau.STREET), "application/json",
                    """
                            {"specversion": "1.0", "id": "%s", "source": "/desk", "type": "org.chongshan.marriage.DivorceApplicationReceived",
                             "time": "2023-03-01T03:00:00Z", "subdistrict": "320613001", "data": {"application": "D-1",
                              "registry": "chongchuan", "bothInPerson": true, "bothCapable": true, "agreed": true,
                              "marriedInTheMainland": true, "certificates": "BOTH",
                              "husband": {"name": "葛先生", "identityNumber": "%s", "registeredHere": true},
                              "wife": {"name": "花女士", "identityNumber": "%s", "registeredHere": false}}}"""
                            .formatted(Bureau.newId(), "320602196001010006", "320602198801010003"));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
            assertThat(put(platform, "2023-06-01T10:00:00+08:00").statusCode()).isEqualTo(200);
            assertThat(bureau.sees("registry", "divorce-applications/D-1").path("status").stringValue(""))
                    .as("cooled off, and not fetched").isEqualTo("lapsed");
        }
    }

    @Test
    void it_does_not_go_back_and_says_what_it_takes() throws Exception {
        try (var platform = at(new MovedClock(Instant.parse("2023-03-01T04:00:00Z")))) {
            assertThat(put(platform, "2023-02-01T10:00:00+08:00").body()).contains("does not go back");
            var answer = put(platform, "tomorrow");
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("2023-05-20T10:00:00+08:00");
        }
    }

    @Test
    void a_clock_that_goes_by_itself_is_not_moved() throws Exception {
        try (var platform = at(InstantSource.system())) {
            assertThat(put(platform, "2099-01-01T10:00:00+08:00").statusCode()).isEqualTo(404);
        }
    }
}
