package org.chongshan.local.stories;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.chongshan.events.IdentityNumber;
import org.chongshan.local.Bureau;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The applications for divorce of 2023 through the whole pipeline, with the clock moved from working day to working day. Of 2300
 * the seed's mix: three tenths are withdrawn after counselling, 1543 are registered, few are withdrawn without, lapse or end
 * elsewhere. Each end and each last day is compared with what this test counts by itself, from the published notices, and
 * with the table of the days of an application. {@code -Ddivorce.applications=2300} for the whole year.
 */
class DivorceYearTest {
    private static final int APPLICATIONS = Integer.getInteger("divorce.applications", 40);
    /** Fewer lie on few days and in few months: each costs time, whatever happens in it. */
    private static final boolean WHOLE_YEAR = APPLICATIONS >= 500;
    private static final int ON_ONE_DAY = 40;
    private static final int SESSIONS_A_DAY = 6;

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final LocalTime MORNING = LocalTime.of(9, 0);
    private static final LocalTime LAST_MINUTE = LocalTime.of(16, 59);
    private static final LocalTime TOO_LATE = LocalTime.of(17, 1);
    private static final Path CALENDARS = Path.of("../functions/src/main/resources/calendar");
    private static final Path TABLE = Path.of("../functions/src/test/resources/calendar/cooling-off.csv");

    /** How applications end, by the word of the status. */
    private enum End {
        REGISTERED,
        MEDIATED,
        WITHDRAWN,
        LAPSED,
        ENDED_ELSEWHERE;

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /** The days of an application, as the notices of the State Council have them. */
    private record Counted(LocalDate coolingOffLastDay, LocalDate certificateFirstDay, LocalDate certificateLastDay) {}

    /** What is expected of one application. */
    private record Expected(String subdistrict, LocalDate applied, Counted days, End end, LocalDate on) {}

    /** What somebody posts. */
    private record Post(String role, String type, LocalTime at, String subdistrict, String data) {}

    private final Set<LocalDate> daysOff = new HashSet<>();
    private final Set<LocalDate> workedWeekends = new HashSet<>();
    private final Random random = new Random(2023);
    private final Map<String, Expected> expected = new TreeMap<>();
    private final Map<LocalDate, List<Post>> diary = new TreeMap<>();
    private final Map<LocalDate, Integer> sessions = new HashMap<>();

    @Test
    void every_application_of_a_year_ends_once_and_on_its_day() throws Exception {
        readTheNotices();
        plan();
        try (var bureau = Bureau.openAt("2023-01-03T01:00:00Z")) {
            bureau.did("registry", "marriage.CounsellorEngaged",
                    "{\"counsellor\": \"organisation-17\", \"kind\": \"SOCIAL_WORKER\", \"organisation\": \"O-1\"}");
            var posted = live(bureau);
            var seen = check(bureau);
            assertThat(bureau.platform().deadLetters()).isZero();
            System.out.printf("%n| %d applications | |%n| --- | --- |%n| events posted | %d |%n", APPLICATIONS, posted);
            seen.forEach((end, count) -> System.out.printf("| %s | %d |%n", end.word(), count));
        }
    }

    private void readTheNotices() throws Exception {
        try (var files = Files.list(CALENDARS)) {
            for (var file : files.filter(one -> one.getFileName().toString().matches("\\d{4}\\.json")).toList()) {
                var notice = Bureau.JSON.readTree(Files.readString(file));
                notice.path("holidays").forEach(day -> daysOff.add(LocalDate.parse(day.stringValue())));
                notice.path("workedWeekendDays").forEach(day -> workedWeekends.add(LocalDate.parse(day.stringValue())));
            }
        }
    }

    private boolean isWorked(LocalDate day) {
        var weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return !daysOff.contains(day) && (!weekend || workedWeekends.contains(day));
    }

    private LocalDate rolled(LocalDate day) {
        var rolled = day;
        while (!isWorked(rolled)) {
            rolled = rolled.plusDays(1);
        }
        return rolled;
    }

    private Counted counted(LocalDate applied) {
        var coolingOff = rolled(applied.plusDays(30));
        return new Counted(coolingOff, rolled(coolingOff.plusDays(1)), rolled(coolingOff.plusDays(30)));
    }

    /** How many end in which way: of 2300 the seed's figures, of few at least one each. */
    private static Map<End, Integer> mix() {
        var mix = new EnumMap<End, Integer>(End.class);
        mix.put(End.MEDIATED, Math.max(1, APPLICATIONS * 3 / 10));
        mix.put(End.WITHDRAWN, Math.max(1, APPLICATIONS * 30 / 2300));
        mix.put(End.LAPSED, Math.max(1, APPLICATIONS * 30 / 2300));
        mix.put(End.ENDED_ELSEWHERE, Math.max(1, APPLICATIONS * 7 / 2300));
        mix.put(End.REGISTERED, APPLICATIONS - mix.values().stream().mapToInt(Integer::intValue).sum());
        return mix;
    }

    private void plan() {
        var days = LocalDate.of(2023, 1, 3).datesUntil(LocalDate.of(2024, 1, 1)).filter(this::isWorked).toList();
        var ends = new ArrayList<End>();
        mix().forEach((end, count) -> ends.addAll(Collections.nCopies(count, end)));
        Collections.shuffle(ends, random);
        for (int i = 0; i < APPLICATIONS; i++) {
            var beside = WHOLE_YEAR ? i : i / ON_ONE_DAY * ON_ONE_DAY;
            couple(i, days.get((int) ((long) beside * days.size() / APPLICATIONS)), ends.get(i));
        }
    }

    private void couple(int number, LocalDate applied, End end) {
        var couple = new Window(number, "3206130%02d".formatted(1 + number % 16));
        var days = counted(applied);
        couple.receive(applied);
        var dayAfter = rolled(applied.plusDays(1));
        if (end == End.MEDIATED || end == End.REGISTERED && number % 10 == 3) {
            dayAfter = rolled(couple.counsel(applied, dayAfter).plusDays(1));
        }
        var on = switch (end) {
            case MEDIATED,
                    WITHDRAWN ->
                number % 4 == 0
                        ? couple.withdraw(days.coolingOffLastDay(), LAST_MINUTE)
                        : couple.withdraw(someDay(dayAfter, days.coolingOffLastDay()), MORNING);
            case REGISTERED -> {
                if (number % 5 == 0) {
                    // In vain: on that day nothing is registered.
                    couple.come(days.coolingOffLastDay(), MORNING);
                }
                yield switch (number % 4) {
                    case 0 -> couple.come(days.certificateFirstDay(), MORNING);
                    case 1 -> couple.come(days.certificateLastDay(), LAST_MINUTE);
                    default -> couple.come(someDay(days.certificateFirstDay(), days.certificateLastDay()), MORNING);
                };
            }
            case LAPSED -> couple.come(days.certificateLastDay(), TOO_LATE);
            case ENDED_ELSEWHERE -> couple.die(someDay(dayAfter, days.certificateLastDay()));
        };
        expected.put("divorce/" + couple.application, new Expected(couple.subdistrict, applied, days, end, on));
    }

    private LocalDate someDay(LocalDate first, LocalDate last) {
        var open = first.datesUntil(last.plusDays(1)).filter(this::isWorked).toList();
        return open.get(WHOLE_YEAR ? random.nextInt(open.size()) : open.size() - 2);
    }

    /** A couple at the registry's window. */
    private final class Window {
        private final String application;
        private final String subdistrict;
        private final String his;
        private final String hers;

        Window(int number, String subdistrict) {
            this.application = "Y-%04d".formatted(number);
            this.subdistrict = subdistrict;
            var born = LocalDate.of(1970, 1, 1).plusDays(number).toString().replace("-", "");
            this.his = identityNumber("320602" + born + "001");
            this.hers = identityNumber("320602" + born + "002");
        }

        private static String identityNumber(String digits) {
            return digits + IdentityNumber.checkCharacter(digits);
        }

        private void post(LocalDate day, LocalTime at, String role, String type, String data) {
            diary.computeIfAbsent(day, _ -> new ArrayList<>())
                    .add(new Post(role, "marriage." + type, at, subdistrict, data));
        }

        void receive(LocalDate day) {
            post(day, MORNING, "registry", "DivorceApplicationReceived", """
                    {"application": "%s", "registry": "chongchuan", "bothInPerson": true, "bothCapable": true,
                     "agreed": true, "marriedInTheMainland": true, "certificates": "BOTH",
                     "husband": {"name": "x", "identityNumber": "%s", "registeredHere": true},
                     "wife": {"name": "y", "identityNumber": "%s", "registeredHere": true}}""".formatted(application,
                    his, hers));
            post(day, MORNING, "registry", "CounsellingOffered",
                    "{\"application\": \"%s\", \"answer\": \"ACCEPTED\"}".formatted(application));
        }

        /** On the first day from this one on on which the counsellor is free. */
        LocalDate counsel(LocalDate applied, LocalDate from) {
            var day = from;
            while (sessions.getOrDefault(day, 0) == SESSIONS_A_DAY) {
                day = rolled(day.plusDays(1));
            }
            var at = MORNING.plusMinutes(75L * sessions.merge(day, 1, Integer::sum) - 75);
            post(applied, MORNING, "registry", "CounsellingBooked", """
                    {"session": "S-%s", "client": "K-%s", "application": "%s", "kind": "ONLINE",
                     "counsellor": "organisation-17", "startsAt": "%s", "minutes": 60}""".formatted(application,
                    application, application, instant(day, at)));
            post(applied, MORNING, "registry", "CounsellingConfirmed",
                    "{\"session\": \"S-%s\"}".formatted(application));
            post(day, at.plusMinutes(60), "organisation", "CounsellingHeld",
                    "{\"session\": \"S-%s\"}".formatted(application));
            return day;
        }

        LocalDate withdraw(LocalDate day, LocalTime at) {
            post(day, at, "registry", "WithdrawalRequested", """
                    {"application": "%s", "registry": "chongchuan", "by": "WIFE", "identityNumber": "%s",
                     "inPerson": true, "receipt": "RECEIPT", "confirmation": "W-%s"}""".formatted(application, hers,
                    application));
            return day;
        }

        LocalDate come(LocalDate day, LocalTime at) {
            post(day, at, "registry", "BothPartiesAppeared", """
                    {"application": "%s", "registry": "chongchuan", "husbandPresent": true, "wifePresent": true,
                     "husbandNumber": "%s", "wifeNumber": "%s",
                     "settled": ["WILL", "CHILDREN", "PROPERTY", "DEBTS"], "certificate": "C-%s"}"""
                    .formatted(application, his, hers, application));
            return day;
        }

        LocalDate die(LocalDate day) {
            post(day, MORNING, "registry", "CaseEndedOtherwise", """
                    {"application": "%s", "because": "DEATH", "on": "%s", "document": "D-%s"}""".formatted(application,
                    day, application));
            return day;
        }
    }

    private static Instant instant(LocalDate day, LocalTime at) {
        return day.atTime(at).atZone(ZONE).toInstant();
    }

    /** Day by day: what people did, entered when the window has closed, and what falls due. */
    private int live(Bureau bureau) throws Exception {
        var all = diary.values().stream().mapToInt(List::size).sum();
        var begun = System.nanoTime();
        var done = 0;
        var told = 0;
        for (var day : diary.entrySet()) {
            for (var role : List.of("registry", "organisation")) {
                var events = new ArrayList<String>();
                for (var post : day.getValue()) {
                    if (post.role().equals(role)) {
                        bureau.itIs(instant(day.getKey(), post.at()).toString());
                        events.add(bureau.event(Bureau.newId(), post.type(), post.subdistrict(), post.data()));
                    }
                }
                bureau.itIs(instant(day.getKey(), TOO_LATE.plusMinutes(1)).toString());
                for (int i = 0; i < events.size(); i += 100) {
                    var answer = bureau.post(role,
                            "[" + String.join(",", events.subList(i, Math.min(events.size(), i + 100))) + "]");
                    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
                }
            }
            bureau.theMinutePasses();
            done += day.getValue().size();
            if (done * 20L / all > told) {
                told = (int) (done * 20L / all);
                var seconds = (System.nanoTime() - begun) / 1_000_000_000;
                System.out.printf("%s: %d of %d events, %d s, %d s left%n", day.getKey(), done, all, seconds,
                        seconds * (all - done) / done);
            }
        }
        return all;
    }

    private Map<End, Integer> check(Bureau bureau) throws Exception {
        var table = new HashMap<LocalDate, Counted>();
        for (var row : Files.readAllLines(TABLE).stream().skip(1).map(line -> line.split(",")).toList()) {
            table.put(LocalDate.parse(row[0]),
                    new Counted(LocalDate.parse(row[2]), LocalDate.parse(row[4]), LocalDate.parse(row[6])));
        }
        var seen = new EnumMap<End, Integer>(End.class);
        for (var end : End.values()) {
            for (var item : all(bureau, end)) {
                var key = item.path("key").stringValue();
                var one = expected.remove(key);
                assertThat(one).as(key + " was posted, and stands in one list").isNotNull();
                var days = item.path("state").path("days");
                assertThat(new Counted(day(days, "coolingOffLastDay"), day(days, "certificateFirstDay"),
                        day(days, "certificateLastDay"))).as("%s of %s", key, one.applied()).isEqualTo(one.days())
                        .isEqualTo(table.getOrDefault(one.applied(), one.days()));
                assertThat(end).as("%s of %s", key, one.applied()).isEqualTo(one.end());
                assertThat(end == End.LAPSED ? lapsedOn(bureau, key) : endedOn(item.path("state").path("course")))
                        .as("%s of %s ended", key, one.applied()).isEqualTo(one.on());
                seen.merge(end, 1, Integer::sum);
            }
        }
        assertThat(expected.keySet()).as("never ended").isEmpty();
        assertThat(seen).isEqualTo(mix());
        return seen;
    }

    private static LocalDate endedOn(JsonNode course) {
        return Stream
                .concat(Stream.of(course.path("registered"), course.path("withdrawn")),
                        course.path("elsewhere").propertyStream()
                                .map(document -> document.getValue().path("value").path("end")))
                .map(end -> end.path("value")).filter(end -> end.has("on")).map(end -> day(end, "on")).findFirst()
                .orElseThrow();
    }

    private static LocalDate day(JsonNode node, String field) {
        return LocalDate.parse(node.path(field).stringValue());
    }

    private static List<JsonNode> all(Bureau bureau, End end) throws Exception {
        var found = new ArrayList<JsonNode>();
        for (var cursor = ""; cursor != null;) {
            var page = bureau.sees("registry",
                    "divorce-applications?status=" + end.word() + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
            page.path("items").forEach(found::add);
            cursor = page.path("cursor").stringValue(null);
        }
        return found;
    }

    /** What was stated of it when the clock told it that its time was over. */
    private static LocalDate lapsedOn(Bureau bureau, String key) throws Exception {
        for (var entry : bureau.sees("registry", key.replace("divorce/", "divorce-applications/") + "/journal")
                .path("items")) {
            for (var event : entry.path("emitted")) {
                if (event.path("type").stringValue("").endsWith(".DivorceApplicationClosed")) {
                    return day(event.path("data"), "on");
                }
            }
        }
        throw new AssertionError("nobody was told that " + key + " lapsed");
    }
}
