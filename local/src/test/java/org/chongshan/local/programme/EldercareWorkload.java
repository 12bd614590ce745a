package org.chongshan.local.programme;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What people post to elder care. */
final class EldercareWorkload implements Workload {
    @Override
    public List<Supplier<List<Post>>> histories(Pen pen) {
        var all = new ArrayList<Supplier<List<Post>>>();
        for (var street : pen.streets()) {
            all.addAll(List.of(() -> facility(pen, street), () -> elder(pen, street), () -> month(pen, street),
                    () -> bed(pen, street), () -> activity(pen, street), () -> activityToday(pen, street)));
            all.addAll(HomeVisitHistories.of(pen, street));
            all.addAll(HotlineHistories.of(pen, street));
        }
        return all;
    }

    /** A centre whose kiosks come and go. */
    private static List<Post> facility(Pen pen, String street) {
        var centre = street + "-centre";
        var key = "facility/" + centre;
        var posts = new ArrayList<Post>();
        posts.add(pen.post(key, "district", street, "eldercare.FacilityOpened",
                "{\"facility\": \"" + centre + "\", \"kind\": \"CENTRE\", \"name\": \"Centre\"}"));
        posts.add(pen.post(key, "district", street, "eldercare.FacilityStandardised",
                "{\"facility\": \"" + centre + "\"}"));
        for (int i = 0; i < 4; i++) {
            posts.add(pen.pick(3) == 0
                    ? pen.post(key, "street", street, "eldercare.KioskRemoved",
                            "{\"facility\": \"%s\", \"kiosk\": \"k-%d\"}".formatted(centre, pen.pick(2)))
                    : pen.post(key, "street", street, "eldercare.KioskInstalled",
                            "{\"facility\": \"%s\", \"kiosk\": \"k-%d\", \"modules\": [\"%s\"]}".formatted(centre,
                                    pen.pick(2), pen.one(List.of("MEALS", "RATING")))));
        }
        if (pen.pick(6) == 0) {
            posts.add(pen.post(key, "district", street, "eldercare.FacilityClosed",
                    "{\"facility\": \"" + centre + "\", \"grounds\": \"It moves.\"}"));
        }
        return posts;
    }

    /** Somebody of a household that relief may know: registered, assessed, in and out of hospital. */
    private static List<Post> elder(Pen pen, String street) {
        var elder = "E-" + street;
        var key = "elder/" + elder;
        var posts = new ArrayList<Post>();
        posts.add(pen.post(key, "grid", street, "eldercare.ElderRegistered", """
                {"elder": "%s", "household": "%s", "name": "x", "bornOn": "1940-01-01", "registeredHere": true,
                 "livesHereSince": "1990-01-01", "address": "x", "contact": "x"}""".formatted(elder,
                Pen.household(street, pen.pick(2)))));
        for (int i = 0; i < 2; i++) {
            posts.add(pen.post(key, "organisation", street, "eldercare.ElderAssessed", """
                    {"elder": "%s", "grade": "%s", "assessor": "a-1", "findings": "Seen."}""".formatted(elder,
                    pen.one(List.of("INTACT", "MILD_LOSS", "TOTAL_LOSS")))));
            posts.add(pen.post(key, "street", street,
                    pen.pick(2) == 0 ? "eldercare.CareSuspended" : "eldercare.CareResumed",
                    "{\"elder\": \"" + elder + "\"}"));
            posts.add(pen.post(key, "grid", street, "eldercare.ResidenceChanged", """
                    {"elder": "%s", "registeredHere": %s, "livesHereSince": "1990-01-01", "newHome": false}"""
                    .formatted(elder, pen.pick(3) > 0)));
        }
        posts.add(pen.post(key, "district", street, "eldercare.BirthdayCorrected",
                "{\"elder\": \"%s\", \"bornOn\": \"1940-01-0%d\", \"grounds\": \"The register.\"}".formatted(elder,
                        1 + pen.pick(9))));
        posts.add(pen.post(key, "street", street, "eldercare.ElderHouseholdStated",
                "{\"elder\": \"%s\", \"household\": \"%s\"}".formatted(elder, Pen.household(street, pen.pick(2)))));
        if (pen.pick(5) == 0) {
            posts.add(pen.post(key, "grid", street, "eldercare.ElderDied",
                    "{\"elder\": \"%s\", \"diedOn\": \"%s\"}".formatted(elder, pen.today())));
            posts.add(pen.post(key, "district", street, "eldercare.ElderDeathRetracted",
                    "{\"elder\": \"" + elder + "\", \"grounds\": \"Another one.\"}"));
        }
        return posts;
    }

    private static List<Post> month(Pen pen, String street) {
        var month = YearMonth.from(pen.today()) + "." + street;
        return List.of(pen.post("care-month/" + month, "district", street, "eldercare.CareMonthOpened",
                "{\"careMonth\": \"" + month + "\"}"));
    }

    /** Surveyed, built, looked at, built again. */
    private static List<Post> bed(Pen pen, String street) {
        var bed = "B-" + street;
        var key = "care-bed/" + bed;
        var posts = new ArrayList<Post>();
        posts.add(pen.post(key, "street", street, "eldercare.CareBedSurveyed",
                "{\"bed\": \"%s\", \"elder\": \"E-%s\", \"needs\": [\"SMART\"]}".formatted(bed, street)));
        for (int i = 0; i < 2; i++) {
            posts.add(pen.post(key, "organisation", street, "eldercare.CareBedBuilt", """
                    {"bed": "%s", "provider": "p-1", "equipmentFen": %d, "ageFriendlyFen": 7, "smartFen": 0}"""
                    .formatted(bed, pen.pick(9))));
            posts.add(pen.pick(2) == 0
                    ? pen.post(key, "street", street, "eldercare.CareBedAccepted", "{\"bed\": \"" + bed + "\"}")
                    : pen.post(key, "street", street, "eldercare.CareBedRejected",
                            "{\"bed\": \"" + bed + "\", \"defects\": \"Loose.\"}"));
        }
        if (pen.pick(3) == 0) {
            posts.add(pen.post(key, "street", street, "eldercare.CareBedClosed",
                    "{\"bed\": \"" + bed + "\", \"grounds\": \"She moves.\"}"));
        }
        return posts;
    }

    /** Two places, and more elders than that come and go. */
    private static List<Post> activity(Pen pen, String street) {
        var activity = "EA-" + street;
        var key = "centre-activity/" + activity;
        var posts = new ArrayList<Post>();
        posts.add(pen.post(key, "street", street, "eldercare.ActivityAnnounced",
                """
                        {"activity": "%s", "facility": "%s-centre", "title": "Choir", "places": 2, "startsAt": "%sT01:00:00Z"}"""
                        .formatted(activity, street, pen.today().plusDays(90))));
        for (int i = 0; i < 7; i++) {
            posts.add(pen.post(key, "desk", street,
                    pen.pick(4) == 0 ? "eldercare.ElderWithdrew" : "eldercare.ElderSignedUp",
                    "{\"activity\": \"%s\", \"elder\": \"E-%d\"}".formatted(activity, pen.pick(4))));
        }
        if (pen.pick(4) == 0) {
            posts.add(pen.post(key, "district", street, "eldercare.ActivityCalledOff",
                    "{\"activity\": \"" + activity + "\", \"grounds\": \"The heat.\"}"));
        }
        return posts;
    }

    /** It begins as the day ends: elders come, with a place or without, and are counted. */
    private static List<Post> activityToday(Pen pen, String street) {
        var activity = "ET-" + street;
        var key = "centre-activity/" + activity;
        var posts = new ArrayList<Post>();
        posts.add(pen.post(key, "street", street, "eldercare.ActivityAnnounced",
                """
                        {"activity": "%s", "facility": "%s-centre", "title": "Songs", "places": 2, "startsAt": "%sT15:59:00Z"}"""
                        .formatted(activity, street, pen.today())));
        for (int i = 0; i < 3; i++) {
            posts.add(pen.post(key, "desk", street, i < 2 ? "eldercare.ElderSignedUp" : "eldercare.ElderAttended",
                    "{\"activity\": \"%s\", \"elder\": \"E-%d\"}".formatted(activity, pen.pick(3))));
        }
        posts.add(pen.post(key, "organisation", street, "eldercare.ActivityTookPlace",
                "{\"activity\": \"" + activity + "\"}"));
        return posts;
    }
}
