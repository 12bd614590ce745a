package org.chongshan.local.replay;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.chongshan.events.Event;
import org.chongshan.events.IdentityNumber;
import org.chongshan.events.Personal;
import org.chongshan.events.Role;
import org.chongshan.shell.ReferenceData;

/** What the years of all programmes share: how large the district is, its people, its days, and where they write what happens. */
final class Town {
    /** Codes of the subdistricts. */
    static final List<String> STREETS = ReferenceData.subdistricts();

    static final LocalTime NINE = LocalTime.of(9, 0);
    static final LocalTime TEN = LocalTime.of(10, 0);
    static final LocalTime ELEVEN = LocalTime.of(11, 0);
    static final LocalTime AFTERNOON = LocalTime.of(14, 0);
    static final LocalTime EVENING = LocalTime.of(17, 30);

    private static final String SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡林郭何高罗";
    private static final String GIVEN = "兰英芳秀华梅玉珍凤红霞军勇伟明强平建国志文海波静丽敏";
    private static final LocalDate FIRST_BORN = LocalDate.of(1930, 1, 1);
    private static final int BORN_ON = 25_000;

    private final double scale;
    private final OfficeDays days;
    private final Random random;
    private final Map<String, SourceFigure> figures;
    private final List<Posting> postings = new ArrayList<>();
    private int numbers;

    Town(double scale, long seed, OfficeDays days) {
        this.scale = scale;
        this.days = days;
        this.random = new Random(seed);
        this.figures = SourceFigure.all().stream().collect(Collectors.toMap(SourceFigure::figure, Function.identity()));
    }

    OfficeDays days() {
        return days;
    }

    List<Posting> postings() {
        return postings;
    }

    /** What the source says of a district of this size; where it says more than that, a little more. */
    int size(String figure) {
        var one = figures.get(figure);
        var size = one.of(scale).intValueExact();
        return one.relation().equals(">") ? size + Math.max(1, size / 30) : size;
    }

    /** So many in a whole district, and one at least. */
    int scaled(int whole) {
        return (int) Math.max(1, Math.round(whole * scale));
    }

    int pick(int below) {
        return random.nextInt(below);
    }

    <T> T one(List<T> of) {
        return of.get(pick(of.size()));
    }

    /** Which of these days the one of so many falls on, when they are spread evenly. */
    static LocalDate spread(List<LocalDate> over, int one, int of) {
        return over.get((int) ((long) one * over.size() / of));
    }

    static String street(int number) {
        return STREETS.get(number % STREETS.size());
    }

    /** Whoever holds a role in a subdistrict. */
    static Person at(String street, Role role) {
        return new Person(role, role.claim() + "-" + street, street);
    }

    /** Whoever holds a role for the whole district. */
    static Person of(Role role, String subject) {
        return new Person(role, subject, STREETS.getFirst());
    }

    static Person district() {
        return of(Role.DISTRICT, "district-1");
    }

    /** Somebody posts what happens, in this order. */
    void post(LocalDate day, LocalTime time, Person by, String street, Event... events) {
        post(OfficeDays.at(day, time), by, street, events);
    }

    void post(Instant at, Person by, String street, Event... events) {
        for (var event : events) {
            postings.add(new Posting(at, postings.size(), at, by, id(at), street, event));
        }
    }

    /** A UUIDv7 of its time. */
    private String id(Instant at) {
        return new UUID(at.toEpochMilli() << 16 | 0x7000L | random.nextLong() & 0xFFFL,
                random.nextLong() & 0x3FFFFFFFFFFFFFFFL | 0x8000000000000000L).toString();
    }

    /** The name of somebody who does not exist. */
    Personal name() {
        return new Personal("" + SURNAMES.charAt(pick(SURNAMES.length())) + GIVEN.charAt(pick(GIVEN.length()))
                + GIVEN.charAt(pick(GIVEN.length())));
    }

    /** The number of somebody who does not exist, each once. */
    IdentityNumber identityNumber() {
        var born = FIRST_BORN.plusDays(numbers % BORN_ON);
        var digits = "320602" + DateTimeFormatter.BASIC_ISO_DATE.format(born)
                + "%03d".formatted(numbers++ / BORN_ON + 1);
        return new IdentityNumber(digits + IdentityNumber.checkCharacter(digits));
    }
}
