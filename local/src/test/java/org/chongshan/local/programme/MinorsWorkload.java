package org.chongshan.local.programme;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What people post to minors: children who are followed and helped, bases, activities with too few places, stations. */
final class MinorsWorkload implements Workload {
    private static final int ACTIVITIES = 6;
    private static final int PLACES = 5;
    private static final int CHILDREN = 12;

    @Override
    public List<Supplier<List<Post>>> histories(Pen pen) {
        var all = new ArrayList<Supplier<List<Post>>>();
        for (var street : pen.streets()) {
            all.addAll(List.of(() -> child(pen, street), () -> activityAhead(pen, street),
                    () -> activityToday(pen, street), () -> station(pen, street)));
        }
        all.add(() -> base(pen));
        return all;
    }

    private static List<Post> child(Pen pen, String street) {
        var posts = new ArrayList<Post>();
        var child = "K-" + street;
        var key = "child/" + child;
        posts.add(pen.post(key, "station", street, "minors.ChildCaseOpened", """
                {"child": "%s", "household": "%s", "member": "M-9", "name": "x", "birthday": "2012-01-01"}"""
                .formatted(child, Pen.household(street, 0))));
        for (int i = 0; i < 2; i++) {
            posts.add(pen.post(key, "station", street, "minors.ChildRiskAssessed",
                    """
                            {"child": "%s", "guardianship": "%s", "behaviour": "SOME", "physiological": "NONE", "assessor": "p-1",
                             "grounds": "Seen."}"""
                            .formatted(child, pen.pick(2) == 0 ? "NONE" : "SOME")));
            posts.add(pen.post(key, "station", street, "minors.ChildVisitRecorded", """
                    {"child": "%s", "by": ["SOCIAL_WORK", "PROTECTION"], "living": "GOOD", "schooling": "BAD",
                     "guardianship": "GOOD", "observation": "Seen."}""".formatted(child)));
            posts.add(pen.post(key, "station", street, "minors.InterventionLinked", """
                    {"child": "%s", "intervention": "I-%d", "kind": "TUTORING", "consent": true, "need": "Help."}"""
                    .formatted(child, i)));
            posts.add(pen.post("referral/" + child + ".I-" + i, "agency", street, "relief.ReferralAccepted",
                    "{\"referral\": \"" + child + ".I-" + i + "\"}"));
        }
        posts.add(pen.post(key, "district", street, "minors.TierOverridden",
                "{\"child\": \"%s\", \"tier\": \"%s\", \"until\": \"%s\", \"grounds\": \"For a time.\"}"
                        .formatted(child, pen.one(List.of("LOW", "HIGH")), pen.today().plusDays(pen.pick(9)))));
        posts.add(pen.post(key, "grid", street, "minors.ProtectionConcernReported", "{\"child\": \"" + child
                + "\", \"concern\": \"VIOLENCE\", \"harm\": true, \"observation\": \"Bruises.\"}"));
        posts.add(pen.post(key, pen.one(List.of("station", "district")), street, "minors.ProtectionAlertAcknowledged",
                "{\"child\": \"" + child + "\"}"));
        posts.add(pen.post(key, "station", street, "minors.InterventionClosed",
                "{\"child\": \"%s\", \"intervention\": \"I-%d\", \"grounds\": \"It helped.\"}".formatted(child,
                        pen.pick(2))));
        return posts;
    }

    /** Two places, and more children than that come and go. */
    private static List<Post> activityAhead(Pen pen, String street) {
        var posts = new ArrayList<Post>();
        var activity = "A-" + street;
        var key = "activity/" + activity;
        posts.add(pen.post(key, "station", street, "minors.ActivityScheduled", """
                {"activity": "%s", "base": "B-1", "course": "C-1", "places": 2, "startsAt": "%sT01:00:00Z"}"""
                .formatted(activity, pen.today().plusDays(98))));
        for (int i = 0; i < 7; i++) {
            posts.add(pen.post(key, "station", street,
                    pen.pick(4) == 0 ? "minors.ChildWithdrawn" : "minors.ChildEnrolled",
                    "{\"activity\": \"%s\", \"child\": \"K-%d\"}".formatted(activity, pen.pick(4))));
        }
        if (pen.pick(4) == 0) {
            posts.add(pen.post(key, "district", street, "minors.ActivityCancelled",
                    "{\"activity\": \"" + activity + "\", \"grounds\": \"Rain.\"}"));
        }
        return posts;
    }

    /** It begins when the day in Shanghai ends: children enrol, come, and are counted. */
    private static List<Post> activityToday(Pen pen, String street) {
        var posts = new ArrayList<Post>();
        var activity = "T-" + street;
        var key = "activity/" + activity;
        posts.add(pen.post(key, "station", street, "minors.ActivityScheduled", """
                {"activity": "%s", "base": "B-1", "course": "C-1", "places": 2, "startsAt": "%sT15:59:00Z"}"""
                .formatted(activity, pen.today())));
        for (int i = 0; i < 3; i++) {
            posts.add(pen.post(key, "station", street, "minors.ChildEnrolled",
                    "{\"activity\": \"%s\", \"child\": \"K-%d\"}".formatted(activity, i)));
        }
        for (int i = 0; i < 4; i++) {
            posts.add(pen.post(key, pen.one(List.of("station", "organisation")), street, "minors.ChildAttended",
                    "{\"activity\": \"%s\", \"child\": \"K-%d\"}".formatted(activity, pen.pick(4))));
        }
        posts.add(pen.post(key, "station", street, "minors.ActivityHeld", "{\"activity\": \"" + activity + "\"}"));
        return posts;
    }

    private static List<Post> base(Pen pen) {
        var street = pen.streets().getLast();
        return List.of(
                pen.post("practice-base/B-1", "district", street, "minors.PracticeBaseAccredited",
                        "{\"base\": \"B-1\", \"category\": \"HERITAGE\", \"name\": \"Tangzha\"}"),
                pen.post("practice-base/B-1", "station", street, "minors.CourseProposed",
                        "{\"base\": \"B-1\", \"course\": \"C-1\", \"courseClass\": 1, \"title\": \"Weaving\"}"),
                pen.post("practice-base/B-1", "district", street, "minors.CourseEvaluated",
                        "{\"base\": \"B-1\", \"course\": \"C-1\", \"points\": 90}"),
                pen.post("practice-base/B-1", "district", street, "minors.CourseAdmitted",
                        "{\"base\": \"B-1\", \"course\": \"C-1\"}"),
                pen.post("practice-base/B-1", "district", street, "minors.HonourGranted",
                        "{\"base\": \"B-1\", \"honour\": \"Y-1\", \"rank\": \"PROVINCE\"}"),
                pen.post("practice-base/B-1", "district", street, "minors.CourseRetired",
                        "{\"base\": \"B-1\", \"course\": \"C-1\", \"grounds\": \"Nobody teaches it.\"}"));
    }

    private static List<Post> station(Pen pen, String street) {
        var key = "station/" + street;
        return List.of(
                pen.post(key, "district", street, "minors.StationOpened",
                        "{\"station\": \"" + street + "\", \"level\": \"SUBDISTRICT\"}"),
                pen.post(key, "street", street, "minors.StaffAssigned",
                        "{\"station\": \"" + street + "\", \"staff\": \"s-1\", \"kind\": \"PROTECTION\"}"),
                pen.post(key, "street", street, "minors.ProviderEngaged",
                        "{\"station\": \"" + street + "\", \"provider\": \"v-1\"}"));
    }

    @Override
    public List<Lie> lies(Pen pen) {
        var all = new ArrayList<Lie>();
        for (var street : pen.streets()) {
            all.add(new Lie(Promise.FACTS, () -> factsInAnyOrder(pen, street)));
            all.add(new Lie(Promise.REACH, () -> seenElsewhere(pen, street)));
        }
        return all;
    }

    /** What was found of a child on many days comes in an order of its own, the opening among them. */
    private static List<Post> factsInAnyOrder(Pen pen, String street) {
        var child = "KF-" + street;
        var key = "child/" + child;
        var posts = new ArrayList<Post>();
        posts.add(pen.post(key, "station", street, "minors.ChildCaseOpened", """
                {"child": "%s", "household": "%s", "member": "M-9", "name": "x", "birthday": "2012-01-01"}"""
                .formatted(child, Pen.household(street, 0))));
        for (int i = 0; i < 3; i++) {
            posts.add(pen.post(key, "station", street, "minors.ChildRiskAssessed",
                    """
                            {"child": "%s", "guardianship": "%s", "behaviour": "SOME", "physiological": "NONE", "assessor": "p-1",
                             "grounds": "Seen."}"""
                            .formatted(child, pen.one(List.of("NONE", "SOME"))))
                    .ahead(daysAgo(pen)));
            posts.add(pen.post(key, "station", street, "minors.ChildVisitRecorded", """
                    {"child": "%s", "by": ["SOCIAL_WORK", "PROTECTION"], "living": "GOOD", "schooling": "BAD",
                     "guardianship": "GOOD", "observation": "Seen."}""".formatted(child)).ahead(daysAgo(pen)));
        }
        return pen.shuffled(posts);
    }

    private static Duration daysAgo(Pen pen) {
        return Duration.ofMinutes(-pen.pick(20_000));
    }

    /** The next subdistrict's station worries about a child, and then acts as if it were its own. */
    private static List<Post> seenElsewhere(Pen pen, String street) {
        var elsewhere = pen.otherThan(street);
        var child = "K-" + street;
        var key = "child/" + child;
        return List.of(
                pen.post(key, "grid", elsewhere, "minors.ProtectionConcernReported",
                        "{\"child\": \"" + child
                                + "\", \"concern\": \"NEGLECT\", \"harm\": true, \"observation\": \"\"}"),
                pen.post(key, "station", elsewhere, "minors.ProtectionAlertAcknowledged",
                        "{\"child\": \"" + child + "\"}"),
                pen.post(key, "station", elsewhere, "minors.ChildVisitRecorded", """
                        {"child": "%s", "by": ["SOCIAL_WORK", "PROTECTION"], "living": "GOOD", "schooling": "GOOD",
                         "guardianship": "GOOD", "observation": "Seen."}""".formatted(child)),
                pen.post("station/" + street, "street", elsewhere, "minors.StaffAssigned",
                        "{\"station\": \"" + street + "\", \"staff\": \"s-9\", \"kind\": \"PROTECTION\"}"));
    }

    @Override
    public List<Post> opening(Pen pen) {
        var posts = new ArrayList<Post>();
        for (int i = 0; i < ACTIVITIES; i++) {
            posts.add(pen.post("activity/A-" + i, "station", street(pen, i), "minors.ActivityScheduled", """
                    {"activity": "A-%d", "base": "B-1", "course": "C-1", "places": %d, "startsAt": "%sT01:00:00Z"}"""
                    .formatted(i, PLACES, pen.today().plusYears(1))));
        }
        return posts;
    }

    /** Enrols and withdraws, and now and then lives through a history. */
    @Override
    public Person person(int number, Pen pen) {
        return () -> pen.pick(24) == 0 ? pen.one(histories(pen)).get() : places(pen);
    }

    private static List<Post> places(Pen pen) {
        var activity = pen.pick(ACTIVITIES);
        var posts = new ArrayList<Post>();
        for (int i = pen.pick(3); i >= 0; i--) {
            posts.add(pen.post("activity/A-" + activity, "station", street(pen, activity),
                    pen.pick(3) == 0 ? "minors.ChildWithdrawn" : "minors.ChildEnrolled",
                    "{\"activity\": \"A-%d\", \"child\": \"K-%d\"}".formatted(activity, pen.pick(CHILDREN))));
        }
        return posts;
    }

    private static String street(Pen pen, int activity) {
        return pen.streets().get(activity % pen.streets().size());
    }
}
