package org.chongshan.local.programme;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import static org.chongshan.local.programme.Example.of;

/** Venues, as the harnesses know them. */
final class VenueUnderTest {
    /** Within what a device's clock may be ahead of the platform's. */
    private static final String BEGUN = "2023-03-02T04:04:00Z";

    private VenueUnderTest() {}

    static List<Example> examples() {
        return List.of(said("VenueOpened", "V1-?", "\"kind\": \"COMMUNITY\", \"name\": \"新桥北村\", \"capacity\": 50"),
                // Booked, and said to be used as soon as a clock that is a little ahead may say so.
                said("VenueBooked", "V1-?",
                        "\"booking\": \"B1-?\", \"organisation\": \"O1-?\", \"from\": \"2023-03-02T04:03:00Z\", \"until\": \"2023-03-02T05:00:00Z\", \"weeks\": 3"),
                said("VenueBookingCancelled", "V1-?", "\"booking\": \"B1-?\", \"time\": 3"),
                said("VenueClosedFor", "V1-?",
                        "\"closure\": \"C1-?\", \"from\": \"2023-04-01T02:00:00Z\", \"until\": \"2023-04-02T02:00:00Z\""),
                said("VenueReopened", "V1-?", "\"closure\": \"C1-?\""),
                said("VenueUsed", "V1-?", "\"booking\": \"B1-?\", \"time\": 1, \"persons\": 50").at(BEGUN),
                said("VenueLeftEmpty", "V1-?", "\"booking\": \"B1-?\", \"time\": 1").at(BEGUN),
                said("VenueOpened", "V2-?", "\"kind\": \"STREET\", \"name\": \"城东\", \"capacity\": 20"),
                said("VenueWithdrawn", "V2-?", "\"grounds\": \"Torn down.\""));
    }

    private static Example said(String type, String venue, String more) {
        return of("street", "organisations." + type, data(venue, more));
    }

    private static String data(String venue, String more) {
        return "{\"venue\": \"%s\", %s}".formatted(venue, more);
    }

    /** In every subdistrict organisations that want one venue at the same times. */
    static List<Supplier<List<Post>>> histories(Pen pen) {
        return pen.streets().stream().<Supplier<List<Post>>>map(street -> () -> week(pen, street)).toList();
    }

    private static List<Post> week(Pen pen, String street) {
        var posts = new ArrayList<Post>();
        var venue = "V-" + street;
        posts.add(street(pen, street, venue, "VenueOpened",
                "\"kind\": \"SOCIAL_WORK_STATION\", \"name\": \"社工站\", \"capacity\": 50"));
        for (int i = 2 + pen.pick(5); i >= 0; i--) {
            posts.add(booking(pen, street, venue, pen.pick(20)));
        }
        posts.add(street(pen, street, venue, "VenueBookingCancelled", "\"booking\": \"B-%d\"".formatted(pen.pick(20))));
        var closed = pen.today().plusDays(1 + pen.pick(20));
        posts.add(street(pen, street, venue, "VenueClosedFor",
                "\"closure\": \"C-%d\", \"from\": \"%sT00:00:00Z\", \"until\": \"%sT03:00:00Z\"".formatted(pen.pick(3),
                        closed, closed)));
        posts.add(street(pen, street, venue, "VenueReopened", "\"closure\": \"C-%d\"".formatted(pen.pick(3))));
        posts.add(street(pen, street, venue, "VenueUsed",
                "\"booking\": \"B-%d\", \"time\": 1, \"persons\": 30".formatted(pen.pick(20))));
        posts.add(street(pen, street, venue, "VenueLeftEmpty",
                "\"booking\": \"B-%d\", \"time\": 1".formatted(pen.pick(20))));
        var other = "W-" + street;
        posts.add(
                street(pen, street, other, "VenueOpened", "\"kind\": \"STREET\", \"name\": \"城东\", \"capacity\": 20"));
        posts.add(booking(pen, street, other, pen.pick(20)));
        posts.add(street(pen, street, other, "VenueWithdrawn", "\"grounds\": \"Torn down.\""));
        return posts;
    }

    private static Post booking(Pen pen, String street, String venue, int number) {
        var day = pen.today().plusDays(1 + pen.pick(6));
        var hour = 1 + pen.pick(4);
        return street(pen, street, venue, "VenueBooked",
                "\"booking\": \"B-%d\", \"organisation\": \"O-%d\", \"from\": \"%sT0%d:00:00Z\", \"until\": \"%sT0%d:30:00Z\", \"weeks\": %d"
                        .formatted(number, pen.pick(3), day, hour, day, hour + 1, 1 + pen.pick(4)));
    }

    private static Post street(Pen pen, String street, String venue, String type, String more) {
        return pen.post("venue/" + venue, "street", street, "organisations." + type, data(venue, more));
    }

    static void audit(Books books) {
        books.each("venue", (venue, state) -> {
            books.promise(Promise.BALANCE);
            var end = Instant.MIN;
            for (var time : state.path("bookings").path("diary").path("appointments")) {
                var from = Instant.parse(time.path("from").stringValue(""));
                books.expect(!from.isBefore(end), "%s is booked twice at %s", venue, from);
                end = Instant.parse(time.path("until").stringValue(""));
            }
        });
    }
}
