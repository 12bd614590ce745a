package org.chongshan.local.programme;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What people post to the hotline, of callbacks and of requests for a service. */
final class HotlineHistories {
    private HotlineHistories() {}

    static List<Supplier<List<Post>>> of(Pen pen, String street) {
        return List.of(() -> hotline(pen, street), () -> request(pen, street));
    }

    /** Two seats, and calls that are answered, abandoned or both; who was missed is called back. */
    private static List<Post> hotline(Pen pen, String street) {
        var line = "L-" + street;
        var key = "hotline/" + line;
        var posts = new ArrayList<Post>();
        posts.add(pen.post(key, "district", street, "eldercare.HotlineOpened",
                "{\"hotline\": \"" + line + "\", \"number\": \"871-12345\"}"));
        for (int seat = 1; seat <= 2; seat++) {
            posts.add(pen.post(key, "desk", street, "eldercare.SeatOpened", ofSeat(line, seat)));
        }
        for (int i = 0; i < 4; i++) {
            var ofCall = "{\"hotline\": \"%s\", \"call\": \"c-%d\"}".formatted(line, i);
            var ofBoth = "{\"hotline\": \"%s\", \"call\": \"c-%d\", \"seat\": \"s-%d\"}".formatted(line, i,
                    1 + pen.pick(2));
            posts.add(pen.post(key, "desk", street, "eldercare.CallArrived",
                    "{\"hotline\": \"%s\", \"call\": \"c-%d\", \"caller\": \"0513-85000000\", \"emergency\": %s}"
                            .formatted(line, i, pen.pick(3) == 0)));
            if (pen.pick(3) == 0) {
                posts.add(pen.post(key, "desk", street, "eldercare.CallMarkedEmergency", ofCall));
            }
            if (pen.pick(3) == 0) {
                posts.add(pen.post(key, "desk", street, "eldercare.RingUnanswered", ofBoth));
            }
            if (pen.pick(2) == 0) {
                posts.add(pen.post(key, "desk", street, "eldercare.CallAnswered", ofBoth));
                posts.add(pen.post(key, "desk", street, "eldercare.CallEnded", ofCall));
            } else {
                posts.add(pen.post(key, "desk", street, "eldercare.CallAbandoned", ofCall));
                var callback = "{\"callback\": \"%s.c-%d\", \"seat\": \"s-1\"}".formatted(line, i);
                posts.add(pen.post("callback/" + line + ".c-" + i, "desk", street,
                        pen.pick(2) == 0 ? "eldercare.CallbackMade" : "eldercare.CallbackAttempted", callback));
            }
        }
        posts.add(pen.post(key, "desk", street, pen.pick(2) == 0 ? "eldercare.SeatPaused" : "eldercare.SeatClosed",
                ofSeat(line, 1)));
        if (pen.pick(6) == 0) {
            posts.add(pen.post(key, "district", street, "eldercare.HotlineClosed",
                    "{\"hotline\": \"" + line + "\", \"grounds\": \"It moves.\"}"));
        }
        return posts;
    }

    private static String ofSeat(String line, int seat) {
        return "{\"hotline\": \"%s\", \"seat\": \"s-%d\"}".formatted(line, seat);
    }

    /** Round the closed loop, now and then given back, unsolved or withdrawn. */
    private static List<Post> request(Pen pen, String street) {
        var request = "R-" + street;
        var key = "service-request/" + request;
        var posts = new ArrayList<Post>();
        var ofIt = "{\"request\": \"" + request + "\"}";
        posts.add(pen.post(key, "desk", street, "eldercare.ServiceRequested", """
                {"request": "%s", "channel": "%s", "elder": "E-%s", "place": "K-1", "emergency": %s, "need": "Soup."}"""
                .formatted(request, pen.one(List.of("APP", "HOTLINE")), street, pen.pick(3) == 0)));
        posts.add(pen.post(key, "desk", street, "eldercare.ServiceAccepted", ofIt));
        for (int round = 0; round < 2; round++) {
            var by = "{\"request\": \"%s\", \"by\": \"O-1\", ".formatted(request);
            posts.add(pen.post(key, "desk", street, "eldercare.ServiceDispatched",
                    "{\"request\": \"" + request + "\", \"to\": \"O-1\"}"));
            if (pen.pick(3) == 0) {
                posts.add(pen.post(key, "organisation", street, "eldercare.ServiceReturned",
                        by + "\"grounds\": \"Not ours.\"}"));
            } else {
                posts.add(pen.post(key, "organisation", street, "eldercare.ServiceHandled",
                        by + "\"outcome\": \"Cooked.\"}"));
                posts.add(pen.post(key, "desk", street, "eldercare.RequesterAnswered", ofIt));
                posts.add(pen.post(key, "desk", street, "eldercare.RequesterFollowedUp",
                        "{\"request\": \"%s\", \"solved\": %s, \"observation\": \"x\"}".formatted(request,
                                pen.pick(2) == 0)));
            }
        }
        if (pen.pick(3) == 0) {
            posts.add(pen.post(key, "desk", street, "eldercare.HardshipHeard",
                    "{\"request\": \"%s\", \"household\": \"%s\", \"plight\": \"ILLNESS\"}".formatted(request,
                            Pen.household(street, 1))));
            posts.add(pen.post(key, "desk", street, "eldercare.HarmToChildHeard",
                    "{\"request\": \"%s\", \"child\": \"KH-%s\", \"harm\": \"NEGLECT\", \"observation\": \"x\"}"
                            .formatted(request, street)));
        }
        posts.add(pen.pick(3) == 0
                ? pen.post(key, "desk", street, "eldercare.ServiceWithdrawn",
                        "{\"request\": \"" + request + "\", \"grounds\": \"Not wanted.\"}")
                : pen.post(key, "desk", street, "eldercare.ServiceRated",
                        "{\"request\": \"" + request + "\", \"stars\": 4}"));
        return posts;
    }
}
