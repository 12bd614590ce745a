package org.chongshan.local.stories;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.chongshan.events.organisations.CreditCode;
import org.chongshan.local.Bureau;
import org.chongshan.local.stories.GrantYear.Bank;
import org.chongshan.local.stories.GrantYear.Call;
import org.chongshan.local.stories.GrantYear.Fate;
import org.chongshan.local.stories.GrantYear.Project;
import org.chongshan.local.stories.GrantYear.Proposal;
import org.chongshan.local.stories.GrantYear.Tie;
import org.chongshan.local.stories.GrantYear.Tier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chongshan.local.stories.GrantYear.days;

/**
 * Venture philanthropy of one year through the whole pipeline: district, streets and communities call one after the other,
 * organisations propose, four review, objections strike some off, each budget ends before the last of its shortlist, and what is
 * awarded is paid, reported, evaluated, stopped, given up and sent back. Some try what they may not: to award too early, to score
 * where they have a stake, to have a tranche paid twice, to accept or send back a fen too much. Every end, ranking, refusal and
 * sum is compared with what {@link GrantYear} counts by itself. {@code -Dgrants.organisations=289} for a year of the size of the
 * seed's: 600 proposals, each of which ends once, over 500 of them by an award or a refusal and after three scores that count or
 * more; 190 awards of some 6 million yuan in all, and some 200,000 person-times. {@code -Dgrants.seed} for another one.
 */
class GrantYearTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int MOST_EVENTS = 100;
    private static final Set<String> ADD_UP = Set.of("proposals", "calls", "fen awarded", "projects", "person-times",
            "tranches");

    // Days after a tier begins to call on which things are done.
    private static final int PROPOSED = days(3, 1);
    private static final int ENDS = days(22, 2);
    private static final int DECLARED = days(24, 3);
    private static final int REVIEWED = days(28, 4);
    private static final int CONCLUDED = days(30, 5);
    private static final int OBJECTED = days(32, 6);
    private static final int ANSWERED = days(35, 7);
    private static final int AWARDED = days(39, 13);
    private static final int CLOSED = days(42, 14);
    private static final int SIGNED = days(44, 15);
    private static final int STOPPED = days(100, 23);
    private static final int MID_TERM = days(110, 24);
    private static final int CLAWED_BACK = days(120, 35);
    private static final int FINAL = days(230, 40);
    private static final int SETTLED = days(245, 51);
    /** Days from when a report is sent to when it would be late. */
    private static final int IN_GOOD_TIME = 5;

    private record Person(String role, String subject, String subdistrict) {}

    private record Post(Person by, String type, String subdistrict, @Nullable Instant stated, String data) {}

    private final GrantYear year = new GrantYear();
    private final TreeMap<Instant, List<Post>> diary = new TreeMap<>();
    private final Map<String, Map<String, Long>> counted = new LinkedHashMap<>();

    @Test
    void every_proposal_of_a_year_ends_once_and_every_fen_of_its_awards_is_accounted_for() throws Exception {
        registered();
        for (var call : year.calls) {
            calls(call);
            proposes(call);
            reviews(call);
            awards(call);
            call.projects.forEach(this::runs);
        }
        on(LocalDate.parse("2023-01-09").plusDays(days(354, 76)), 9);
        try (var bureau = Bureau.openAt("2023-01-02T01:00:00Z")) {
            var posted = live(bureau);
            assertThat(bureau.platform().deadLetters()).isZero();
            organisations(bureau);
            proposals(bureau);
            for (var call : year.calls) {
                call(bureau, call);
            }
            readers(bureau);
            projects(bureau);
            payments(bureau);
            print(posted);
        }
    }

    private static Person district() {
        return new Person("district", "district-17", Bureau.STREET);
    }

    private static Person street(String subdistrict) {
        return new Person("street", "street-17", subdistrict);
    }

    private static Person cashier(String subdistrict) {
        return new Person("cashier", "cashier-17", subdistrict);
    }

    private static Person organisation(String organisation) {
        return new Person("organisation", organisation, Bureau.STREET);
    }

    private static Person agency(String subject) {
        return new Person("agency", subject, Bureau.STREET);
    }

    private static Person reviewer(int number) {
        return agency("e-" + number);
    }

    private static Instant instant(LocalDate day, int hour) {
        return day.atTime(hour, 0).atZone(ZONE).toInstant();
    }

    private List<Post> on(LocalDate day, int hour) {
        return diary.computeIfAbsent(instant(day, hour), _ -> new ArrayList<>());
    }

    private void post(Call call, int day, int hour, Person by, String type, String data, Object... with) {
        on(call.tier.opens.plusDays(day), hour).add(new Post(by, type, call.subdistrict, null, data.formatted(with)));
    }

    private void registered() {
        for (int i = 0; i < year.organisations.size(); i++) {
            var organisation = year.organisations.get(i);
            var code = "52320613MJA%06d".formatted(i);
            on(LocalDate.parse("2023-01-03"), 9).add(
                    new Post(district(), "organisations.OrganisationRegistered", GrantYear.home(organisation), null, """
                            {"organisation": "%s", "creditCode": "%s%s", "kind": "SERVICE_INSTITUTION", "name": "爱德",
                             "registeredOn": "2019-06-01", "contact": "x"}""".formatted(organisation, code,
                            CreditCode.checkCharacter(code))));
        }
    }

    private void calls(Call call) {
        var by = call.tier == Tier.DISTRICT ? district() : street(call.subdistrict);
        post(call, 0, 9, by, "organisations.GrantCallOpened", """
                {"call": "%s", "title": "x %s", "tier": "%s", "fields": ["OLD_AND_YOUNG"], "budgetFen": %d,
                 "floorFen": %d, "ceilingFen": %d, "proposalsUntil": "%s"}""", call.id, call.id, call.tier,
                call.budgetFen, GrantYear.FLOOR_FEN, GrantYear.CEILING_FEN,
                instant(call.tier.opens.plusDays(ENDS), 17));
        for (int i = 0; i < GrantYear.REVIEWERS; i++) {
            post(call, 0, 10, street(call.subdistrict), "organisations.ReviewerAppointed",
                    "{\"call\": \"%s\", \"reviewer\": \"%s\"}", call.id, reviewer(i).subject());
        }
    }

    private void proposes(Call call) {
        for (var one : call.proposals) {
            var own = organisation(one.organisation);
            switch (one.way) {
                case BY_THEMSELVES, BELOW_FLOOR, HAS_A_PROJECT -> submit(call, one, PROPOSED, 9, own, null);
                case WITHDRAWN -> {
                    submit(call, one, PROPOSED, 9, own, null);
                    post(call, PROPOSED, 10, own, "organisations.ProposalWithdrawn",
                            "{\"proposal\": \"%s\", \"grounds\": \"No staff.\"}", one.id);
                }
                case SECOND_OF_YEAR -> submit(call, one, PROPOSED, 10, own, null);
                case TOO_LATE -> submit(call, one, ENDS, 18, own, null);
                case ON_PAPER ->
                    submit(call, one, ENDS, 18, street(call.subdistrict), instant(call.tier.opens.plusDays(ENDS), 17));
            }
        }
    }

    private void submit(Call call, Proposal one, int day, int hour, Person by, @Nullable Instant stated) {
        var starts = call.tier.opens.plusDays(SIGNED);
        on(call.tier.opens.plusDays(day), hour)
                .add(new Post(by, "organisations.ProposalSubmitted", call.subdistrict, stated, """
                        {"proposal": "%s", "call": "%s", "organisation": "%s", "title": "Tea for the old",
                         "field": "OLD_AND_YOUNG", "requestedFen": %d, "startsOn": "%s", "endsOn": "%s",
                         "expectedPersonTimes": 900, "subdistricts": ["%s"], "goals": "Nobody alone.",
                         "plan": "Thursdays.", "riskPlan": "A second room.", "contact": "Ms Ge"}""".formatted(one.id,
                        call.id, one.organisation, one.requestedFen, starts, starts.plusMonths(6), call.subdistrict)));
    }

    private void reviews(Call call) {
        for (int i = 0; i < GrantYear.REVIEWERS; i++) {
            var number = i;
            var stakes = call.ranking.stream().filter(one -> one.tied == number).map(GrantYearTest::stake)
                    .filter(stake -> !stake.isEmpty()).collect(Collectors.joining(", "));
            post(call, DECLARED, 9, reviewer(i), "organisations.ConflictDeclared",
                    "{\"call\": \"%s\", \"stakes\": [%s]}", call.id, stakes);
        }
        for (var one : call.ranking) {
            one.points.forEach(
                    (number, points) -> post(call, REVIEWED, 9, reviewer(number), "organisations.ProposalReviewed",
                            "{\"call\": \"%s\", \"proposal\": \"%s\", \"points\": %d, \"opinion\": \"So.\"}", call.id,
                            one.id, points));
            if (one.tie == Tie.FOUND) {
                post(call, REVIEWED, 10, street(call.subdistrict), "organisations.ReviewerRecused", """
                        {"call": "%s", "reviewer": "%s", "organisation": "%s", "grounds": "A brother works there."}""",
                        call.id, reviewer(one.tied).subject(), one.organisation);
            }
        }
        post(call, CONCLUDED, 9, street(call.subdistrict), "organisations.ReviewConcluded", "{\"call\": \"%s\"}",
                call.id);
    }

    private static String stake(Proposal one) {
        return switch (one.tie) {
            case DECLARED -> "{\"organisation\": \"%s\", \"kind\": \"SERVES_THERE\"}".formatted(one.organisation);
            case LONG_AGO -> "{\"organisation\": \"%s\", \"kind\": \"SERVED_THERE\", \"leftOn\": \"2020-06-30\"}"
                    .formatted(one.organisation);
            case NONE, FOUND -> "";
        };
    }

    private void awards(Call call) {
        post(call, CONCLUDED, 10, street(call.subdistrict), "organisations.ShortlistPublished",
                "{\"call\": \"%s\", \"shortlist\": [%s], \"passedOver\": [%s]}", call.id,
                call.shortlist.stream()
                        .map(one -> "{\"proposal\": \"%s\", \"amountFen\": %d}".formatted(one.id, one.amountFen()))
                        .collect(Collectors.joining(", ")),
                call.passedOver.stream()
                        .map(one -> "{\"proposal\": \"%s\", \"grounds\": \"Another year.\"}".formatted(one.id))
                        .collect(Collectors.joining(", ")));
        post(call, OBJECTED, 9, new Person("desk", "desk-17", Bureau.STREET), "organisations.ObjectionRaised",
                "{\"call\": \"%s\", \"objection\": \"W-1\", \"proposal\": \"%s\", \"reason\": \"I heard things.\"}",
                call.id, call.objectedTo().id);
        post(call, ANSWERED, 9, street(call.subdistrict), "organisations.ObjectionAnswered",
                "{\"call\": \"%s\", \"objection\": \"W-1\", \"upheld\": %s, \"answer\": \"Looked into.\"}", call.id,
                call.strikesOff);
        award(call, call.projects.getFirst().proposal, ANSWERED, 9, district());
        for (var project : call.projects) {
            award(call, project.proposal, AWARDED, 9, district());
        }
        award(call, call.beyondTheBudget(), AWARDED, 10, district());
        award(call, call.beyondTheBudget(), AWARDED, 10, street(call.subdistrict));
        post(call, CLOSED, 9, district(), "organisations.GrantCallClosed",
                "{\"call\": \"%s\", \"grounds\": \"The money is spent.\"}", call.id);
    }

    private void award(Call call, Proposal one, int day, int hour, Person by) {
        post(call, day, hour, by, "organisations.AwardDecided",
                "{\"call\": \"%s\", \"proposal\": \"%s\", \"amountFen\": %d}", call.id, one.id, one.amountFen());
    }

    private void runs(Project project) {
        var call = project.call;
        var id = project.proposal.id;
        var own = organisation(project.proposal.organisation);
        if (project.fate == Fate.GIVES_UP) {
            post(call, SIGNED, 9, own, "organisations.AwardGivenUp",
                    "{\"project\": \"%s\", \"grounds\": \"Too little.\"}", id);
            return;
        }
        post(call, SIGNED, 9, street(call.subdistrict), "organisations.AgreementSigned", """
                {"project": "%s", "agreement": "A-%s", "signedOn": "%s", "midTermOn": "%s", "finalOn": "%s"}""", id, id,
                call.tier.opens.plusDays(SIGNED), call.tier.opens.plusDays(MID_TERM + IN_GOOD_TIME),
                call.tier.opens.plusDays(FINAL + IN_GOOD_TIME));
        if (project.hasEvaluator()) {
            post(call, SIGNED, 9, street(call.subdistrict), "organisations.EvaluatorNamed",
                    "{\"project\": \"%s\", \"evaluator\": \"ev-1\"}", id);
        }
        isPaid(project, 1, SIGNED + 2);
        if (project.fate == Fate.BREACHES) {
            post(call, STOPPED, 9, street(call.subdistrict), "organisations.ProjectStopped",
                    "{\"project\": \"%s\", \"because\": \"BREACH\", \"grounds\": \"Spent on a car.\"}", id);
        }
        if (project.fate.reportsMidTerm()) {
            reports(project, "MID_TERM", MID_TERM, 0);
        }
        if (project.fate.tranches > 1) {
            isPaid(project, 2, MID_TERM + 6);
        }
        if (project.fate.reportsTheEnd()) {
            reports(project, "FINAL", FINAL, 1);
            isPaid(project, 3, FINAL + 6);
        }
        switch (project.fate) {
            case FAILS, BREACHES -> settles(project, CLAWED_BACK);
            case WHOLE, RETURNS_A_REST -> settles(project, SETTLED);
            case IS_SILENT, GIVES_UP, RUNS -> {
            }
        }
    }

    private void reports(Project project, String stage, int day, int report) {
        var call = project.call;
        var reached = project.reached.get(report).entrySet().stream()
                .map(one -> "{\"subdistrict\": \"%s\", \"personTimes\": %d}".formatted(one.getKey(), one.getValue()))
                .collect(Collectors.joining(", "));
        post(call, day, 9, organisation(project.proposal.organisation), "organisations.ProgressReported", """
                {"project": "%s", "stage": "%s", "spentFen": 900000, "account": "Tea, every Thursday.",
                 "reached": [%s]}""", project.proposal.id, stage, reached);
        post(call, day + 3, 9, project.hasEvaluator() ? agency("ev-1") : district(), "organisations.MilestoneEvaluated",
                "{\"project\": \"%s\", \"stage\": \"%s\", \"outcome\": \"%s\", \"findings\": \"They come.\"}",
                project.proposal.id, stage, project.fate == Fate.FAILS ? "FAILED" : "PASSED");
    }

    /** What is not paid, or comes back, is approved again and paid under the same claim. */
    private void isPaid(Project project, int tranche, int day) {
        approve(project, tranche, day);
        if (project.isTriedTwice()) {
            approve(project, tranche, day);
        }
        var bank = project.bank(tranche);
        if (bank != Bank.PAYS) {
            receipt(project, tranche, day + 1, bank == Bank.FAILS_FIRST ? "FAILED" : "PAID", "V-1");
            if (bank == Bank.SENDS_BACK) {
                post(project.call, day + 1, 10, cashier(project.call.subdistrict), "treasury.PaymentReturned",
                        "{\"claim\": \"%s\", \"reference\": \"B-1\"}", project.claim(tranche));
            }
            approve(project, tranche, day + 2);
        }
        receipt(project, tranche, day + 3, "PAID", "V-2");
        if (project.isTriedTwice()) {
            receipt(project, tranche, day + 3, "PAID", "V-3");
        }
    }

    private void approve(Project project, int tranche, int day) {
        post(project.call, day, 9, street(project.call.subdistrict), "organisations.TrancheApproved",
                "{\"project\": \"%s\", \"tranche\": %d, \"amountFen\": %d}", project.proposal.id, tranche,
                project.trancheFen(tranche));
    }

    private void receipt(Project project, int tranche, int day, String result, String reference) {
        post(project.call, day, 9, cashier(project.call.subdistrict), "treasury.PaymentReceiptRecorded",
                "{\"claim\": \"%s\", \"result\": \"%s\", \"reference\": \"%s\"}", project.claim(tranche), result,
                reference);
    }

    /** Some send a part back before anybody asks for it. */
    private void settles(Project project, int day) {
        var early = project.number % 4 == 2;
        sendsBack(project, 1, early ? day - 1 : day + 1, project.returnedFen(1));
        if (project.isTriedTwice()) {
            settles(project, day, project.disbursedFen() + 1);
        }
        settles(project, day, project.acceptedFen());
        sendsBack(project, 2, day + 1, project.returnedFen(2));
        if (project.isTriedTwice()) {
            sendsBack(project, 3, day + 1, project.owedFen() - project.returnedFen() + 1);
        }
    }

    private void settles(Project project, int day, long acceptedFen) {
        post(project.call, day, 9, district(), "organisations.AccountsSettled",
                "{\"project\": \"%s\", \"acceptedFen\": %d, \"grounds\": \"By the vouchers.\"}", project.proposal.id,
                acceptedFen);
    }

    private void sendsBack(Project project, int part, int day, long amountFen) {
        if (amountFen > 0) {
            post(project.call, day, 9, cashier(project.call.subdistrict), "organisations.MoneyReturned",
                    "{\"project\": \"%s\", \"reference\": \"R-%d\", \"amountFen\": %d}", project.proposal.id, part,
                    amountFen);
        }
    }

    /** Hour by hour what people do, each with a batch of their own; and what has fallen due by the day, in a small year by the week. */
    private int live(Bureau bureau) throws Exception {
        var all = diary.values().stream().mapToInt(List::size).sum();
        var begun = System.nanoTime();
        var done = 0;
        var told = 0;
        var looksAgain = LocalDate.MIN;
        for (var moment : diary.entrySet()) {
            bureau.itIs(moment.getKey().toString());
            var day = LocalDate.ofInstant(moment.getKey(), ZONE);
            if (!day.isBefore(looksAgain)) {
                bureau.theMinutePasses();
                looksAgain = day.plusDays(days(1, 7));
            }
            for (var person : moment.getValue().stream()
                    .collect(Collectors.groupingBy(Post::by, LinkedHashMap::new, Collectors.toList())).entrySet()) {
                post(bureau, person.getKey(), person.getValue());
            }
            bureau.settle();
            done += moment.getValue().size();
            if (done * 20L / all > told) {
                told = (int) (done * 20L / all);
                var seconds = (System.nanoTime() - begun) / 1_000_000_000;
                System.out.printf("%s: %d of %d events, %d s, %d s left%n", moment.getKey(), done, all, seconds,
                        seconds * (all - done) / done);
            }
        }
        return all;
    }

    private static void post(Bureau bureau, Person by, List<Post> posts) throws Exception {
        var token = bureau.token(by.role(), by.subdistrict(), by.subject());
        for (int i = 0; i < posts.size(); i += MOST_EVENTS) {
            var events = posts.subList(i, Math.min(posts.size(), i + MOST_EVENTS)).stream()
                    .map(post -> bureau.event(Bureau.newId(), post.type(), post.subdistrict(), post.data(),
                            now -> post.stated() == null ? now : post.stated()));
            var answer = bureau.post(token, "application/cloudevents+json",
                    events.collect(Collectors.joining(",", "[", "]")));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
            assertThat(answer.body()).doesNotContain("rejected");
        }
    }

    private void organisations(Bureau bureau) throws Exception {
        var standing = new TreeMap<String, TreeSet<String>>();
        year.organisations.forEach(one -> standing.put("organisation/" + one, new TreeSet<>()));
        year.projects.stream().filter(project -> project.fate != Fate.GIVES_UP).forEach(
                project -> standing.get("organisation/" + project.proposal.organisation).add(project.proposal.id));
        var seen = new TreeMap<String, TreeSet<String>>();
        for (var item : all(bureau, "organisations?status=registered")) {
            seen.put(item.path("key").stringValue(),
                    new TreeSet<>(item.path("state").path("grants").path("proposals").propertyNames()));
        }
        assertThat(seen).as("organisations, each with its one of the year").isEqualTo(standing);
        count("organisations", "registered", seen.size());
    }

    private void proposals(Bureau bureau) throws Exception {
        var expected = new HashMap<String, Proposal>();
        year.calls.forEach(call -> call.proposals.forEach(one -> expected.put("proposal/" + one.id, one)));
        for (var status : List.of("asked", "unanswered", "eligible", "shortlisted", "awarded", "ineligible", "refused",
                "withdrawn", "lapsed")) {
            for (var item : all(bureau, "proposals?status=" + status)) {
                var key = item.path("key").stringValue();
                var one = expected.remove(key);
                assertThat(one).as(key + " was made, and stands in one list").isNotNull();
                assertThat(status).as(key).isEqualTo(one.status());
                var state = item.path("state");
                assertThat(state.path("checks").propertyStream()
                        .filter(check -> !check.getValue().path("satisfied").booleanValue()).map(Map.Entry::getKey))
                        .as("what %s does not satisfy", key).containsExactlyInAnyOrderElementsOf(year.failed(one));
                assertThat(state.path("refusedBecause").stringValue(null)).as(key).isEqualTo(
                        !status.equals("refused") ? null : one.struckOff ? "OBJECTION_UPHELD" : "CALL_CLOSED");
                count("proposals", status, 1);
                year.failed(one).forEach(check -> count("not eligible for", check, 1));
                if (status.equals("refused")) {
                    count("refused for", state.path("refusedBecause").stringValue(), 1);
                }
            }
        }
        assertThat(expected.keySet()).as("never ended").isEmpty();
    }

    /** Its ranking from the scores that count, its awards, and who got none although an officer decided so. */
    private void call(Bureau bureau, Call call) throws Exception {
        var seen = bureau.sees("district", "grant-calls/" + call.id);
        var state = seen.path("state");
        assertThat(seen.path("status").stringValue()).isEqualTo("closed");
        assertThat(state.path("ranking").valueStream()
                .map(one -> one.path("proposal").stringValue() + " " + one.path("hundredths").intValue() + " "
                        + one.path("scores").intValue()))
                .as("the ranking of %s", call.id).containsExactlyElementsOf(call.ranking.stream()
                        .map(one -> one.id + " " + one.hundredths() + " " + one.counted().size()).toList());
        assertThat(state.path("awardedFen").longValue()).as("awarded by %s", call.id).isEqualTo(call.awardedFen())
                .isLessThanOrEqualTo(state.path("terms").path("budgetFen").longValue());
        assertThat(state.path("terms").path("budgetFen").longValue()).isEqualTo(call.budgetFen);

        var decided = rules(bureau, "grant-calls/" + call.id, isOf("AwardDecided"));
        assertThat(decided).as("decisions of %s", call.id).isEqualTo(Map.of("awarded", (long) call.projects.size(),
                "still-published", 1L, "over-budget", 1L, "duties-apart", 1L));
        var scored = rules(bureau, "review-panels/" + call.id, isOf("ProposalReviewed"));
        var scores = call.ranking.stream().mapToLong(one -> one.points.size()).sum();
        var inVain = tied(call, Tie.DECLARED);
        assertThat(scored).as("scores of %s", call.id).isEqualTo(
                inVain == 0 ? Map.of("reviewed", scores) : Map.of("reviewed", scores - inVain, "has-a-stake", inVain));
        decided.forEach((rule, number) -> count("award decisions", rule, number));
        scored.forEach((rule, number) -> count("scores", rule, number));
        count("scores", "counted in rankings",
                state.path("ranking").valueStream().mapToLong(one -> one.path("scores").intValue()).sum());
        count("calls", GrantYear.word(call.tier), 1);
        count("fen awarded", GrantYear.word(call.tier), state.path("awardedFen").longValue());
    }

    private static long tied(Call call, Tie tie) {
        return call.ranking.stream().filter(one -> one.tie == tie).count();
    }

    private static Predicate<JsonNode> isOf(String type) {
        return entry -> entry.path("event").path("type").stringValue("").endsWith("." + type);
    }

    private static boolean isRefused(JsonNode entry) {
        return entry.path("outcome").stringValue().equals("refused");
    }

    /** How often what was decided by which rule. */
    private static Map<String, Long> rules(Bureau bureau, String path, Predicate<JsonNode> which) throws Exception {
        return all(bureau, path + "/journal").stream().filter(which).collect(
                Collectors.groupingBy(entry -> entry.path("rule").stringValue(), TreeMap::new, Collectors.counting()));
    }

    /** Whoever has a stake does not read what is proposed, whoever had one long ago does. */
    private void readers(Bureau bureau) throws Exception {
        for (var call : year.calls) {
            for (var one : call.ranking) {
                var reviewer = reviewer(one.tied);
                var token = bureau.token(reviewer.role(), reviewer.subdistrict(), reviewer.subject());
                assertThat(bureau.get(token, "/v1/proposals/" + one.id).statusCode())
                        .as("%s, whose tie is %s, reads %s", reviewer.subject(), one.tie, one.id)
                        .isEqualTo(one.tie == Tie.DECLARED || one.tie == Tie.FOUND ? 404 : 200);
            }
        }
    }

    private void projects(Bureau bureau) throws Exception {
        var expected = new HashMap<String, Project>();
        year.projects.forEach(project -> expected.put("project/" + project.proposal.id, project));
        for (var status : List.of("awarded", "agreement-overdue", "running", "stopped", "completed", "return-due",
                "settled", "given-up")) {
            for (var item : all(bureau, "projects?status=" + status)) {
                var key = item.path("key").stringValue();
                var one = expected.remove(key);
                assertThat(one).as(key + " was awarded, and stands in one list").isNotNull();
                assertThat(status).as("%s, which %s", key, one.fate).isEqualTo(one.fate.status);
                var amounts = item.path("state").path("amounts");
                money(key, one, amounts);
                var refused = rules(bureau, "projects/" + one.proposal.id, GrantYearTest::isRefused);
                assertThat(refused).as("refused of %s, which %s", key, one.fate).isEqualTo(one.refused());
                refused.forEach((rule, number) -> count("refused of projects", rule, number));
                for (var report : item.path("state").path("course").path("milestones")) {
                    report.path("report").path("value").path("reached").propertyStream()
                            .forEach(people -> count("person-times", people.getKey(), people.getValue().longValue()));
                }
                count("projects", status, 1);
            }
        }
        assertThat(expected.keySet()).as("never begun").isEmpty();
        var reached = new TreeMap<String, Long>();
        year.projects.forEach(project -> project.reached.forEach(report -> report
                .forEach((subdistrict, people) -> reached.merge(subdistrict, (long) people, Long::sum))));
        assertThat(counted.get("person-times")).as("person-times by subdistrict").isEqualTo(reached);
    }

    private void money(String key, Project one, JsonNode amounts) {
        var fen = new LinkedHashMap<String, Long>();
        for (var name : List.of("requestedFen", "awardedFen", "disbursedFen", "returnedFen", "owedFen")) {
            fen.put(name, amounts.path(name).longValue());
            count("fen of all projects", name, amounts.path(name).longValue());
        }
        assertThat(fen).as("%s, which %s", key, one.fate).isEqualTo(
                Map.of("requestedFen", one.proposal.requestedFen, "awardedFen", one.awardedFen, "disbursedFen",
                        one.disbursedFen(), "returnedFen", one.returnedFen(), "owedFen", one.owedFen()));
        assertThat(fen.get("awardedFen")).as(key).isLessThanOrEqualTo(fen.get("requestedFen"));
        assertThat(fen.get("disbursedFen")).as(key).isLessThanOrEqualTo(fen.get("awardedFen"));
        assertThat(fen.get("returnedFen")).as(key).isLessThanOrEqualTo(fen.get("disbursedFen"));
        assertThat(amounts.path("personTimes").longValue()).as(key).isEqualTo(one.personTimes());
    }

    /** What the treasury says it paid: each claim once, however often it was tried. */
    private void payments(Bureau bureau) throws Exception {
        var expected = new TreeMap<String, String>();
        for (var project : year.projects) {
            for (int tranche = 1; tranche <= project.fate.tranches; tranche++) {
                assertThat(rules(bureau, "payments/" + project.claim(tranche), GrantYearTest::isRefused))
                        .as("refused of %s", project.claim(tranche))
                        .isEqualTo(project.isTriedTwice() ? Map.of("nothing-ordered", 1L) : Map.of());
                var attempts = project.bank(tranche) == Bank.PAYS ? 1 : 2;
                expected.put("payment/" + project.claim(tranche),
                        project.trancheFen(tranche) + " fen, attempt " + attempts);
                count("tranches", GrantYear.word(project.bank(tranche)), 1);
            }
        }
        var seen = new TreeMap<String, String>();
        for (var item : all(bureau, "payments?status=paid")) {
            var state = item.path("state");
            seen.put(item.path("key").stringValue(),
                    state.path("amountFen").longValue() + " fen, attempt " + state.path("attempt").intValue());
            count("fen of all projects", "paid by the treasury", state.path("amountFen").longValue());
        }
        assertThat(seen).isEqualTo(expected);
        for (var other : List.of("status=ordered", "status=failed", "status=returned", "list=paid-twice")) {
            assertThat(all(bureau, "payments?" + other)).as(other).isEmpty();
        }
        var fen = counted.getOrDefault("fen of all projects", Map.of());
        assertThat(fen.get("paid by the treasury")).isEqualTo(fen.get("disbursedFen"));
    }

    private static List<JsonNode> all(Bureau bureau, String path) throws Exception {
        var found = new ArrayList<JsonNode>();
        for (var cursor = ""; cursor != null;) {
            var page = bureau.sees("district",
                    path + (cursor.isEmpty() ? "" : (path.contains("?") ? "&" : "?") + "cursor=" + cursor));
            page.path("items").forEach(found::add);
            cursor = page.path("cursor").stringValue(null);
        }
        return found;
    }

    private void count(String what, String which, long number) {
        counted.computeIfAbsent(what, _ -> new TreeMap<>()).merge(which, number, Long::sum);
    }

    private void print(int posted) {
        System.out.printf("%n| %d organisations | | %d events posted |%n| --- | --- | ---: |%n",
                year.organisations.size(), posted);
        counted.forEach((what, each) -> {
            each.forEach((which, number) -> System.out.printf("| %s | %s | %d |%n", what, which, number));
            if (ADD_UP.contains(what)) {
                System.out.printf("| %s | in all | %d |%n", what,
                        each.values().stream().mapToLong(Long::longValue).sum());
            }
        });
    }
}
