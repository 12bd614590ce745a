package org.chongshan.local.programme;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * What the people of two streets post in one run, drawn from a seed: a little of every function of every programme, upon few
 * households, funds, children and places, so that they get in each other's way.
 */
public final class Workload {
    /**
     * One event.
     *
     * @param aggregate whose journal it ends in, stated here and not asked of the platform
     * @param other     data under the same id that says something else; null when nobody posts that
     */
    public record Post(String id, String aggregate, String role, String subdistrict, String type, String data,
            String other) {
        /** Two people share each role, so that nobody approves what the same one asked for. */
        public String actor() {
            return role + "-" + (type.length() & 1);
        }
    }

    public static final List<String> STREETS = List.of("320613001", "320613002");
    private static final List<String> HARDSHIPS = List.of("ILLNESS", "ACCIDENT");
    private static final int HOUSEHOLDS = 4;

    private final SplittableRandom random;
    /** Each in its own order, all of them beside each other. */
    public final List<List<Post>> phones = new ArrayList<>();

    public Workload(SplittableRandom random) {
        this.random = random;
        var all = new ArrayList<Supplier<List<Post>>>();
        for (var street : STREETS) {
            all.addAll(List.of(() -> fund(street), () -> households(street), () -> cases(street),
                    () -> children(street), () -> activity(street)));
        }
        all.addAll(List.of(this::resources, this::consultation, this::bases));
        // Many small histories find more than few large ones: half of it each time.
        all.forEach(one -> {
            if (random.nextBoolean()) {
                phones.add(new ArrayList<>(one.get()));
            }
        });
    }

    private List<Post> fund(String street) {
        var posts = new ArrayList<Post>();
        posts.add(post("reserve-fund/" + street, "district", street, "relief.FundOpened",
                "{\"fund\": \"%s\", \"amountFen\": %d, \"floorFen\": 500}".formatted(street, 1_000 + pick(9_000))));
        for (int i = pick(3); i > 0; i--) {
            var replenished = "{\"fund\": \"" + street + "\", \"amountFen\": %d}";
            posts.add(post("reserve-fund/" + street, "district", street, "relief.FundReplenished",
                    replenished.formatted(1 + pick(3_000)), replenished.formatted(1_000_000)));
        }
        posts.add(post("subsidy-cycle/2023-Q2." + street, "district", street, "relief.SubsidyQuarterOpened",
                "{\"cycle\": \"2023-Q2." + street + "\"}"));
        return posts;
    }

    private List<Post> households(String street) {
        var posts = new ArrayList<Post>();
        for (int i = 0; i < HOUSEHOLDS; i++) {
            var household = household(street, i);
            var key = "household/" + household;
            posts.add(post(key, "street", street, "relief.HouseholdRegistered",
                    """
                            {"household": "%s", "members": [{"member": "M-%d", "name": "x", "identityNumber": "1", "relation": "HEAD"}]}"""
                            .formatted(household, i)));
            posts.add(post(key, "street", street, "relief.EconomicStatusVerified", """
                    {"household": "%s", "persons": 1, "income12Fen": %d, "rigidSpending12Fen": 0, "ableToWork": true,
                     "supporterAble": true, "hardship": "NONE"}""".formatted(household,
                    pick(3) == 0 ? 9_000_000 : 100)));
        }
        var watched = household(street, pick(HOUSEHOLDS));
        posts.add(post("household/" + watched, "street", street, "relief.KeyWatchAdded",
                "{\"household\": \"" + watched + "\", \"grounds\": \"Lives alone.\"}"));
        posts.add(post("household/" + watched, "street", street, "relief.HouseholdPlanAdopted", """
                {"household": "%s", "plan": 1, "lines": [{"field": "MEDICAL", "measure": "Medicine."}],
                 "reviewOn": "2023-05-01"}""".formatted(watched)));
        posts.add(post("household/" + watched, "grid", street, "relief.GridVisitRecorded",
                "{\"household\": \"" + watched + "\", \"hardship\": \"ILLNESS\", \"observation\": \"Ill.\"}"));
        for (int i = 0; i < 3; i++) {
            var household = household(street, pick(HOUSEHOLDS));
            posts.add(post("household/" + household, "grid", street, "relief.SubsidyDelivered",
                    "{\"cycle\": \"2023-Q2.%s\", \"household\": \"%s\", \"receipt\": \"R-%d\"}".formatted(street,
                            household, i)));
        }
        return posts;
    }

    private List<Post> cases(String street) {
        var posts = new ArrayList<Post>();
        for (int i = 0; i < 5; i++) {
            var id = "C-" + street + "-" + pick(4);
            var urgent = pick(3) > 0;
            var data = "{\"reliefCase\": \"%s\", \"household\": \"%s\", \"hardship\": \"%s\", \"amountFen\": %d, \"persons\": 1}";
            var household = household(street, pick(HOUSEHOLDS));
            var hardship = HARDSHIPS.get(pick(2));
            posts.add(post("relief-case/" + id, urgent ? "street" : "grid", street,
                    urgent ? "relief.UrgentReliefRequested" : "relief.ReliefApplicationSubmitted",
                    data.formatted(id, household, hardship, 1 + pick(4_000)),
                    data.formatted(id, household, hardship, 5_000_000)));
            posts.add(decision(street, id));
            var claim = household + "." + hardship.toLowerCase(java.util.Locale.ROOT) + ".2023";
            posts.add(receipt(street, claim, pick(4) > 0 ? "PAID" : "FAILED"));
        }
        posts.add(post("lead/L-" + street, "desk", street, "relief.HardshipLeadReported", """
                {"lead": "L-%s", "household": "%s", "hardship": "ACCIDENT", "observedAt": "2023-04-01T00:00:00Z"}"""
                .formatted(street, household(street, 0))));
        posts.add(post("lead/L-" + street, "street", street, "relief.LeadTriaged", """
                {"lead": "L-%s", "outcome": "URGENT_RELIEF", "amountFen": %d, "persons": 1, "grounds": "Hurt."}"""
                .formatted(street, 1 + pick(3_000))));
        return posts;
    }

    private Post decision(String street, String id) {
        var grounds = "{\"reliefCase\": \"" + id + "\", \"grounds\": \"The bills are there.\"}";
        return switch (pick(4)) {
            case 0 -> post("relief-case/" + id, "district", street, "relief.UrgentReliefFunded", grounds);
            case 1 -> post("relief-case/" + id, "street", street, "relief.ReliefApproved", grounds);
            case 2 -> post("relief-case/" + id, "street", street, "relief.ReliefRejected", grounds);
            default -> post("relief-case/" + id, "street", street, "relief.RetroactiveFilingSubmitted",
                    "{\"reliefCase\": \"" + id + "\", \"documents\": [\"form-7\"]}");
        };
    }

    /** A cashier says what became of a claim's payment. */
    public Post receipt(String street, String claim, String result) {
        return post("payment/" + claim, "street", street, "relief.PaymentReceiptRecorded",
                "{\"claim\": \"%s\", \"result\": \"%s\", \"reference\": \"V-1\"}".formatted(claim, result));
    }

    private List<Post> children(String street) {
        var posts = new ArrayList<Post>();
        var child = "K-" + street;
        var key = "child/" + child;
        posts.add(post(key, "station", street, "minors.ChildCaseOpened", """
                {"child": "%s", "household": "%s", "member": "M-9", "name": "x", "birthday": "2012-01-01"}"""
                .formatted(child, household(street, 0))));
        for (int i = 0; i < 2; i++) {
            posts.add(post(key, "station", street, "minors.ChildRiskAssessed",
                    """
                            {"child": "%s", "guardianship": "%s", "behaviour": "SOME", "physiological": "NONE", "assessor": "p-1",
                             "grounds": "Seen."}"""
                            .formatted(child, pick(2) == 0 ? "NONE" : "SOME")));
            posts.add(post(key, "station", street, "minors.ChildVisitRecorded", """
                    {"child": "%s", "by": ["SOCIAL_WORK", "PROTECTION"], "living": "GOOD", "schooling": "BAD",
                     "guardianship": "GOOD", "observation": "Seen."}""".formatted(child)));
            posts.add(post(key, "station", street, "minors.InterventionLinked", """
                    {"child": "%s", "intervention": "I-%d", "kind": "TUTORING", "consent": true, "need": "Help."}"""
                    .formatted(child, i)));
            posts.add(post("referral/" + child + ".I-" + i, "agency", street, "relief.ReferralAccepted",
                    "{\"referral\": \"" + child + ".I-" + i + "\"}"));
        }
        posts.add(post(key, "grid", street, "minors.ProtectionConcernReported", "{\"child\": \"" + child
                + "\", \"concern\": \"VIOLENCE\", \"harm\": true, \"observation\": \"Bruises.\"}"));
        return posts;
    }

    private List<Post> activity(String street) {
        var posts = new ArrayList<Post>();
        var activity = "A-" + street;
        var key = "activity/" + activity;
        posts.add(post(key, "station", street, "minors.ActivityScheduled", """
                {"activity": "%s", "base": "B-1", "course": "C-1", "places": 2, "startsAt": "2023-07-10T01:00:00Z"}"""
                .formatted(activity)));
        for (int i = 0; i < 7; i++) {
            posts.add(post(key, "station", street, pick(4) == 0 ? "minors.ChildWithdrawn" : "minors.ChildEnrolled",
                    "{\"activity\": \"%s\", \"child\": \"K-%d\"}".formatted(activity, pick(4))));
        }
        return posts;
    }

    private List<Post> resources() {
        var posts = new ArrayList<Post>();
        var street = STREETS.getFirst();
        posts.add(post("resource/S-1", "street", street, "relief.ResourcePledged",
                "{\"resource\": \"S-1\", \"donor\": \"FIRM\", \"unit\": \"PARCEL\", \"quantity\": 10}"));
        for (int i = 0; i < 4; i++) {
            posts.add(post("resource/S-1", "street", street, "relief.ResourceMatched",
                    "{\"resource\": \"S-1\", \"match\": \"X-%d\", \"household\": \"%s\", \"quantity\": %d}"
                            .formatted(pick(4), household(street, pick(HOUSEHOLDS)), 1 + pick(5))));
        }
        posts.add(post("resource/S-1", "grid", street, "relief.ResourceDelivered",
                "{\"resource\": \"S-1\", \"match\": \"X-1\", \"receipt\": \"R-1\"}"));
        posts.add(post("resource/S-1", "street", street, "relief.ResourceWithdrawn",
                "{\"resource\": \"S-1\", \"quantity\": 2, \"grounds\": \"Spoilt.\"}"));
        return posts;
    }

    private List<Post> consultation() {
        var street = STREETS.getFirst();
        var reliefCase = "C-" + street + "-" + pick(4);
        return List.of(
                post("consultation/N-1", "district", street, "relief.ConsultationConvened",
                        "{\"consultation\": \"N-1\", \"attendees\": [\"a\", \"b\", \"c\", \"d\", \"e\"]}"),
                post("consultation/N-1", "district", street, "relief.CaseTabled",
                        "{\"consultation\": \"N-1\", \"reliefCase\": \"" + reliefCase + "\"}"),
                post("consultation/N-1", "district", street, "relief.CaseDeliberated",
                        """
                                {"consultation": "N-1", "reliefCase": "%s", "verdict": "APPROVE", "inFavour": 5, "grounds": "In need."}"""
                                .formatted(reliefCase)),
                post("consultation/N-1", "district", street, "relief.ConsultationClosed",
                        "{\"consultation\": \"N-1\"}"));
    }

    private List<Post> bases() {
        var street = STREETS.getLast();
        return List.of(
                post("practice-base/B-1", "district", street, "minors.PracticeBaseAccredited",
                        "{\"base\": \"B-1\", \"category\": \"HERITAGE\", \"name\": \"Tangzha\"}"),
                post("practice-base/B-1", "station", street, "minors.CourseProposed",
                        "{\"base\": \"B-1\", \"course\": \"C-1\", \"courseClass\": 1, \"title\": \"Weaving\"}"),
                post("practice-base/B-1", "district", street, "minors.CourseEvaluated",
                        "{\"base\": \"B-1\", \"course\": \"C-1\", \"points\": 90}"),
                post("practice-base/B-1", "district", street, "minors.CourseAdmitted",
                        "{\"base\": \"B-1\", \"course\": \"C-1\"}"),
                post("station/T-1", "district", street, "minors.StationOpened",
                        "{\"station\": \"T-1\", \"level\": \"SUBDISTRICT\"}"),
                post("station/T-1", "street", street, "minors.StaffAssigned",
                        "{\"station\": \"T-1\", \"staff\": \"s-1\", \"kind\": \"PROTECTION\"}"));
    }

    private static String household(String street, int i) {
        return "H-" + street + "-" + i;
    }

    private int pick(int of) {
        return random.nextInt(of);
    }

    private Post post(String aggregate, String role, String street, String type, String data) {
        return post(aggregate, role, street, type, data, null);
    }

    private Post post(String aggregate, String role, String street, String type, String data, String other) {
        var id = new UUID(random.nextLong() & 0xFFFFFFFFFFFF0FFFL | 0x7000L,
                random.nextLong() & 0x3FFFFFFFFFFFFFFFL | 0x8000000000000000L);
        return new Post(id.toString(), aggregate, role, street, type, data, other);
    }
}
