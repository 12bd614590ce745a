package org.chongshan.local.programme;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Supplier;

import tools.jackson.databind.JsonNode;

import static org.chongshan.local.programme.Example.of;

/** Counselling and collective weddings, as the harnesses know them: a part of {@link MarriageUnderTest}. */
final class CounsellingUnderTest {
    private static final String COUNSELLOR = "organisation-17";

    private CounsellingUnderTest() {}

    /** An example of each event. */
    static List<Example> examples() {
        var all = new ArrayList<>(List.of(of("registry", "marriage.RoomOpened", "{\"room\": \"R-?\"}"),
                of("registry", "marriage.RoomClosedFor", """
                        {"room": "R-?", "closure": "B-1", "from": "2023-04-01T01:00:00Z",
                         "until": "2023-04-01T09:00:00Z"}"""),
                of("registry", "marriage.RoomReopened", "{\"room\": \"R-?\", \"closure\": \"B-1\"}"),
                of("registry", "marriage.CounsellorEngaged",
                        "{\"counsellor\": \"organisation-17\", \"kind\": \"SOCIAL_WORKER\", \"organisation\": \"O-1\"}"),
                of("registry", "marriage.CounsellorEngaged",
                        "{\"counsellor\": \"C-?\", \"kind\": \"LAWYER\", \"organisation\": \"O-2\"}"),
                of("organisation", "marriage.CounsellorAwayFor", """
                        {"counsellor": "organisation-17", "absence": "A-?", "from": "2023-04-01T01:00:00Z",
                         "until": "2023-04-01T09:00:00Z"}"""),
                of("organisation", "marriage.CounsellorBack",
                        "{\"counsellor\": \"organisation-17\", \"absence\": \"A-?\"}"),
                of("district", "marriage.CounsellorLeft", "{\"counsellor\": \"C-?\", \"grounds\": \"Retired.\"}")));
        // One is held; one moved and declined, one cancelled, one missed.
        all.add(booking("S-?", "2023-03-02T04:00:00Z"));
        all.add(of("registry", "marriage.CounsellingConfirmed", "{\"session\": \"S-?\"}"));
        all.add(of("registry", "marriage.PartiesArrived", "{\"session\": \"S-?\"}"));
        all.add(of("organisation", "marriage.CounsellingNoted",
                "{\"session\": \"S-?\", \"note\": \"They talk to each other.\"}"));
        all.add(of("organisation", "marriage.HarmDisclosed",
                "{\"session\": \"S-?\", \"child\": \"K3-?\", \"account\": \"The boy is beaten.\"}"));
        all.add(of("organisation", "marriage.CounsellingHeld", "{\"session\": \"S-?\"}"));
        all.add(booking("S2-?", "2023-03-03T04:00:00Z"));
        all.add(of("desk", "marriage.CounsellingRescheduled", """
                {"session": "S2-?", "counsellor": "organisation-17", "room": "R-?",
                 "startsAt": "2023-03-04T04:00:00Z", "minutes": 60}"""));
        all.add(of("desk", "marriage.CounsellingDeclined", "{\"session\": \"S2-?\"}"));
        all.add(booking("S3-?", "2023-03-03T04:00:00Z"));
        all.add(of("organisation", "marriage.CounsellingCancelled", "{\"session\": \"S3-?\", \"grounds\": \"Ill.\"}"));
        all.add(booking("S4-?", "2023-03-02T04:00:00Z"));
        all.add(of("registry", "marriage.CounsellingMissed", "{\"session\": \"S4-?\"}"));

        // One wedding takes place today, another does not.
        all.add(of("registry", "marriage.CollectiveWeddingAnnounced",
                "{\"wedding\": \"W-?\", \"places\": 9, \"startsAt\": \"2023-03-02T08:00:00Z\"}"));
        for (var couple : new String[]{"CollectiveWeddingBooked K-?", "WeddingBookingConfirmed K-?",
                "CollectiveWeddingBooked K2-?", "WeddingBookingCancelled K2-?", "CoupleWed K-?"}) {
            var word = couple.split(" ");
            all.add(of("registry", "marriage." + word[0], "{\"wedding\": \"W-?\", \"couple\": \"" + word[1] + "\"}"));
        }
        all.add(of("registry", "marriage.WeddingHeld", "{\"wedding\": \"W-?\"}"));
        all.add(of("registry", "marriage.CollectiveWeddingAnnounced",
                "{\"wedding\": \"W2-?\", \"places\": 9, \"startsAt\": \"2023-05-20T02:00:00Z\"}"));
        all.add(of("district", "marriage.CollectiveWeddingCalledOff",
                "{\"wedding\": \"W2-?\", \"grounds\": \"A typhoon.\"}"));
        return all;
    }

    private static Example booking(String session, String startsAt) {
        return of("registry", "marriage.CounsellingBooked", """
                {"session": "%s", "client": "K-?", "kind": "ONE_TO_ONE", "counsellor": "organisation-17", "room": "R-?",
                 "startsAt": "%s", "minutes": 60}""".formatted(session, startsAt));
    }

    /** What people post. */
    static List<Supplier<List<Post>>> histories(Pen pen) {
        var all = new ArrayList<Supplier<List<Post>>>();
        all.add(() -> roomsAndCounsellors(pen));
        for (int i = 0; i < 6; i++) {
            var session = "S-" + i;
            all.add(() -> session(pen, session));
        }
        for (var street : pen.streets()) {
            all.add(() -> wedding(pen, street));
            all.add(() -> weddingToday(pen, street));
        }
        return all;
    }

    private static List<Post> roomsAndCounsellors(Pen pen) {
        var posts = new ArrayList<Post>();
        var street = pen.streets().getFirst();
        for (var room : List.of("R-1", "R-2")) {
            posts.add(pen.post("counselling-room/" + room, "registry", street, "marriage.RoomOpened",
                    "{\"room\": \"" + room + "\"}"));
        }
        for (var counsellor : List.of(COUNSELLOR, "C-2")) {
            posts.add(pen.post("counsellor/" + counsellor, "registry", street, "marriage.CounsellorEngaged",
                    "{\"counsellor\": \"" + counsellor + "\", \"kind\": \"PSYCHOLOGIST\", \"organisation\": \"O-1\"}"));
        }
        var day = pen.today().plusDays(1);
        posts.add(pen.post("counselling-room/R-2", "registry", street, "marriage.RoomClosedFor", """
                {"room": "R-2", "closure": "B-1", "from": "%sT01:00:00Z", "until": "%sT03:00:00Z"}""".formatted(day,
                day)));
        posts.add(pen.post("counsellor/C-2", "registry", street, "marriage.CounsellorAwayFor", """
                {"counsellor": "C-2", "absence": "A-1", "from": "%sT04:00:00Z", "until": "%sT05:00:00Z"}"""
                .formatted(day, day)));
        posts.add(pen.post("counsellor/C-2", "registry", street, "marriage.CounsellorBack",
                "{\"counsellor\": \"C-2\", \"absence\": \"A-1\"}"));
        posts.add(pen.post("counselling-room/R-2", "registry", street, "marriage.RoomReopened",
                "{\"room\": \"R-2\", \"closure\": \"B-1\"}"));
        if (pen.pick(2) == 0) {
            posts.add(pen.post("counsellor/C-2", "district", street, "marriage.CounsellorLeft",
                    "{\"counsellor\": \"C-2\", \"grounds\": \"Moved.\"}"));
        }
        return posts;
    }

    /** Many want the same few hours. */
    private static List<Post> session(Pen pen, String session) {
        var posts = new ArrayList<Post>();
        var street = pen.one(pen.streets());
        var key = "counselling/" + session;
        var only = "{\"session\": \"" + session + "\"}";
        var today = pen.pick(3) == 0;
        var startsAt = today ? pen.today() + "T15:00:00Z" : pen.today().plusDays(1) + hour(pen);
        posts.add(pen.post(key, "registry", street, "marriage.CounsellingBooked", """
                {"session": "%s", "client": "K-%s", "application": "D-%s", "kind": "ONE_TO_ONE", "counsellor": "%s",
                 "room": "%s", "startsAt": "%s", "minutes": 60}""".formatted(session, session, street,
                pen.one(List.of(COUNSELLOR, "C-2")), pen.one(List.of("R-1", "R-2")), startsAt)));
        posts.add(pen.post(key, "desk", street, "marriage.CounsellingConfirmed", only));
        if (pen.pick(3) == 0) {
            posts.add(pen.post(key, "registry", street, "marriage.CounsellingRescheduled", """
                    {"session": "%s", "counsellor": "%s", "room": "%s", "startsAt": "%s", "minutes": 60}""".formatted(
                    session, COUNSELLOR, pen.one(List.of("R-1", "R-2")), pen.today().plusDays(1) + hour(pen))));
            posts.add(pen.post(key, "desk", street, "marriage.CounsellingConfirmed", only));
        }
        switch (pen.pick(5)) {
            case 0 -> posts.add(pen.post(key, "desk", street, "marriage.CounsellingDeclined", only));
            case 1 -> posts.add(pen.post(key, "organisation", street, "marriage.CounsellingCancelled",
                    "{\"session\": \"" + session + "\", \"grounds\": \"Ill.\"}"));
            case 2 -> {
                posts.add(pen.post(key, "registry", street, "marriage.PartiesArrived", only));
                posts.add(pen.post(key, "organisation", street, "marriage.CounsellingHeld", only));
                posts.add(pen.post(key, "organisation", street, "marriage.CounsellingNoted",
                        "{\"session\": \"" + session + "\", \"note\": \"They talk.\"}"));
            }
            case 3 -> posts.add(pen.post(key, "organisation", street, "marriage.HarmDisclosed", "{\"session\": \""
                    + session + "\", \"child\": \"K-h-" + session + "\", \"account\": \"Bruises.\"}"));
            default -> posts.add(pen.post(key, "registry", street, "marriage.CounsellingMissed", only));
        }
        return posts;
    }

    private static String hour(Pen pen) {
        return "T0" + (1 + pen.pick(4)) + ":00:00Z";
    }

    private static List<Post> wedding(Pen pen, String street) {
        var posts = new ArrayList<Post>();
        var wedding = "W-" + street;
        var key = "wedding/" + wedding;
        posts.add(pen.post(key, "registry", street, "marriage.CollectiveWeddingAnnounced",
                "{\"wedding\": \"%s\", \"places\": 2, \"startsAt\": \"%sT02:00:00Z\"}".formatted(wedding,
                        pen.today().plusDays(98))));
        for (int i = 0; i < 9; i++) {
            posts.add(pen.post(key, pen.one(List.of("registry", "desk")), street,
                    pen.one(List.of("marriage.CollectiveWeddingBooked", "marriage.CollectiveWeddingBooked",
                            "marriage.WeddingBookingConfirmed", "marriage.WeddingBookingCancelled")),
                    "{\"wedding\": \"%s\", \"couple\": \"K-%d\"}".formatted(wedding, pen.pick(5))));
        }
        if (pen.pick(4) == 0) {
            posts.add(pen.post(key, "district", street, "marriage.CollectiveWeddingCalledOff",
                    "{\"wedding\": \"" + wedding + "\", \"grounds\": \"A typhoon.\"}"));
        }
        return posts;
    }

    /** It begins when the day in Shanghai ends. */
    private static List<Post> weddingToday(Pen pen, String street) {
        var posts = new ArrayList<Post>();
        var wedding = "WT-" + street;
        var key = "wedding/" + wedding;
        posts.add(pen.post(key, "registry", street, "marriage.CollectiveWeddingAnnounced",
                "{\"wedding\": \"%s\", \"places\": 2, \"startsAt\": \"%sT15:59:00Z\"}".formatted(wedding,
                        pen.today())));
        for (int i = 0; i < 3; i++) {
            for (var type : List.of("CollectiveWeddingBooked", "WeddingBookingConfirmed", "CoupleWed")) {
                posts.add(pen.post(key, "registry", street, "marriage." + type,
                        "{\"wedding\": \"%s\", \"couple\": \"K-%d\"}".formatted(wedding, i)));
            }
        }
        posts.add(pen.post(key, "registry", street, "marriage.WeddingHeld", "{\"wedding\": \"" + wedding + "\"}"));
        return posts;
    }

    /** What must hold. */
    static void audit(Books books) {
        noDiaryOverlaps(books, "counselling-room");
        noDiaryOverlaps(books, "counsellor");
        noCoupleIsCounselledTwiceInOneSession(books);
        noWeddingIsOverBooked(books);
    }

    private static void noDiaryOverlaps(Books books, String function) {
        books.each(function, (key, state) -> {
            Instant free = Instant.EPOCH;
            for (var one : state.path("appointments").path("diary").path("appointments")) {
                var from = Instant.parse(one.path("from").stringValue());
                books.expect(!from.isBefore(free), "%s has two sessions at %s", key, from);
                free = Instant.parse(one.path("until").stringValue());
            }
        });
    }

    private static void noCoupleIsCounselledTwiceInOneSession(Books books) {
        books.each("counselling", (key, state) -> {
            var held = books.applied(key).filter(entry -> entry.type().equals("CounsellingHeld")).count();
            books.expect(held <= 1, "%s was held %s times", key, held);
            books.expect(state.path("facts").path("held").booleanValue() == (held == 1),
                    "%s does not say what its journal says of its being held", key);
        });
    }

    private static void noWeddingIsOverBooked(Books books) {
        books.each("wedding", (key, state) -> {
            var places = state.path("places");
            var couples = new ArrayList<String>();
            places.path("taken").forEach(place -> couples.add(place.path("participant").stringValue()));
            var capacity = state.path("capacity").intValue();
            books.expect(couples.size() <= capacity, "%s is over-booked: %s", key, couples);
            books.expect(places.path("waiting").isEmpty() || couples.size() == capacity,
                    "%s has a place free, and some wait", key);
            places.path("waiting").valueStream().map(JsonNode::stringValue).forEach(couples::add);
            books.expect(new HashSet<>(couples).size() == couples.size(), "%s has a couple twice: %s", key, couples);
        });
    }
}
