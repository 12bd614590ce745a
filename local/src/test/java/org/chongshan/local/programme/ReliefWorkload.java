package org.chongshan.local.programme;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What people post to relief: funds, households, cases that compete for claims and money, referrals, resources, consultations.
 */
final class ReliefWorkload implements Workload {
    private static final List<String> HARDSHIPS = List.of("ILLNESS", "ACCIDENT");
    private static final int HOUSEHOLDS = 4;
    /** Whoever bears these roles in any of the harnesses. */
    private static final String CONVENED = """
            {"consultation": "N-1", "attendees": ["district-0", "district-1", "district-17", "street-0", "street-17",
             "station-0", "station-17"]}""";
    /** What is posted to decide a case, by its phase. */
    private static final Map<String, String> DECIDED_WHERE = Map.of("TO_CONFIRM", "relief.UrgentReliefConfirmed",
            "AT_STREET", "relief.ReliefApproved", "AT_DISTRICT", "relief.ReliefApproved");
    /** Of a subdistrict, when people work at length. */
    private static final int MANY_HOUSEHOLDS = 400;
    private static final List<String> MORE_HARDSHIPS = List.of("ILLNESS", "ACCIDENT", "BEREAVEMENT");

    @Override
    public List<Supplier<List<Post>>> histories(Pen pen) {
        var all = new ArrayList<Supplier<List<Post>>>();
        for (var street : pen.streets()) {
            all.addAll(List.of(() -> fund(pen, street), () -> households(pen, street), () -> cases(pen, street),
                    () -> referrals(pen, street)));
        }
        all.addAll(List.of(() -> resources(pen), () -> consultation(pen)));
        return all;
    }

    private static List<Post> fund(Pen pen, String street) {
        var posts = new ArrayList<Post>();
        posts.add(pen.post("reserve-fund/" + street, "district", street, "relief.FundOpened",
                "{\"fund\": \"%s\", \"amountFen\": %d, \"floorFen\": 500}".formatted(street, 1_000 + pen.pick(9_000))));
        for (int i = pen.pick(3); i > 0; i--) {
            var replenished = "{\"fund\": \"" + street + "\", \"amountFen\": %d}";
            posts.add(pen.post("reserve-fund/" + street, "district", street, "relief.FundReplenished",
                    replenished.formatted(1 + pen.pick(3_000)), replenished.formatted(1_000_000)));
        }
        posts.add(pen.post("subsidy-cycle/" + cycle(pen, street), "district", street, "relief.SubsidyQuarterOpened",
                "{\"cycle\": \"" + cycle(pen, street) + "\"}"));
        return posts;
    }

    private static String cycle(Pen pen, String street) {
        return "%d-Q%d.%s".formatted(pen.today().getYear(), (pen.today().getMonthValue() + 2) / 3, street);
    }

    /** The same persons stand in the books of every street. */
    private static List<Post> households(Pen pen, String street) {
        var posts = new ArrayList<Post>();
        for (int i = 0; i < HOUSEHOLDS; i++) {
            var household = Pen.household(street, i);
            var key = "household/" + household;
            posts.add(pen.post(key, "street", street, "relief.HouseholdRegistered",
                    """
                            {"household": "%s", "members": [{"member": "M-%d", "name": "x", "identityNumber": "1", "relation": "HEAD"}]}"""
                            .formatted(household, i)));
            posts.add(pen.post(key, "street", street, "relief.EconomicStatusVerified", """
                    {"household": "%s", "persons": 1, "income12Fen": %d, "rigidSpending12Fen": 0, "ableToWork": true,
                     "supporterAble": true, "hardship": "NONE"}""".formatted(household,
                    pen.pick(3) == 0 ? 9_000_000 : 100)));
        }
        var watched = Pen.household(street, pen.pick(HOUSEHOLDS));
        posts.add(pen.post("household/" + watched, "street", street, "relief.KeyWatchAdded",
                "{\"household\": \"" + watched + "\", \"grounds\": \"Lives alone.\"}"));
        posts.add(pen.post("household/" + watched, "street", street, "relief.HouseholdPlanAdopted", """
                {"household": "%s", "plan": 1, "lines": [{"field": "MEDICAL", "measure": "Medicine."}],
                 "reviewOn": "%s"}""".formatted(watched, pen.today().plusDays(28))));
        posts.add(pen.post("household/" + watched, "grid", street, "relief.GridVisitRecorded",
                "{\"household\": \"" + watched + "\", \"hardship\": \"ILLNESS\", \"observation\": \"Ill.\"}"));
        for (int i = 0; i < 3; i++) {
            var household = Pen.household(street, pen.pick(HOUSEHOLDS));
            posts.add(pen.post("household/" + household, "grid", street, "relief.SubsidyDelivered",
                    "{\"cycle\": \"%s\", \"household\": \"%s\", \"receipt\": \"R-%d\"}".formatted(cycle(pen, street),
                            household, i)));
        }
        var number = pen.pick(HOUSEHOLDS);
        var suspected = Pen.household(street, number);
        posts.add(pen.post("household/" + suspected, "street", street, "relief.HouseholdDuplicateCleared",
                "{\"household\": \"%s\", \"other\": \"%s\", \"grounds\": \"They are two.\"}".formatted(suspected,
                        Pen.household(pen.otherThan(street), number))));
        if (pen.pick(2) == 0) {
            posts.add(pen.post("household/" + watched, "street", street, "relief.KeyWatchRemoved",
                    "{\"household\": \"" + watched + "\", \"grounds\": \"A daughter moved in.\"}"));
        }
        return posts;
    }

    private static List<Post> cases(Pen pen, String street) {
        var posts = new ArrayList<Post>();
        for (int i = 0; i < 5; i++) {
            var id = "C-" + street + "-" + pen.pick(4);
            var urgent = pen.pick(3) > 0;
            var role = urgent && pen.pick(3) > 0 ? "street" : "grid";
            var data = "{\"reliefCase\": \"%s\", \"household\": \"%s\", \"hardship\": \"%s\", \"amountFen\": %d, \"persons\": 1}";
            var household = Pen.household(street, pen.pick(HOUSEHOLDS));
            var hardship = pen.one(HARDSHIPS);
            posts.add(pen.post("relief-case/" + id, role, street,
                    urgent ? "relief.UrgentReliefRequested" : "relief.ReliefApplicationSubmitted",
                    data.formatted(id, household, hardship, 1 + pen.pick(4_000)),
                    data.formatted(id, household, hardship, 5_000_000)));
            posts.add(decision(pen, street, id));
            posts.add(TreasuryWorkload.receipt(pen, street, claim(pen, household, hardship),
                    pen.pick(4) > 0 ? "PAID" : "FAILED"));
        }
        posts.add(pen.post("lead/L-" + street, "desk", street, "relief.HardshipLeadReported", """
                {"lead": "L-%s", "household": "%s", "hardship": "ACCIDENT", "observedAt": "%sT00:00:00Z"}"""
                .formatted(street, Pen.household(street, 0), pen.today().minusDays(2))));
        posts.add(pen.post("lead/L-" + street, "street", street, "relief.LeadTriaged", """
                {"lead": "L-%s", "outcome": "URGENT_RELIEF", "amountFen": %d, "persons": 1, "grounds": "Hurt."}"""
                .formatted(street, 1 + pen.pick(3_000))));
        return posts;
    }

    static String claim(Pen pen, String household, String hardship) {
        return household + "." + hardship.toLowerCase(Locale.ROOT) + "." + pen.today().getYear();
    }

    private static Post decision(Pen pen, String street, String id) {
        var grounds = "{\"reliefCase\": \"" + id + "\", \"grounds\": \"The bills are there.\"}";
        return switch (pen.pick(5)) {
            case 4 -> pen.post("relief-case/" + id, "street", street, "relief.UrgentReliefConfirmed", grounds);
            case 0 -> pen.post("relief-case/" + id, "district", street, "relief.UrgentReliefFunded", grounds);
            case 1 -> pen.post("relief-case/" + id, "street", street, "relief.ReliefApproved", grounds);
            case 2 -> pen.post("relief-case/" + id, "street", street, "relief.ReliefRejected", grounds);
            default -> pen.post("relief-case/" + id, "street", street, "relief.RetroactiveFilingSubmitted",
                    "{\"reliefCase\": \"" + id + "\", \"documents\": [\"form-7\"]}");
        };
    }

    /** One comes to a placement, unless its department declines it, then or before. */
    private static List<Post> referrals(Pen pen, String street) {
        var posts = new ArrayList<Post>();
        var referral = "R-" + street;
        var key = "referral/" + referral;
        var one = "{\"referral\": \"" + referral + "\"";
        posts.add(pen.post(key, "station", street, "relief.ReferralSent", one + """
                , "household": "%s", "member": "M-0", "agency": "CARE_HOME", "consent": true, "need": "A bed."}"""
                .formatted(Pen.household(street, 0))));
        var declines = pen.post(key, "agency", street, "relief.ReferralDeclined", one + ", \"grounds\": \"Full.\"}");
        var accepts = pen.post(key, "agency", street, "relief.ReferralAccepted", one + "}");
        posts.addAll(pen.pick(3) == 0 ? List.of(declines, accepts) : List.of(accepts, declines));
        posts.add(pen.post(key, "street", street, "relief.PlacementStarted", one + ", \"facility\": \"F-1\"}"));
        posts.add(pen.post(key, "care", street, "relief.FollowUpRecorded", one + ", \"observation\": \"Well.\"}"));
        posts.add(pen.post(key, "agency", street, "relief.PlacementEnded", one + ", \"grounds\": \"Home again.\"}"));
        return posts;
    }

    private static List<Post> resources(Pen pen) {
        var posts = new ArrayList<Post>();
        var street = pen.streets().getFirst();
        posts.add(pen.post("resource/S-1", "street", street, "relief.ResourcePledged",
                "{\"resource\": \"S-1\", \"donor\": \"FIRM\", \"unit\": \"PARCEL\", \"quantity\": 10}"));
        for (int i = 0; i < 4; i++) {
            posts.add(pen.post("resource/S-1", "street", street, "relief.ResourceMatched",
                    "{\"resource\": \"S-1\", \"match\": \"X-%d\", \"household\": \"%s\", \"quantity\": %d}"
                            .formatted(pen.pick(4), Pen.household(street, pen.pick(HOUSEHOLDS)), 1 + pen.pick(5))));
        }
        posts.add(pen.post("resource/S-1", "grid", street, "relief.ResourceDelivered",
                "{\"resource\": \"S-1\", \"match\": \"X-1\", \"receipt\": \"R-1\"}"));
        posts.add(pen.post("resource/S-1", "street", street, "relief.ResourceWithdrawn",
                "{\"resource\": \"S-1\", \"quantity\": 2, \"grounds\": \"Spoilt.\"}"));
        return posts;
    }

    private static Post attends(Pen pen, String role, String street) {
        return pen.post("consultation/N-1", role, street, "relief.AttendanceConfirmed", "{\"consultation\": \"N-1\"}");
    }

    private static List<Post> consultation(Pen pen) {
        var street = pen.streets().getFirst();
        var reliefCase = "C-" + street + "-" + pen.pick(4);
        return List.of(pen.post("consultation/N-1", "district", street, "relief.ConsultationConvened", CONVENED),
                attends(pen, "district", street), attends(pen, "street", street), attends(pen, "station", street),
                pen.post("consultation/N-1", "district", street, "relief.CaseTabled",
                        "{\"consultation\": \"N-1\", \"reliefCase\": \"" + reliefCase + "\"}"),
                pen.post("consultation/N-1", "district", street, "relief.CaseDeliberated",
                        """
                                {"consultation": "N-1", "reliefCase": "%s", "verdict": "APPROVE", "inFavour": 3, "grounds": "In need."}"""
                                .formatted(reliefCase)),
                pen.post("consultation/N-1", "district", street, "relief.VerdictReviewed",
                        "{\"consultation\": \"N-1\", \"reliefCase\": \"%s\", \"grounds\": \"In vain.\"}"
                                .formatted(reliefCase)),
                pen.post("consultation/N-1", "district", street, "relief.ConsultationClosed",
                        "{\"consultation\": \"N-1\"}"));
    }

    @Override
    public List<Lie> lies(Pen pen) {
        var all = new ArrayList<Lie>();
        for (var street : pen.streets()) {
            all.addAll(List.of(new Lie(Promise.FACTS, () -> factsInAnyOrder(pen, street)),
                    new Lie(Promise.ONE_HARDSHIP, () -> askedForOnBothSidesOfMidnight(pen, street)),
                    new Lie(Promise.DUTIES, () -> onePersonInAllRoles(pen, street)),
                    new Lie(Promise.ENDINGS, () -> rejected(pen, street)),
                    new Lie(Promise.REACH, () -> poached(pen, street)),
                    new Lie(Promise.RECEIPTS, () -> paidOneByOne(pen, street)),
                    new Lie(Promise.LIMITS, () -> crowd(pen, street)),
                    new Lie(Promise.TOLD, () -> planOfThePast(pen, street))));
        }
        return all;
    }

    private static List<Post> known(Pen pen, String street, String household) {
        var key = "household/" + household;
        return List.of(pen.post(key, "street", street, "relief.HouseholdRegistered",
                """
                        {"household": "%s", "members": [{"member": "M-%s", "name": "x", "identityNumber": "1", "relation": "HEAD"}]}"""
                        .formatted(household, household)),
                verified(pen, street, household, 9_000_000));
    }

    private static Post verified(Pen pen, String street, String household, int income) {
        return pen.post("household/" + household, "street", street, "relief.EconomicStatusVerified", """
                {"household": "%s", "persons": 1, "income12Fen": %d, "rigidSpending12Fen": 0, "ableToWork": true,
                 "supporterAble": true, "hardship": "NONE"}""".formatted(household, income));
    }

    /** Facts of many days come in an order of their own, the registration among them. */
    private static List<Post> factsInAnyOrder(Pen pen, String street) {
        var household = "HF-" + street;
        var key = "household/" + household;
        var posts = new ArrayList<>(known(pen, street, household));
        for (int i = 0; i < 3; i++) {
            posts.add(verified(pen, street, household, pen.pick(2) * 9_000_000).ahead(daysAgo(pen)));
            posts.add(pen
                    .post(key, "grid", street, "relief.GridVisitRecorded",
                            "{\"household\": \"" + household + "\", \"hardship\": \"NONE\", \"observation\": \"\"}")
                    .ahead(daysAgo(pen)));
            posts.add(pen
                    .post(key, "street", street, pen.pick(2) == 0 ? "relief.KeyWatchAdded" : "relief.KeyWatchRemoved",
                            "{\"household\": \"" + household + "\", \"grounds\": \"Lives alone.\"}")
                    .ahead(daysAgo(pen)));
        }
        return pen.shuffled(posts);
    }

    private static Duration daysAgo(Pen pen) {
        return Duration.ofMinutes(-pen.pick(20_000));
    }

    /** A fund that is not soon empty. */
    private static Post wellFunded(Pen pen, String street) {
        return pen.post("reserve-fund/" + street, "district", street, "relief.FundOpened",
                "{\"fund\": \"%s\", \"amountFen\": 100000, \"floorFen\": 500}".formatted(street));
    }

    /** One hardship, asked for by two officers whose clocks differ by minutes around the midnight that ends a year. */
    private static List<Post> askedForOnBothSidesOfMidnight(Pen pen, String street) {
        var household = "HM-" + street;
        var struckAt = pen.today() + "T00:30:00Z";
        var posts = new ArrayList<>(known(pen, street, household));
        posts.addFirst(wellFunded(pen, street));
        for (int i = 0; i < 2; i++) {
            var id = "CM-" + street + "-" + i;
            posts.add(pen.post("relief-case/" + id, "street", street, "relief.UrgentReliefRequested", """
                    {"reliefCase": "%s", "household": "%s", "hardship": "ILLNESS", "amountFen": 100, "persons": 1,
                     "struckAt": "%s"}""".formatted(id, household, struckAt)).ahead(Duration.ofSeconds(i * 280L)));
            posts.add(pen.post("relief-case/" + id, "district", street, "relief.UrgentReliefFunded",
                    "{\"reliefCase\": \"" + id + "\", \"grounds\": \"The fund is empty.\"}"));
        }
        return posts;
    }

    /** Whoever asks approves, and is the cashier; the name is written another way each time. */
    private static List<Post> onePersonInAllRoles(Pen pen, String street) {
        var household = "HD-" + street;
        var id = "CD-" + street;
        var key = "relief-case/" + id;
        var one = "{\"reliefCase\": \"" + id + "\", ";
        var ordinary = pen.pick(2) == 0;
        var posts = new ArrayList<>(known(pen, street, household));
        posts.add(pen.post(key, "street", street,
                ordinary ? "relief.ReliefApplicationSubmitted" : "relief.UrgentReliefRequested",
                one + "\"household\": \"%s\", \"hardship\": \"ILLNESS\", \"amountFen\": %d, \"persons\": 1}"
                        .formatted(household, ordinary ? 100 : 5_000_000))
                .by("mei-1"));
        for (var type : List.of("UrgentReliefConfirmed", "ReliefApproved")) {
            posts.add(
                    pen.post(key, "street", street, "relief." + type, one + "\"grounds\": \"In need.\"}").by("Mei-1"));
            posts.add(pen.post(key, "district", street, "relief." + type, one + "\"grounds\": \"In need.\"}")
                    .by("\uFF4D\uFF45\uFF49-1"));
        }
        posts.add(pen.post(key, "district", street, "relief.UrgentReliefFunded", one + "\"grounds\": \"In need.\"}")
                .by("MEI-1"));
        posts.add(pen.post("payment/" + claim(pen, household, "ILLNESS"), "cashier", street,
                "treasury.PaymentReceiptRecorded", "{\"claim\": \"%s\", \"result\": \"PAID\", \"reference\": \"V-1\"}"
                        .formatted(claim(pen, household, "ILLNESS")))
                .by(" mei-1"));
        return posts;
    }

    /** Households whose relief is ordered at once, for a bank to say of each what became of it, and to say it again. */
    private static List<Post> paidOneByOne(Pen pen, String street) {
        var posts = new ArrayList<Post>();
        posts.add(wellFunded(pen, street));
        for (int i = 0; i < HOUSEHOLDS; i++) {
            var household = "HB-" + street + "-" + i;
            var id = "CB-" + street + "-" + i;
            posts.addAll(known(pen, street, household));
            posts.add(pen.post("relief-case/" + id, "street", street, "relief.UrgentReliefRequested", """
                    {"reliefCase": "%s", "household": "%s", "hardship": "ILLNESS", "amountFen": 100, "persons": 1}"""
                    .formatted(id, household)));
        }
        return posts;
    }

    /** A lead becomes a case that is rejected. */
    private static List<Post> rejected(Pen pen, String street) {
        var household = "HR-" + street;
        var lead = "LR-" + street;
        var posts = new ArrayList<>(known(pen, street, household));
        posts.add(pen.post("lead/" + lead, "desk", street, "relief.HardshipLeadReported", """
                {"lead": "%s", "household": "%s", "hardship": "ACCIDENT", "observedAt": "%sT00:00:00Z"}"""
                .formatted(lead, household, pen.today().minusDays(2))));
        posts.add(pen.post("lead/" + lead, "street", street, "relief.LeadTriaged", """
                {"lead": "%s", "outcome": "URGENT_RELIEF", "amountFen": 5000000, "persons": 1, "grounds": "Hurt."}"""
                .formatted(lead)));
        posts.add(pen
                .post("relief-case/" + lead, "district", street, "relief.ReliefRejected",
                        "{\"reliefCase\": \"" + lead + "\", \"grounds\": \"There is an insurance.\"}")
                .by("district-9"));
        return posts;
    }

    /** An officer of the next subdistrict asks for a household that is not theirs, triages its lead, takes its claim. */
    private static List<Post> poached(Pen pen, String street) {
        var elsewhere = pen.otherThan(street);
        var household = Pen.household(street, pen.pick(HOUSEHOLDS));
        var id = "CP-" + street;
        var lead = "L-" + street;
        return pen.shuffled(List.of(
                pen.post("relief-case/" + id, "street", elsewhere, "relief.UrgentReliefRequested",
                        """
                                {"reliefCase": "%s", "household": "%s", "hardship": "ILLNESS", "amountFen": 100, "persons": 1}"""
                                .formatted(id, household)),
                pen.post("lead/" + lead, "street", elsewhere, "relief.LeadTriaged",
                        """
                                {"lead": "%s", "outcome": "URGENT_RELIEF", "amountFen": 5, "persons": 1, "grounds": "Hurt."}"""
                                .formatted(lead)),
                verified(pen, elsewhere, household, 0),
                pen.post("household/" + household, "street", elsewhere, "relief.KeyWatchAdded",
                        "{\"household\": \"" + household + "\", \"grounds\": \"Ours.\"}"),
                pen.post("payment/" + claim(pen, household, "ILLNESS"), "cashier", elsewhere,
                        "treasury.PaymentReceiptRecorded",
                        "{\"claim\": \"%s\", \"result\": \"PAID\", \"reference\": \"V-9\"}"
                                .formatted(claim(pen, household, "ILLNESS")))));
    }

    /** More visits than a record lets wait, to a household that nobody registers. */
    private static List<Post> crowd(Pen pen, String street) {
        var household = "HN-" + street;
        return Stream
                .generate(() -> pen.post("household/" + household, "grid", street, "relief.GridVisitRecorded",
                        "{\"household\": \"" + household + "\", \"hardship\": \"ILLNESS\", \"observation\": \"Ill.\"}"))
                .limit(22).toList();
    }

    /** A plan to be looked at again on a day that has passed: it falls due at once. */
    private static List<Post> planOfThePast(Pen pen, String street) {
        var household = "HL-" + street;
        var posts = new ArrayList<>(known(pen, street, household));
        posts.add(plan(pen, street, household, 1, pen.today().minusDays(1).toString()));
        return posts;
    }

    private static Post plan(Pen pen, String street, String household, int version, String reviewOn) {
        return pen.post("household/" + household, "street", street, "relief.HouseholdPlanAdopted", """
                {"household": "%s", "plan": %d, "lines": [{"field": "MEDICAL", "measure": "Medicine."}],
                 "reviewOn": "%s"}""".formatted(household, version, reviewOn));
    }

    /**
     * A plan whose day has come is adopted anew, to be looked at again on the same day; the district pays what the street's fund
     * could not, or what did not arrive.
     */
    @Override
    public List<Post> afterwards(Pen pen, Books books) {
        var posts = new ArrayList<Post>();
        books.each("household", (household, state) -> {
            var plan = state.path("plan");
            if (plan.path("reviewDue").booleanValue(false) && plan.path("version").intValue() < 3) {
                posts.add(plan(pen, state.path("subdistrict").stringValue(""), Books.idOf(household),
                        plan.path("version").intValue() + 1, plan.path("reviewOn").stringValue("")));
            }
        });
        books.each("relief-case", (reliefCase, state) -> {
            if (state.path("phase").stringValue("").equals("ESCALATED")) {
                posts.add(pen.post(reliefCase, "district", state.path("subdistrict").stringValue(""),
                        "relief.UrgentReliefFunded",
                        "{\"reliefCase\": \"" + Books.idOf(reliefCase) + "\", \"grounds\": \"The fund is empty.\"}")
                        .by("district-9"));
            }
            if (DECIDED_WHERE.containsKey(state.path("phase").stringValue(""))) {
                // Whoever asked for it decides it too, and writes the name another way.
                var asked = books.applied(reliefCase).findFirst().map(entry -> entry.attribute("actor"))
                        .orElse("nobody");
                var role = state.path("phase").stringValue("").equals("AT_DISTRICT") ? "district" : "street";
                posts.add(pen
                        .post(reliefCase, role, state.path("subdistrict").stringValue(""),
                                DECIDED_WHERE.get(state.path("phase").stringValue("")),
                                "{\"reliefCase\": \"" + Books.idOf(reliefCase) + "\", \"grounds\": \"In need.\"}")
                        .by(asked.toUpperCase(Locale.ROOT)));
            }
        });
        return posts;
    }

    @Override
    public List<Post> opening(Pen pen) {
        return pen.streets().stream()
                .map(street -> pen.post("reserve-fund/" + street, "district", street, "relief.FundOpened",
                        "{\"fund\": \"%s\", \"amountFen\": 100000, \"floorFen\": 20000}".formatted(street)))
                .toList();
    }

    /** Asks for relief, reports what was paid, fills up the funds, and now and then lives through a history. */
    @Override
    public Person person(int number, Pen pen) {
        return new Officer(number, pen);
    }

    private static final class Officer implements Person {
        /** What was asked for so far: a subdistrict and a claim. */
        private record Asked(String street, String claim) {}

        private final int number;
        private final Pen pen;
        private final List<Asked> asked = new ArrayList<>();
        private int cases;

        Officer(int number, Pen pen) {
            this.number = number;
            this.pen = pen;
        }

        @Override
        public List<Post> next() {
            var street = pen.one(pen.streets());
            if (pen.pick(24) == 0) {
                return pen.one(new ReliefWorkload().histories(pen)).get();
            }
            return switch (pen.pick(7)) {
                case 0 -> List.of(pen.post("reserve-fund/" + street, "district", street, "relief.FundReplenished",
                        "{\"fund\": \"%s\", \"amountFen\": %d}".formatted(street, 1 + pen.pick(60_000))));
                case 1, 2, 3 -> asked.isEmpty() ? requests(street) : List.of(paid());
                default -> requests(street);
            };
        }

        private Post paid() {
            var one = pen.one(asked);
            return TreasuryWorkload.receipt(pen, one.street(), one.claim(), pen.pick(4) == 0 ? "FAILED" : "PAID");
        }

        private List<Post> requests(String street) {
            var requests = new ArrayList<Post>();
            for (int i = pen.pick(4); i >= 0; i--) {
                var reliefCase = "C-%d-%d".formatted(number, cases++);
                // A household belongs to one subdistrict; two cases of one claim do meet.
                var household = Pen.household(street, pen.pick(MANY_HOUSEHOLDS));
                var hardship = pen.one(MORE_HARDSHIPS);
                asked.add(new Asked(street, claim(pen, household, hardship)));
                requests.add(pen.post("relief-case/" + reliefCase, "street", street, "relief.UrgentReliefRequested", """
                        {"reliefCase": "%s", "household": "%s", "hardship": "%s", "amountFen": %d, "persons": 1}"""
                        .formatted(reliefCase, household, hardship, 1 + pen.pick(3_000))));
            }
            return requests;
        }
    }
}
