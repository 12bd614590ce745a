package org.chongshan.local.programme;

import java.util.List;

import static org.chongshan.local.programme.Example.afterThat;
import static org.chongshan.local.programme.Example.of;

/** An example of each event of the hotline, of callbacks and of requests for a service. */
final class HotlineExamples {
    private HotlineExamples() {}

    /** One call answered and one missed and called back; one request rated, one withdrawn. */
    static List<Example> all() {
        var seat = "{\"hotline\": \"L-?\", \"seat\": \"s-1\"}";
        var call = "{\"hotline\": \"L-?\", \"call\": \"c-1\"}";
        var both = "{\"hotline\": \"L-?\", \"call\": \"c-1\", \"seat\": \"s-1\"}";
        var arrived = """
                {"hotline": "L-?", "call": "c-%s", "caller": "0513-85000000", "emergency": false}""";
        var callback = "{\"callback\": \"L-?.c-2\", \"seat\": \"s-1\"}";
        var request = "{\"request\": \"R-1?\"}";
        var by = "{\"request\": \"R-1?\", \"by\": \"O-?\", ";
        var dispatched = "{\"request\": \"R-1?\", \"to\": \"O-?\"}";
        return List.of(of("district", "eldercare.HotlineOpened", "{\"hotline\": \"L-?\", \"number\": \"871-12345\"}"),
                of("desk", "eldercare.SeatOpened", seat), of("desk", "eldercare.CallArrived", arrived.formatted("1")),
                of("desk", "eldercare.RingUnanswered", both), of("desk", "eldercare.CallMarkedEmergency", call),
                of("desk", "eldercare.CallAnswered", both), of("desk", "eldercare.SeatPaused", seat),
                of("desk", "eldercare.CallEnded", call), of("desk", "eldercare.CallArrived", arrived.formatted("2")),
                of("desk", "eldercare.CallAbandoned", "{\"hotline\": \"L-?\", \"call\": \"c-2\"}"),
                afterThat("desk", "eldercare.CallbackAttempted", callback),
                of("desk", "eldercare.CallbackMade", callback), of("desk", "eldercare.SeatClosed", seat),
                of("district", "eldercare.HotlineClosed", "{\"hotline\": \"L-?\", \"grounds\": \"It moves.\"}"),
                of("desk", "eldercare.ServiceRequested", """
                        {"request": "R-1?", "channel": "APP", "emergency": false, "need": "Somebody to cook."}"""),
                of("desk", "eldercare.ServiceAccepted", request), of("desk", "eldercare.ServiceDispatched", dispatched),
                of("organisation", "eldercare.ServiceReturned", by + "\"grounds\": \"Nobody is free.\"}"),
                of("desk", "eldercare.ServiceDispatched", dispatched),
                of("organisation", "eldercare.ServiceHandled", by + "\"outcome\": \"Cooked.\"}"),
                of("desk", "eldercare.RequesterAnswered", request),
                of("desk", "eldercare.RequesterFollowedUp",
                        "{\"request\": \"R-1?\", \"solved\": true, \"observation\": \"Tasted well.\"}"),
                of("desk", "eldercare.ServiceRated", "{\"request\": \"R-1?\", \"stars\": 5}"),
                of("desk", "eldercare.HardshipHeard",
                        "{\"request\": \"R-2?\", \"household\": \"H-?\", \"plight\": \"ILLNESS\"}"),
                of("desk", "eldercare.HarmToChildHeard", """
                        {"request": "R-2?", "child": "KH-?", "harm": "NEGLECT", "observation": "Alone at night."}"""),
                of("desk", "eldercare.ServiceRequested",
                        """
                                {"request": "R-2?", "channel": "HOTLINE", "call": "c-1", "emergency": false, "need": "Advice."}"""),
                of("desk", "eldercare.ServiceWithdrawn", "{\"request\": \"R-2?\", \"grounds\": \"Settled.\"}"));
    }
}
