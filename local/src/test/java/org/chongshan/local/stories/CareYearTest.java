package org.chongshan.local.stories;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.chongshan.core.WorkingDays;
import org.chongshan.events.Programme;
import org.chongshan.local.Bureau;
import org.chongshan.local.RawItems;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Elders who are visited four times a month, through the whole pipeline: of every visit it is known beforehand whether it counts
 * and what it costs, and providers, treasury and months of care say the same, to the fen. {@code -Dcare.elders=700
 * -Dcare.months=12} for a year of the source; {@code -Dcare.seed} for another one.
 */
class CareYearTest {
    private static final int ELDERS = Integer.getInteger("care.elders", 4);
    private static final int MONTHS = Integer.getInteger("care.months", 1);
    private static final int MONTHS_A_LOOK = 6;
    private static final long SEED = Long.getLong("care.seed", 2023);
    private static final YearMonth FIRST = YearMonth.of(2023, 2);
    private static final int[] DAYS = {7, 13, 19, 25};
    /** Visits a carer makes on one day, one after the other. */
    private static final int ROUND = 6;
    private static final int MOST_EVENTS = 100;
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("uuuuMM");
    private static final Map<String, Long> PRICES = Map.of("haircut", 2000L, "nail-trimming", 1000L, "blood-pressure",
            1000L, "room-cleaning", 3000L);
    private static final long LEAST_FEE = 3000;

    /** What becomes of a visit. */
    private enum Fate {
        AS_PLANNED(true),
        /** It counts once the review says so. */
        UPHELD(true),
        /** Recorded a minute too short, and put right. */
        ADJUSTED(true),
        /** It is paid, and struck afterwards. */
        STRUCK_LATE(true),
        STRUCK(false),
        A_MINUTE_SHORT(false),
        UNCONFIRMED(false);

        private final boolean counts;

        Fate(boolean counts) {
            this.counts = counts;
        }

        boolean isShort() {
            return this == ADJUSTED || this == A_MINUTE_SHORT;
        }

        boolean isDisputed() {
            return this == UPHELD || this == STRUCK;
        }
    }

    private record Visit(String id, int elder, LocalDate day, Fate fate, boolean volunteer, List<String> items) {
        int hour() {
            return elder % ROUND;
        }

        Instant begins() {
            return day.atStartOfDay(WorkingDays.ZONE).plusHours(9L + hour()).toInstant();
        }

        String carer() {
            return (volunteer ? "F-" : "W-") + elder / ROUND;
        }

        String settlement(YearMonth month) {
            return provider(elder / ROUND) + "." + Bureau.STREET + "." + MONTH.format(month);
        }

        long feeFen() {
            return volunteer ? 0 : Math.max(LEAST_FEE, items.stream().mapToLong(PRICES::get).sum());
        }
    }

    private final Random random = new Random(SEED);
    private final Bureau bureau = Bureau.openAt("2023-01-10T01:00:00Z");
    /** What is to be settled, by settlement. */
    private final Map<String, Long> dueFen = new TreeMap<>();
    private final Map<Fate, Integer> fates = new TreeMap<>();
    private final Map<String, Long> paidFen = new TreeMap<>();
    private long counting;

    @Test
    void every_visit_that_counts_is_counted_and_paid_once_and_no_other() throws Exception {
        try (bureau) {
            elders();
            carers();
            var started = System.nanoTime();
            opens(FIRST);
            for (int i = 0; i < MONTHS; i++) {
                var month = FIRST.plusMonths(i);
                var visits = new ArrayList<Visit>();
                for (var day : DAYS) {
                    visits.addAll(day(month.atDay(day)));
                    progress(started, i * 4 + visits.size() / ELDERS);
                }
                if (i % MONTHS_A_LOOK == MONTHS_A_LOOK - 1) {
                    looked();
                }
                opens(month.plusMonths(1));
                settles(month, visits);
            }
            assertThat(bureau.platform().deadLetters()).isZero();
            books();
        }
    }

    private void elders() throws Exception {
        each(ELDERS, "street", i -> bureau.event(Bureau.newId(), "HouseholdRegistered", """
                {"household": "H-%d", "members": [
                  {"member": "M-%d", "name": "x", "identityNumber": "1", "relation": "HEAD"}]}""".formatted(i, i)));
        each(ELDERS, "grid", i -> event("ElderRegistered", """
                {"elder": "O-%d", "household": "H-%d", "name": "x", "bornOn": "1940-01-01", "registeredHere": true,
                 "livesHereSince": "1990-01-01", "address": "x", "contact": "x"}""", i, i));
        looked();
    }

    /** What a category and an assessment rest on holds for a year at most: somebody looks again before it is over. */
    private void looked() throws Exception {
        each(ELDERS, "street", i -> bureau.event(Bureau.newId(), "EconomicStatusVerified", """
                {"household": "H-%d", "persons": 1, "income12Fen": 100, "rigidSpending12Fen": 0, "ableToWork": true,
                 "supporterAble": true, "hardship": "NONE"}""".formatted(i)));
        each(ELDERS, "organisation", i -> event("ElderAssessed",
                "{\"elder\": \"O-%d\", \"grade\": \"MODERATE_LOSS\", \"assessor\": \"a\", \"findings\": \"xx\"}", i));
        bureau.settle();
    }

    private void carers() throws Exception {
        each((ELDERS + ROUND - 1) / ROUND, "organisation", i -> engaged("W-" + i, i, "EMPLOYED"));
        each((ELDERS + ROUND - 1) / ROUND, "organisation", i -> engaged("F-" + i, i, "VOLUNTEER"));
        bureau.settle();
    }

    private String engaged(String carer, int round, String kind) {
        return event("CarerEngaged",
                "{\"carer\": \"%s\", \"provider\": \"%s\", \"kind\": \"%s\", \"qualifications\": [], \"name\": \"x\"}",
                carer, provider(round), kind);
    }

    private static String provider(int round) {
        return "P-" + round % 2;
    }

    private void opens(YearMonth month) throws Exception {
        itIs(month.atDay(1).atStartOfDay(WorkingDays.ZONE).toInstant());
        bureau.theMinutePasses();
        assertThat(careMonth(month, "entitled")).isEqualTo(ELDERS);
    }

    /** Booked the evening before, made in rounds, confirmed and disputed in the evening. */
    private List<Visit> day(LocalDate day) throws Exception {
        var visits = IntStream.range(0, ELDERS)
                .mapToObj(elder -> new Visit("V-" + elder + "-" + day, elder, day, fate(), random.nextInt(20) == 0,
                        PRICES.keySet().stream().sorted().filter(_ -> random.nextInt(2) == 0).toList()))
                .map(visit -> visit.items().isEmpty()
                        ? new Visit(visit.id(), visit.elder(), day, visit.fate(), visit.volunteer(), List.of("haircut"))
                        : visit)
                .toList();
        itIs(day.minusDays(1).atStartOfDay(WorkingDays.ZONE).plusHours(18).toInstant());
        each(visits, "desk", visit -> event("HomeVisitBooked", """
                {"visit": "%s", "elder": "O-%d", "channel": "APP", "plannedAt": "%s", "plannedMinutes": 60,
                 "items": [%s], "place": "K-%d"}""", visit.id(), visit.elder(), visit.begins(), quoted(visit.items()),
                visit.elder() / ROUND));
        each(visits, "organisation", visit -> event("HomeVisitAssigned", "{\"visit\": \"%s\", \"carer\": \"%s\"}",
                visit.id(), visit.carer()));
        bureau.settle();

        for (int hour = 0; hour < ROUND; hour++) {
            var now = hour;
            var round = visits.stream().filter(visit -> visit.hour() == now).toList();
            if (round.isEmpty()) {
                continue;
            }
            itIs(round.getFirst().begins());
            each(round, "care", visit -> checked("CheckedIn", visit));
            itIs(round.getFirst().begins().plus(Duration.ofMinutes(59)));
            each(round.stream().filter(visit -> visit.fate().isShort()).toList(), "care",
                    visit -> checked("CheckedOut", visit));
            itIs(round.getFirst().begins().plus(Duration.ofMinutes(60)));
            each(round.stream().filter(visit -> !visit.fate().isShort()).toList(), "care",
                    visit -> checked("CheckedOut", visit));
            each(round, "care",
                    visit -> event("HomeVisitCompleted", "{\"visit\": \"%s\", \"items\": [%s]}", visit.id(),
                            visit.items().stream().map(item -> "{\"item\": \"" + item + "\", \"outcome\": \"DONE\"}")
                                    .collect(Collectors.joining(", "))));
        }
        itIs(day.atStartOfDay(WorkingDays.ZONE).plusHours(18).toInstant());
        each(visits.stream().filter(visit -> visit.fate() != Fate.UNCONFIRMED).toList(), "desk",
                visit -> event("HomeVisitConfirmed", "{\"visit\": \"%s\", \"by\": \"ELDER\", \"items\": [%s]}",
                        visit.id(), quoted(visit.items())));
        var adjusted = visits.stream().filter(visit -> visit.fate() == Fate.ADJUSTED).toList();
        each(adjusted, "care", visit -> event("TimesAdjusted", """
                {"visit": "%s", "adjustment": "A-1", "startedAt": "%s", "endedAt": "%s", "reason": "NO_SIGNAL"}""",
                visit.id(), visit.begins(), visit.begins().plus(Duration.ofMinutes(60))));
        each(adjusted, "street", visit -> event("TimesAdjustmentDecided",
                "{\"visit\": \"%s\", \"adjustment\": \"A-1\", \"approved\": true, \"grounds\": \"xx\"}", visit.id()));
        disputed(visits.stream().filter(visit -> visit.fate().isDisputed()).toList());
        bureau.settle();

        for (var visit : visits) {
            fates.merge(visit.fate(), 1, Integer::sum);
            if (visit.fate().counts) {
                counting++;
                due(visit, YearMonth.from(day), visit.feeFen());
            }
        }
        return visits;
    }

    private Fate fate() {
        var fates = Fate.values();
        return random.nextInt(4) > 0 ? Fate.AS_PLANNED : fates[random.nextInt(fates.length)];
    }

    private void due(Visit visit, YearMonth month, long fen) {
        if (fen != 0) {
            dueFen.merge(visit.settlement(month), fen, Long::sum);
        }
    }

    private void disputed(List<Visit> visits) throws Exception {
        each(visits, "grid",
                visit -> event("HomeVisitDisputed", "{\"visit\": \"%s\", \"grounds\": \"xx\"}", visit.id()));
        each(visits, "street",
                visit -> event("VisitDisputeResolved", "{\"visit\": \"%s\", \"outcome\": \"%s\", \"grounds\": \"xx\"}",
                        visit.id(), visit.fate() == Fate.UPHELD ? "STANDS" : "STRUCK"));
    }

    /** The month closes and is paid; then some of its visits are struck, which the next month bears. */
    private void settles(YearMonth month, List<Visit> visits) throws Exception {
        itIs(WorkingDays.endOf(month.plusMonths(1).atDay(5)).plusSeconds(1));
        bureau.theMinutePasses();
        assertThat(careMonth(month, "visits")).as("visits that count in %s", month)
                .isEqualTo(visits.stream().filter(visit -> visit.fate().counts).count());
        for (var settlement : List.copyOf(dueFen.keySet())) {
            if (!settlement.endsWith(MONTH.format(month))) {
                continue;
            }
            var due = dueFen.get(settlement);
            assertThat(sumOf(settlement)).as(settlement).isEqualTo(due);
            bureau.did("district", "eldercare.SettlementConfirmed",
                    "{\"settlement\": \"%s\", \"amountFen\": %d}".formatted(settlement, due));
            var claim = "home-care." + settlement;
            assertThat(bureau.sees("cashier", "payments/" + claim).path("state").path("amountFen").longValue())
                    .as("the claim of %s at the treasury", settlement).isEqualTo(due);
            bureau.did("cashier", "treasury.PaymentReceiptRecorded",
                    "{\"claim\": \"%s\", \"result\": \"PAID\", \"reference\": \"B-1\"}".formatted(claim));
            assertThat(
                    bureau.sees("street", "care-settlements/" + settlement).path("state").path("paidFen").longValue())
                    .isEqualTo(due);
            paidFen.put(settlement, due);
        }
        var late = visits.stream().filter(visit -> visit.fate() == Fate.STRUCK_LATE).toList();
        disputed(late);
        bureau.settle();
        late.forEach(visit -> due(visit, month.plusMonths(1), -visit.feeFen()));
        counting -= late.size();
    }

    /** Read past the face: each visit once, each settlement to the fen, and the months together. */
    private void books() throws Exception {
        var verified = new long[1];
        var fees = new long[1];
        var settled = new TreeMap<String, Long>();
        states("home-visit").filter(visit -> visit.path("status").stringValue("").equals("verified")).forEach(visit -> {
            verified[0]++;
            fees[0] += visit.path("weighed").path("feeFen").longValue();
        });
        states("care-settlement").forEach(settlement -> settled.put(settlement.path("id").stringValue(""),
                settlement.path("chargedFen").longValue() - settlement.path("takenOffFen").longValue()));
        var months = 0L;
        for (int i = 0; i < MONTHS; i++) {
            months += careMonth(FIRST.plusMonths(i), "visits");
        }
        System.out.printf("%d elders, %d months: %s; %d of %d visits count, %d fen, of which paid out %d%n", ELDERS,
                MONTHS, fates, verified[0], 4L * ELDERS * MONTHS, fees[0],
                paidFen.values().stream().mapToLong(Long::longValue).sum());
        assertThat(settled).as("each provider and month, what was taken off later in the month after")
                .isEqualTo(dueFen);
        assertThat(settled.values().stream().mapToLong(Long::longValue).sum())
                .as("settlements are the fees of the visits that count").isEqualTo(fees[0]);
        assertThat(verified[0]).isEqualTo(counting).isEqualTo(months);
    }

    private Stream<JsonNode> states(String function) {
        return RawItems.states(bureau.platform().engines().dynamo(), bureau.platform().settings(), Programme.ELDERCARE,
                function, Bureau.STREET);
    }

    private long sumOf(String settlement) throws Exception {
        var state = bureau.sees("street", "care-settlements/" + settlement).path("state");
        assertThat(state.path("carriedFen").longValue()).isZero();
        return state.path("chargedFen").longValue() - state.path("takenOffFen").longValue();
    }

    private long careMonth(YearMonth month, String figure) throws Exception {
        return bureau.sees("street", "care-months/" + month + "." + Bureau.STREET).path("state").path(figure)
                .longValue();
    }

    private static String quoted(List<String> items) {
        return items.stream().map(item -> "\"" + item + "\"").collect(Collectors.joining(", "));
    }

    private String checked(String type, Visit visit) {
        return event(type, "{\"visit\": \"%s\", \"carer\": \"%s\", \"kind\": \"APP\"}", visit.id(), visit.carer());
    }

    private String event(String type, String data, Object... with) {
        return bureau.event(Bureau.newId(), "eldercare." + type, data.formatted(with));
    }

    private void itIs(Instant time) {
        bureau.itIs(time.toString());
    }

    private void each(int number, String role, Function<Integer, String> event) throws Exception {
        each(IntStream.range(0, number).boxed().toList(), role, event);
    }

    private <T> void each(List<T> all, String role, Function<T, String> event) throws Exception {
        for (int i = 0; i < all.size(); i += MOST_EVENTS) {
            var events = all.subList(i, Math.min(all.size(), i + MOST_EVENTS)).stream().map(event);
            var answer = bureau.post(role, events.collect(Collectors.joining(",", "[", "]")));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        }
    }

    private static void progress(long started, int daysDone) {
        var days = 4 * MONTHS;
        var took = Duration.ofNanos(System.nanoTime() - started);
        var left = took.multipliedBy(days - daysDone).dividedBy(daysDone);
        System.out.printf("%d of %d visits, %d s, about %d s left%n", (long) daysDone * ELDERS, (long) days * ELDERS,
                took.toSeconds(), left.toSeconds());
    }
}
