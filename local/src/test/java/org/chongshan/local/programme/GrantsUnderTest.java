package org.chongshan.local.programme;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

import tools.jackson.databind.JsonNode;

import static org.chongshan.local.programme.Example.afterThat;
import static org.chongshan.local.programme.Example.of;

/** Calls, reviews, proposals and projects of venture philanthropy, as the harnesses know them. */
final class GrantsUnderTest {
    private static final int PROPOSALS = 3;
    private static final int REVIEWERS = 4;
    private static final long AMOUNT = 3_000_000;
    private static final long FIRST_TRANCHE = 1_500_000;

    private GrantsUnderTest() {}

    /** A call of last December, entered from paper; one project that was stopped, one award given up, one call called off. */
    static List<Example> examples() {
        var all = new ArrayList<Example>();
        for (int i = 1; i <= PROPOSALS; i++) {
            all.add(of("district", "organisations.OrganisationRegistered", """
                    {"organisation": "G%d-?", "creditCode": "52320613MJA123456J", "kind": "SERVICE_INSTITUTION",
                     "name": "菊馨社", "registeredOn": "2019-06-01", "contact": "杨美云"}""".formatted(i)));
        }
        all.add(of("street", "organisations.GrantCallOpened", opened("C-?", "2022-12-31T09:00:00Z"))
                .at("2022-12-01T02:00:00Z"));
        for (int i = 1; i <= PROPOSALS; i++) {
            all.add(afterThat("street", "organisations.ProposalSubmitted",
                    submitted("Q" + i + "-?", "C-?", "G" + i + "-?", LocalDate.parse("2023-02-01"), "$street"))
                    .at("2022-12-10T02:00:00Z"));
        }
        for (int i = 1; i <= REVIEWERS + 1; i++) {
            all.add(of("street", "organisations.ReviewerAppointed",
                    "{\"call\": \"C-?\", \"reviewer\": \"e%d-?\"}".formatted(i)));
        }
        all.add(of("street", "organisations.ReviewerDismissed",
                "{\"call\": \"C-?\", \"reviewer\": \"e4-?\", \"grounds\": \"Talked to a bidder.\"}"));
        all.add(of("street", "organisations.ReviewerRecused", """
                {"call": "C-?", "reviewer": "e5-?", "organisation": "G1-?", "grounds": "A brother works there."}"""));
        all.add(afterThat("street", "organisations.ProposalWithdrawn",
                "{\"proposal\": \"Q3-?\", \"grounds\": \"No staff.\"}"));
        for (int i = 1; i <= 3; i++) {
            all.add(afterThat("agency", "organisations.ConflictDeclared",
                    """
                            {"call": "C-?", "stakes": [{"organisation": "G9-?", "kind": "SERVED_THERE", "leftOn": "2021-03-01"}]}""")
                    .by("e" + i + "-?").at("2023-01-04T02:00:00Z"));
            for (int j = 1; j <= 2; j++) {
                all.add(of("agency", "organisations.ProposalReviewed", """
                        {"call": "C-?", "proposal": "Q%d-?", "points": %d, "opinion": "Well thought out."}"""
                        .formatted(j, 90 - j)).by("e" + i + "-?").at("2023-01-06T02:00:00Z"));
            }
        }
        all.add(afterThat("street", "organisations.ReviewConcluded", "{\"call\": \"C-?\"}").at("2023-01-10T02:00:00Z"));
        all.add(afterThat("street", "organisations.ShortlistPublished", """
                {"call": "C-?", "passedOver": [], "shortlist": [{"proposal": "Q1-?", "amountFen": 3000000},
                 {"proposal": "Q2-?", "amountFen": 2000000}]}""").at("2023-01-11T02:00:00Z"));
        all.add(of("desk", "organisations.ObjectionRaised",
                "{\"call\": \"C-?\", \"objection\": \"W-1\", \"proposal\": \"Q1-?\", \"reason\": \"I heard things.\"}")
                .at("2023-01-12T02:00:00Z"));
        all.add(of("street", "organisations.ObjectionAnswered",
                "{\"call\": \"C-?\", \"objection\": \"W-1\", \"upheld\": false, \"answer\": \"There is nothing.\"}")
                .at("2023-01-13T02:00:00Z"));
        for (int i = 1; i <= 2; i++) {
            all.add(afterThat("district", "organisations.AwardDecided",
                    "{\"call\": \"C-?\", \"proposal\": \"Q%d-?\", \"amountFen\": %d}".formatted(i,
                            4_000_000 - i * 1_000_000))
                    .at("2023-01-19T02:00:00Z"));
        }
        all.addAll(project());
        all.add(of("district", "organisations.GrantCallClosed",
                "{\"call\": \"C-?\", \"grounds\": \"The year is over.\"}"));
        all.add(of("street", "organisations.GrantCallOpened", opened("C2-?", "2023-04-30T09:00:00Z")));
        all.add(of("street", "organisations.GrantCallCalledOff",
                "{\"call\": \"C2-?\", \"grounds\": \"There is no money.\"}"));
        return all;
    }

    private static List<Example> project() {
        return List.of(
                afterThat("organisation", "organisations.AwardGivenUp",
                        "{\"project\": \"Q2-?\", \"grounds\": \"Too little.\"}").by("G2-?"),
                of("street", "organisations.AgreementSigned", """
                        {"project": "Q1-?", "agreement": "A-?", "signedOn": "2023-01-20", "midTermOn": "2023-04-30",
                         "finalOn": "2023-12-15"}""").at("2023-01-20T02:00:00Z"),
                of("street", "organisations.EvaluatorNamed", "{\"project\": \"Q1-?\", \"evaluator\": \"ev-?\"}"),
                of("street", "organisations.TrancheApproved",
                        "{\"project\": \"Q1-?\", \"tranche\": 1, \"amountFen\": 1500000}"),
                afterThat("cashier", "treasury.PaymentReceiptRecorded",
                        "{\"claim\": \"grant.Q1-?.1\", \"result\": \"PAID\", \"reference\": \"V-7\"}"),
                afterThat("street", "organisations.ReportExtended", """
                        {"project": "Q1-?", "stage": "MID_TERM", "until": "2023-05-31", "grounds": "The flood."}"""),
                of("organisation", "organisations.ProgressReported", report("Q1-?", "$street")).by("G1-?"),
                of("agency", "organisations.MilestoneEvaluated", """
                        {"project": "Q1-?", "stage": "MID_TERM", "outcome": "PASSED", "findings": "They come."}""")
                        .by("ev-?"),
                of("street", "organisations.ProjectStopped",
                        "{\"project\": \"Q1-?\", \"because\": \"NO_LONGER_POSSIBLE\", \"grounds\": \"The house is shut.\"}"),
                of("district", "organisations.ProjectResumed",
                        "{\"project\": \"Q1-?\", \"until\": \"2023-12-20\", \"grounds\": \"It is open again.\"}"),
                of("street", "organisations.ProjectStopped",
                        "{\"project\": \"Q1-?\", \"because\": \"BREACH\", \"grounds\": \"Spent on a car.\"}"),
                of("cashier", "organisations.MoneyReturned",
                        "{\"project\": \"Q1-?\", \"reference\": \"R-1\", \"amountFen\": 400000}"),
                of("district", "organisations.AccountsSettled",
                        "{\"project\": \"Q1-?\", \"acceptedFen\": 1000000, \"grounds\": \"Two thirds was tea.\"}"));
    }

    private static String opened(String call, String until) {
        return """
                {"call": "%s", "title": "With the neighbours", "tier": "STREET", "fields": ["OLD_AND_YOUNG"],
                 "budgetFen": 7000000, "floorFen": 100000, "ceilingFen": 6000000, "proposalsUntil": "%s"}"""
                .formatted(call, until);
    }

    private static String submitted(String proposal, String call, String organisation, LocalDate starts,
            String street) {
        return """
                {"proposal": "%s", "call": "%s", "organisation": "%s", "title": "Tea for the old",
                 "field": "OLD_AND_YOUNG", "requestedFen": %d, "startsOn": "%s", "endsOn": "%s",
                 "expectedPersonTimes": 900, "subdistricts": ["%s"], "goals": "Nobody alone.", "plan": "Thursdays.",
                 "riskPlan": "A second room.", "contact": "Ms Ge"}""".formatted(proposal, call, organisation, AMOUNT,
                starts, starts.plusMonths(6), street);
    }

    private static String report(String project, String street) {
        return """
                {"project": "%s", "stage": "MID_TERM", "spentFen": 900000, "account": "Tea, every Thursday.",
                 "reached": [{"subdistrict": "%s", "personTimes": 300}]}""".formatted(project, street);
    }

    /** In each subdistrict a call of weeks ago whose stages go on beside each other. */
    static List<Supplier<List<Post>>> histories(Pen pen) {
        var all = new ArrayList<Supplier<List<Post>>>();
        for (var street : pen.streets()) {
            all.addAll(List.of(() -> call(pen, street), () -> reviews(pen, street), () -> awards(pen, street)));
            for (int i = 0; i < PROPOSALS; i++) {
                var project = "P-" + street + "-" + i;
                all.add(() -> project(pen, street, project));
            }
            all.add(() -> ends(pen, street));
        }
        return all;
    }

    private static Instant daysAgo(Pen pen, int days) {
        return pen.today().minusDays(days).atTime(2, 0).toInstant(ZoneOffset.UTC);
    }

    private static Post post(Pen pen, String key, String role, String street, String type, String data) {
        return pen.post(key, role, street, "organisations." + type, data);
    }

    private static List<Post> call(Pen pen, String street) {
        var posts = new ArrayList<Post>();
        var call = "C-" + street;
        posts.add(post(pen, "grant-call/" + call, "street", street, "GrantCallOpened",
                opened(call, daysAgo(pen, 50).toString())).at(daysAgo(pen, 60)));
        for (int i = 0; i < PROPOSALS; i++) {
            var organisation = "G-" + street + "-" + i;
            posts.add(post(pen, "organisation/" + organisation, "district", street, "OrganisationRegistered", """
                    {"organisation": "%s", "creditCode": "52320613MJA123456J", "kind": "SERVICE_INSTITUTION",
                     "name": "爱德", "registeredOn": "2015-06-01", "contact": "x"}""".formatted(organisation)));
            for (var proposal : List.of("P-" + street + "-" + i, "PX-" + street + "-" + i).subList(0,
                    1 + pen.pick(2))) {
                posts.add(post(pen, "proposal/" + proposal, "street", street, "ProposalSubmitted",
                        submitted(proposal, call, organisation, pen.today().minusDays(20), street))
                        .at(daysAgo(pen, 55)));
            }
        }
        for (int i = 0; i < REVIEWERS; i++) {
            posts.add(post(pen, "review-panel/" + call, "district", street, "ReviewerAppointed",
                    "{\"call\": \"%s\", \"reviewer\": \"e-%d\"}".formatted(call, i)));
        }
        if (pen.pick(4) == 0) {
            posts.add(post(pen, "proposal/P-" + street + "-2", "street", street, "ProposalWithdrawn",
                    "{\"proposal\": \"P-%s-2\", \"grounds\": \"No staff.\"}".formatted(street)));
        }
        return posts;
    }

    private static List<Post> reviews(Pen pen, String street) {
        var posts = new ArrayList<Post>();
        var call = "C-" + street;
        var key = "review-panel/" + call;
        for (int i = 0; i < REVIEWERS; i++) {
            var reviewer = "e-" + i;
            var stakes = i == 0 ? "{\"organisation\": \"G-%s-0\", \"kind\": \"OTHER_INTEREST\"}".formatted(street) : "";
            posts.add(post(pen, key, "agency", street, "ConflictDeclared",
                    "{\"call\": \"%s\", \"stakes\": [%s]}".formatted(call, stakes)).by(reviewer));
            for (int j = 0; j < PROPOSALS; j++) {
                for (var kind : List.of("P-", "PX-")) {
                    posts.add(post(pen, key, "agency", street, "ProposalReviewed",
                            "{\"call\": \"%s\", \"proposal\": \"%s%s-%d\", \"points\": %d, \"opinion\": \"So.\"}"
                                    .formatted(call, kind, street, j, 60 + pen.pick(40)))
                            .by(reviewer));
                }
            }
        }
        if (pen.pick(4) == 0) {
            posts.add(post(pen, key, "street", street, "ReviewerRecused",
                    "{\"call\": \"%s\", \"reviewer\": \"e-1\", \"organisation\": \"G-%s-1\", \"grounds\": \"Kin.\"}"
                            .formatted(call, street)));
            posts.add(post(pen, key, "street", street, "ReviewerDismissed",
                    "{\"call\": \"%s\", \"reviewer\": \"e-0\", \"grounds\": \"Was late.\"}".formatted(call)));
        }
        posts.add(post(pen, key, "street", street, "ReviewConcluded", "{\"call\": \"%s\"}".formatted(call)));
        return posts;
    }

    private static List<Post> awards(Pen pen, String street) {
        var posts = new ArrayList<Post>();
        var call = "C-" + street;
        var key = "grant-call/" + call;
        for (int i = 0; i < PROPOSALS; i++) {
            posts.addAll(shortlist(pen, street, call, "P-" + street + "-" + i));
        }
        posts.add(post(pen, key, "desk", street, "ObjectionRaised",
                "{\"call\": \"%s\", \"objection\": \"W-%d\", \"proposal\": \"P-%s-0\", \"reason\": \"No.\"}"
                        .formatted(call, pen.pick(3), street))
                .at(daysAgo(pen, 29)));
        for (int i = 0; i < 3; i++) {
            posts.add(post(pen, key, "street", street, "ObjectionAnswered",
                    "{\"call\": \"%s\", \"objection\": \"W-%d\", \"upheld\": %s, \"answer\": \"So.\"}".formatted(call,
                            i, pen.pick(3) == 0)));
        }
        for (int i = 0; i < PROPOSALS; i++) {
            posts.add(award(pen, street, call, "P-" + street + "-" + i));
            posts.add(award(pen, street, call, "P-" + street + "-" + pen.pick(PROPOSALS)));
        }
        return posts;
    }

    private static List<Post> shortlist(Pen pen, String street, String call, String proposal) {
        var passed = new ArrayList<String>();
        for (int i = 0; i < PROPOSALS; i++) {
            for (var kind : List.of("P-", "PX-")) {
                passed.add("{\"proposal\": \"%s%s-%d\", \"grounds\": \"Later.\"}".formatted(kind, street, i));
            }
        }
        return List.of(post(pen, "grant-call/" + call, "street", street, "ShortlistPublished", """
                {"call": "%s", "passedOver": [%s], "shortlist": [{"proposal": "%s", "amountFen": %d}]}"""
                .formatted(call, String.join(", ", passed), proposal, AMOUNT)).at(daysAgo(pen, 30)));
    }

    private static Post award(Pen pen, String street, String call, String proposal) {
        return post(pen, "grant-call/" + call, "district", street, "AwardDecided",
                "{\"call\": \"%s\", \"proposal\": \"%s\", \"amountFen\": %d}".formatted(call, proposal, AMOUNT))
                .by("district-9").at(daysAgo(pen, 20));
    }

    private static List<Post> project(Pen pen, String street, String project) {
        var posts = new ArrayList<Post>();
        var key = "project/" + project;
        var day = pen.today();
        if (pen.pick(6) == 0) {
            posts.add(post(pen, key, "street", street, "AwardGivenUp",
                    "{\"project\": \"%s\", \"grounds\": \"Too little.\"}".formatted(project)));
        }
        posts.add(post(pen, key, "street", street, "AgreementSigned",
                "{\"project\": \"%s\", \"agreement\": \"A-1\", \"signedOn\": \"%s\", \"midTermOn\": \"%s\", \"finalOn\": \"%s\"}"
                        .formatted(project, day.minusDays(10), day.plusDays(20), day.plusDays(90))));
        posts.add(post(pen, key, "street", street, "EvaluatorNamed",
                "{\"project\": \"%s\", \"evaluator\": \"ev-1\"}".formatted(project)));
        posts.add(tranche(pen, street, project, 1, FIRST_TRANCHE));
        posts.add(TreasuryWorkload.receipt(pen, street, "grant." + project + ".1", pen.one(List.of("PAID", "FAILED"))));
        posts.add(post(pen, key, "street", street, "ReportExtended",
                "{\"project\": \"%s\", \"stage\": \"MID_TERM\", \"until\": \"%s\", \"grounds\": \"The flood.\"}"
                        .formatted(project, day.plusDays(30))));
        posts.addAll(reported(pen, street, project, "PASSED"));
        if (pen.pick(3) == 0) {
            posts.add(post(pen, key, "street", street, "ProjectStopped",
                    "{\"project\": \"%s\", \"because\": \"%s\", \"grounds\": \"So.\"}".formatted(project,
                            pen.one(List.of("BREACH", "NO_LONGER_POSSIBLE")))));
            posts.add(post(pen, key, "district", street, "ProjectResumed",
                    "{\"project\": \"%s\", \"until\": \"%s\", \"grounds\": \"Not so.\"}".formatted(project,
                            day.plusDays(40))));
        }
        for (int i = 0; i < 3; i++) {
            posts.add(returned(pen, street, project, 1 + pen.pick(1_000_000)));
        }
        if (pen.pick(3) == 0) {
            posts.add(post(pen, key, "district", street, "ProjectStopped",
                    "{\"project\": \"%s\", \"because\": \"NO_LONGER_POSSIBLE\", \"grounds\": \"So.\"}"
                            .formatted(project)));
        }
        posts.add(accounts(pen, street, project, pen.pick(1_000_000)));
        return posts;
    }

    private static List<Post> reported(Pen pen, String street, String project, String outcome) {
        var organisation = project.replace("P-", "G-");
        return List.of(
                post(pen, "project/" + project, "organisation", street, "ProgressReported", report(project, street))
                        .by(organisation),
                post(pen, "project/" + project, "agency", street, "MilestoneEvaluated",
                        "{\"project\": \"%s\", \"stage\": \"MID_TERM\", \"outcome\": \"%s\", \"findings\": \"So.\"}"
                                .formatted(project, outcome))
                        .by("ev-1"));
    }

    private static Post tranche(Pen pen, String street, String project, int number, long amountFen) {
        return post(pen, "project/" + project, "street", street, "TrancheApproved",
                "{\"project\": \"%s\", \"tranche\": %d, \"amountFen\": %d}".formatted(project, number, amountFen));
    }

    private static Post returned(Pen pen, String street, String project, long amountFen) {
        return post(pen, "project/" + project, "cashier", street, "MoneyReturned",
                "{\"project\": \"%s\", \"reference\": \"R-%d\", \"amountFen\": %d}".formatted(project, pen.pick(4),
                        amountFen));
    }

    private static Post accounts(Pen pen, String street, String project, long acceptedFen) {
        return post(pen, "project/" + project, "street", street, "AccountsSettled",
                "{\"project\": \"%s\", \"acceptedFen\": %d, \"grounds\": \"So.\"}".formatted(project, acceptedFen));
    }

    /** One more call, which is called off; and now and then the first is closed. */
    private static List<Post> ends(Pen pen, String street) {
        var posts = new ArrayList<Post>();
        var off = "CX-" + street;
        posts.add(post(pen, "grant-call/" + off, "street", street, "GrantCallOpened",
                opened(off, daysAgo(pen, -30).toString())));
        posts.add(post(pen, "grant-call/" + off, "district", street, "GrantCallCalledOff",
                "{\"call\": \"%s\", \"grounds\": \"No money.\"}".formatted(off)));
        if (pen.pick(3) == 0) {
            posts.add(post(pen, "grant-call/C-" + street, "district", street, "GrantCallClosed",
                    "{\"call\": \"C-%s\", \"grounds\": \"The year is over.\"}".formatted(street)));
        }
        return posts;
    }

    /** Officers go on where something stands. */
    static List<Post> afterwards(Pen pen, Books books) {
        var posts = new ArrayList<Post>();
        books.each("review-panel", (panel, state) -> {
            var street = state.path("subdistrict").asString("");
            if (state.path("status").asString("").equals("reviewing") && Books.idOf(panel).equals("C-" + street)) {
                posts.addAll(reviews(pen, street));
            }
        });
        books.each("grant-call", (call, state) -> {
            var street = state.path("subdistrict").asString("");
            if (List.of("ranked", "published", "awarding").contains(state.path("status").asString(""))) {
                posts.addAll(awards(pen, street));
            }
        });
        books.each("project", (project, state) -> {
            var street = state.path("subdistrict").asString("");
            state.path("course").path("tranches").propertyStream().filter(
                    tranche -> List.of("DUE", "NOT_PAID").contains(tranche.getValue().path("state").asString("")))
                    .forEach(tranche -> posts.add(tranche(pen, street, Books.idOf(project),
                            Integer.parseInt(tranche.getKey()), tranche.getValue().path("amountFen").longValue())));
        });
        return posts;
    }

    static void audit(Books books) {
        var granted = new TreeMap<String, Integer>();
        var claims = new HashMap<String, Long>();
        books.each("payment", (payment, state) -> claims.put(Books.idOf(payment),
                state.path("status").asString("").equals("paid") ? state.path("amountFen").longValue() : 0));
        books.each("grant-call", (call, state) -> noCallAwardsMoreThanItsBudget(books, call, state, granted));
        books.each("project", (project, state) -> {
            aProjectIsAnAwardThatStands(books, project, state);
            whatWasDisbursedWasPaid(books, project, state, claims);
        });
        books.each("review-panel", (panel, state) -> nobodyWithAStakeIsCounted(books, panel, state));
        books.each("organisation", (organisation, state) -> oneAYear(books, organisation, state));
    }

    private static void noCallAwardsMoreThanItsBudget(Books books, String call, JsonNode state,
            Map<String, Integer> granted) {
        books.promise(Promise.BALANCE);
        var awarded = state.path("candidates").propertyStream()
                .filter(one -> one.getValue().path("place").asString("").equals("AWARDED"))
                .mapToLong(one -> one.getValue().path("amountFen").longValue()).sum();
        books.expect(awarded == state.path("awardedFen").longValue(), "%s says it awarded %s, and awarded %d", call,
                state.path("awardedFen"), awarded);
        books.expect(awarded <= state.path("terms").path("budgetFen").longValue(),
                "%s awarded %d, more than its budget", call, awarded);
        books.promise(Promise.PAID_ONCE);
        books.applied(call).flatMap(entry -> entry.emitted().valueStream())
                .filter(event -> event.path("type").asString("").endsWith("AwardGranted"))
                .forEach(event -> granted.merge(event.path("data").path("proposal").asString(""), 1, Integer::sum));
        granted.forEach((proposal, times) -> books.expect(times == 1, "%s was awarded %d times", proposal, times));
    }

    private static void aProjectIsAnAwardThatStands(Books books, String project, JsonNode state) {
        books.promise(Promise.ENDINGS);
        var proposal = books.state("proposal/" + Books.idOf(project)).path("status").asString("");
        var givenUp = state.path("status").asString("").equals("given-up");
        books.expect(proposal.equals(givenUp ? "lapsed" : "awarded"), "%s stands as %s, its proposal as %s", project,
                state.path("status"), proposal);
        var call = books.state("grant-call/" + state.path("award").path("call").asString(""));
        var place = call.path("candidates").path(Books.idOf(project)).path("place").asString("");
        books.expect(place.equals(givenUp ? "RELEASED" : "AWARDED"), "%s stands as %s, at its call as %s", project,
                state.path("status"), place);
    }

    private static void whatWasDisbursedWasPaid(Books books, String project, JsonNode state, Map<String, Long> claims) {
        books.promise(Promise.BALANCE);
        var amounts = state.path("amounts");
        var paid = 0L;
        for (int tranche = 1; tranche <= 3; tranche++) {
            paid += claims.getOrDefault("grant." + Books.idOf(project) + "." + tranche, 0L);
        }
        var disbursed = amounts.path("disbursedFen").longValue();
        books.expect(paid == disbursed, "%s says %d was disbursed, the treasury paid %d", project, disbursed, paid);
        books.expect(disbursed <= amounts.path("awardedFen").longValue(), "%s was paid more than its award", project);
        books.expect(amounts.path("returnedFen").longValue() <= disbursed, "more came back of %s than was paid",
                project);
    }

    /** Who serves there, or has another interest, is in no ranking's score, and reads no proposal. */
    private static void nobodyWithAStakeIsCounted(Books books, String panel, JsonNode state) {
        books.promise(Promise.DUTIES);
        state.path("entries").propertyStream().forEach(entry -> {
            var organisation = entry.getValue().path("organisation").asString("");
            var barred = new HashSet<String>();
            state.path("reviewers").propertyStream().forEach(reviewer -> {
                var has = reviewer.getValue().path("stakes").valueStream()
                        .anyMatch(stake -> stake.path("organisation").asString("").equals(organisation)
                                && !stake.path("kind").asString("").equals("SERVED_THERE"));
                if (has || Books.texts(reviewer.getValue().path("recusedFrom")).contains(organisation)
                        || reviewer.getValue().path("dismissed").booleanValue(false)) {
                    barred.add(reviewer.getKey());
                }
            });
            var readers = new TreeSet<String>();
            books.state("proposal/" + entry.getKey()).path("reviewers").propertyStream()
                    .filter(reader -> reader.getValue().path("may").booleanValue(false))
                    .forEach(reader -> readers.add(reader.getKey()));
            readers.retainAll(barred);
            books.expect(readers.isEmpty(), "%s is read by %s, who have a stake in it", entry.getKey(), readers);
        });
    }

    private static void oneAYear(Books books, String organisation, JsonNode state) {
        books.promise(Promise.BALANCE);
        var years = new HashMap<Integer, Integer>();
        state.path("grants").path("proposals").propertyStream()
                .forEach(one -> years.merge(one.getValue().intValue(), 1, Integer::sum));
        years.forEach(
                (year, number) -> books.expect(number == 1, "%s has %d proposals of %d", organisation, number, year));
    }
}
