package org.chongshan.local.stories;

import org.chongshan.local.Bureau;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The hotline 871-12345 over HTTP: calls that ring out, are answered or missed, and what is asked for in them. */
class HotlineTest {
    private static final String REQUEST = "{\"request\": \"R-1\"}";
    private static final String BY_JUXIN = "{\"request\": \"R-1\", \"by\": \"juxin\", ";

    private Bureau bureau;

    @BeforeEach
    void two_seats_are_open() throws Exception {
        bureau = Bureau.openAt("2023-06-01T02:00:00Z");
        bureau.did("district", "eldercare.HotlineOpened", "{\"hotline\": \"hxf\", \"number\": \"871-12345\"}");
        for (var seat : new String[]{"s-1", "s-2"}) {
            bureau.did("desk", "eldercare.SeatOpened", "{\"hotline\": \"hxf\", \"seat\": \"" + seat + "\"}");
        }
    }

    @AfterEach
    void close() {
        bureau.close();
    }

    private void arrives(String call, boolean emergency) throws Exception {
        bureau.did("desk", "eldercare.CallArrived", """
                {"hotline": "hxf", "call": "%s", "caller": "0513-85012345", "emergency": %s}""".formatted(call,
                emergency));
    }

    private String rings(String call) throws Exception {
        return bureau.sees("desk", "hotlines/hxf").path("state").path("calls").path(call).path("ring").path("seat")
                .stringValue("nowhere");
    }

    @Test
    void a_call_rings_out_at_one_seat_is_answered_at_the_next_and_becomes_a_request_that_goes_round_the_closed_loop()
            throws Exception {
        arrives("c-1", false);
        assertThat(rings("c-1")).isEqualTo("s-1");
        bureau.itIs("2023-06-01T02:00:21Z");
        bureau.theMinutePasses();
        assertThat(rings("c-1")).as("nobody answered in twenty seconds").isEqualTo("s-2");
        bureau.itIs("2023-06-01T02:00:25Z");
        bureau.did("desk", "eldercare.CallAnswered", "{\"hotline\": \"hxf\", \"call\": \"c-1\", \"seat\": \"s-2\"}");
        assertThat(bureau.sees("desk", "hotlines/hxf").path("state").path("held").path("s-2").stringValue(""))
                .isEqualTo("c-1");

        bureau.itIs("2023-06-01T02:02:00Z");
        bureau.did("desk", "eldercare.ServiceRequested", """
                {"request": "R-1", "channel": "HOTLINE", "call": "c-1", "elder": "E-1", "place": "K-1",
                 "emergency": false, "need": "理发"}""");
        bureau.did("desk", "eldercare.CallEnded", "{\"hotline\": \"hxf\", \"call\": \"c-1\"}");
        bureau.did("desk", "eldercare.ServiceDispatched", "{\"request\": \"R-1\", \"to\": \"fengcai\"}");
        bureau.did("organisation", "eldercare.ServiceReturned",
                "{\"request\": \"R-1\", \"by\": \"fengcai\", \"grounds\": \"No hairdresser.\"}");
        assertThat(bureau.sees("street", "service-requests?list=given-back").path("items")).hasSize(1);
        bureau.did("street", "eldercare.ServiceDispatched", "{\"request\": \"R-1\", \"to\": \"juxin\"}");
        bureau.did("organisation", "eldercare.ServiceHandled", BY_JUXIN + "\"outcome\": \"Hair cut.\"}");
        bureau.did("desk", "eldercare.RequesterAnswered", REQUEST);
        bureau.did("desk", "eldercare.RequesterFollowedUp",
                "{\"request\": \"R-1\", \"solved\": false, \"observation\": \"Too short.\"}");
        assertThat(bureau.sees("street", "service-requests?list=opened-again").path("items")).hasSize(1);
        bureau.itIs("2023-06-01T02:30:00Z");
        bureau.did("street", "eldercare.ServiceDispatched", "{\"request\": \"R-1\", \"to\": \"juxin\"}");
        bureau.did("organisation", "eldercare.ServiceHandled", BY_JUXIN + "\"outcome\": \"Said sorry.\"}");
        bureau.did("desk", "eldercare.RequesterAnswered", REQUEST);
        bureau.did("desk", "eldercare.RequesterFollowedUp",
                "{\"request\": \"R-1\", \"solved\": true, \"observation\": \"Content.\"}");
        bureau.did("desk", "eldercare.ServiceRated", "{\"request\": \"R-1\", \"stars\": 4}");

        var request = bureau.sees("street", "service-requests/R-1");
        assertThat(request.path("status").stringValue()).isEqualTo("rated");
        assertThat(request.path("state").path("asked").path("call").stringValue()).isEqualTo("c-1");
        assertThat(request.path("state").path("asked").path("need").stringValue()).isEqualTo("理发");
        assertThat(bureau.sees("desk", "service-requests/R-1").path("state").path("asked").path("need").stringValue())
                .as("a kiosk is a desk too").isEqualTo("***");
        assertThat(request.path("state").path("reopened").intValue()).isEqualTo(1);

        bureau.itIs("2023-06-01T02:40:00Z");
        bureau.theMinutePasses();
        var line = bureau.sees("district", "hotlines/hxf").path("state");
        assertThat(line.path("calls")).as("it was over half an hour ago").isEmpty();
        assertThat(line.path("figures").path("2023-06").path("answered").longValue()).isEqualTo(1);
        assertThat(bureau.platform().deadLetters()).isZero();
    }

    @Test
    void an_emergency_nobody_answers_is_called_back_and_a_home_visit_is_booked_at_once() throws Exception {
        arrives("c-1", true);
        bureau.did("desk", "eldercare.CallAbandoned", "{\"hotline\": \"hxf\", \"call\": \"c-1\"}");
        var owed = bureau.sees("district", "callbacks?list=emergencies").path("items");
        assertThat(owed).hasSize(1);
        assertThat(owed.get(0).path("state").path("owed").path("caller").stringValue()).isEqualTo("0513-85012345");
        bureau.itIs("2023-06-01T02:05:01Z");
        bureau.theMinutePasses();
        assertThat(bureau.sees("desk", "callbacks?list=overdue").path("items")).hasSize(1);
        bureau.did("desk", "eldercare.CallbackMade", "{\"callback\": \"hxf.c-1\", \"seat\": \"s-1\"}");
        assertThat(bureau.sees("desk", "callbacks?status=made").path("items")).hasSize(1);

        bureau.did("desk", "eldercare.ServiceRequested", """
                {"request": "R-2", "channel": "HOTLINE", "call": "c-1", "elder": "E-1", "place": "K-1",
                 "emergency": true, "need": "She fell and cannot get up."}""");
        var visit = bureau.sees("street", "home-visits/R-2.visit");
        assertThat(visit.toString()).contains("emergency-call-response").doesNotContain("fell");
        assertThat(bureau.platform().deadLetters()).isZero();
    }

    @Test
    void hardship_and_harm_heard_at_a_seat_reach_relief_and_the_childs_station_at_once() throws Exception {
        bureau.did("desk", "eldercare.HardshipHeard",
                "{\"request\": \"R-3\", \"household\": \"H-9\", \"plight\": \"LOSS_OF_CARE\"}");
        assertThat(bureau.sees("street", "leads?status=reported").path("items").get(0).path("state").path("household")
                .stringValue()).isEqualTo("H-9");
        bureau.did("desk", "eldercare.HarmToChildHeard",
                "{\"request\": \"R-3\", \"child\": \"K-9\", \"harm\": \"VIOLENCE\", \"observation\": \"Bruises.\"}");
        assertThat(bureau.sees("station", "children?list=alerts").path("items")).hasSize(1);
        assertThat(bureau.sees("street", "service-requests?status=heard-of").path("items")).hasSize(1);
    }
}
