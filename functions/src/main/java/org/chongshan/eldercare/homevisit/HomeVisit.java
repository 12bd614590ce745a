package org.chongshan.eldercare.homevisit;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.chongshan.core.Aggregate;
import org.chongshan.core.Context;
import org.chongshan.core.Count;
import org.chongshan.core.Deadline;
import org.chongshan.core.Fact;
import org.chongshan.core.InDigest;
import org.chongshan.core.Listing;
import org.chongshan.core.Term;
import org.chongshan.core.WorkingDays;
import org.chongshan.eldercare.EldercareFigure;
import org.chongshan.eldercare.homevisit.Asking.Answer;
import org.chongshan.events.Heading;
import org.chongshan.events.eldercare.BookingChannel;
import org.chongshan.events.eldercare.CancelledBecause;
import org.chongshan.events.eldercare.DisputeOutcome;
import org.chongshan.events.eldercare.Doubt;
import org.chongshan.events.eldercare.EligibilityTest;
import org.chongshan.events.eldercare.VisitException;
import org.chongshan.events.eldercare.VisitNotMade;
import org.chongshan.events.eldercare.VoidedBecause;
import org.jspecify.annotations.Nullable;

/**
 * A home visit (上门服务). What was booked and asked for are decisions; what was recorded and said are facts, and where it stands
 * is derived from them, so that a phone that was offline for a day changes nothing but the day it is known.
 *
 * @param status     derived from the rest
 * @param plan       when it is to take place, by the latest word
 * @param askings    requests for a carer, in order; at most {@value #MOST_ASKINGS}
 * @param recorded   check-ins, check-outs, what was done, and other times beside the recorded ones
 * @param said       what elder and family say
 * @param cancelled  that it will not take place; counts unless somebody had come before
 * @param voided     that it never was; null unless somebody said so
 * @param doubts     what the carer's other visits say against its times
 * @param entitlement what the elder's record said; null while it has said nothing
 * @param cleared    exceptions somebody looked at
 * @param told       what was stated as missed
 * @param weighed    each test with what it rests on, and what counts
 * @param stated     what elder, settlement and carer were last told
 * @param exceptions what somebody has to look at, derived from the rest
 */
record HomeVisit(String id, String subdistrict, Status status, Booking booking, Fact<Plan> plan, List<Asking> askings,
        Recorded recorded, Said said, @Nullable Fact<CancelledBecause> cancelled, @Nullable VoidedBecause voided,
        Doubts doubts, @Nullable Entitlement entitlement, SortedSet<VisitException> cleared, Told told, Weighed weighed,
        Stated stated, SortedSet<VisitException> exceptions) implements Aggregate {

    /** How often a carer is asked for. */
    static final int MOST_ASKINGS = 20;

    HomeVisit {
        var counts = told.window != null && !windowBy(askings, plan, booking).isAfter(told.window);
        status = voided != null
                ? Status.VOIDED
                : isCalledOff(cancelled, recorded)
                        ? Status.CANCELLED
                        : said.dispute() != null && said.dispute().outcome() == DisputeOutcome.STRUCK
                                ? Status.STRUCK
                                : said.dispute() != null && said.dispute().outcome() == null
                                        ? Status.DISPUTED
                                        : atHome(askings, recorded, booking, told, weighed, counts);
        exceptions = exceptions(status, recorded, booking, plan, doubts, cleared, told, weighed);
    }

    /** Where a visit stands. */
    enum Status implements org.chongshan.core.Status {
        /** Somebody is to be found. */
        BOOKED(Sight.DEADLINE),
        /** Somebody is to come. */
        ASSIGNED(Sight.DEADLINE),
        /** Nobody came in time: somebody else is to be found. */
        @InDigest(Heading.OVERDUE)
        OVERDUE(Sight.LIST),
        /** Somebody came. */
        UNDER_WAY(Sight.DEADLINE),
        /** It took place and does not count yet. */
        DONE(Sight.DEADLINE),
        /** It took place days ago and does not count: a test fails. */
        @InDigest(Heading.OVERDUE)
        UNVERIFIED(Sight.LIST),
        /** Elder or family say it was not as recorded. */
        DISPUTED(Sight.DEADLINE),
        /** It counts. */
        VERIFIED(Sight.ENDED),
        /** It was found not to count. */
        STRUCK(Sight.ENDED),
        /** It did not take place, as was said before. */
        CANCELLED(Sight.ENDED),
        /** It was recorded and never took place. */
        VOIDED(Sight.ENDED);

        private final Sight sight;

        Status(Sight sight) {
            this.sight = sight;
        }

        @Override
        public Sight sight() {
            return sight;
        }
    }

    /** The further lists a visit stands in: the exceptions, each worked through, and those without a carer. */
    enum Listed implements Listing {
        /** Nobody is asked for, and it is to come. */
        @InDigest(Heading.DUE_TODAY)
        TO_ASSIGN,
        /** {@link VisitException#NO_CHECK_OUT}. */
        NO_CHECK_OUT,
        /** {@link VisitException#TOO_SHORT}. */
        TOO_SHORT,
        /** {@link VisitException#OVERLAP}. */
        OVERLAP,
        /** {@link VisitException#IMPOSSIBLE_TRAVEL}. */
        IMPOSSIBLE_TRAVEL,
        /** {@link VisitException#UNKNOWN_ITEM}. */
        UNKNOWN_ITEM,
        /** {@link VisitException#UNCONFIRMED}. */
        UNCONFIRMED,
        /** {@link VisitException#FAR_AWAY}. */
        FAR_AWAY,
        /** {@link VisitException#INACCURATE}. */
        INACCURATE,
        /** {@link VisitException#CHECKED_IN_TWICE}. */
        CHECKED_IN_TWICE,
        /** {@link VisitException#NOT_ENTITLED}. */
        NOT_ENTITLED,
        /** Other times were asked for, and nobody has approved or refused them. */
        ADJUSTMENT_ASKED,
        /** Nobody reviewed the dispute in time. */
        @InDigest(Heading.OVERDUE)
        REVIEW_OVERDUE
    }

    /** What a visit waits for. */
    enum Due implements Deadline {
        /** That somebody comes. */
        WINDOW,
        /** That whoever came goes. */
        CHECK_OUT,
        /** That it counts. */
        VERIFICATION,
        /** That a dispute is reviewed. */
        REVIEW
    }

    /**
     * What was asked for.
     *
     * @param items               of the catalogue
     * @param place               id of the community the elder lives in
     * @param by                  who asked
     * @param officer             whether an officer did
     * @param graceMinutes        after the planned time, by the policy it was booked under
     * @param checkOutGraceMinutes after the planned end, likewise
     * @param confirmationDays    after the visit, likewise
     */
    record Booking(String elder, BookingChannel channel, SortedSet<String> items, String place, String by,
            boolean officer, long graceMinutes, long checkOutGraceMinutes, long confirmationDays) {}

    /** When it is to take place, and for how long. */
    record Plan(Instant at, int minutes) {
        Instant until() {
            return at.plus(Duration.ofMinutes(minutes));
        }
    }

    /**
     * What a carer's other visits say.
     *
     * @param finding number of that carer's statement
     */
    record Doubts(@Nullable String carer, int finding, SortedSet<Doubt> found) {
        static final Doubts NONE = new Doubts(null, 0, new TreeSet<>());
    }

    /** The due times that were last stated as missed; null before any was. */
    record Told(@Nullable Instant window, @Nullable Instant checkOut, @Nullable Instant verification,
            @Nullable Instant review) {

        static final Told NOTHING = new Told(null, null, null, null);

        Told of(Due due, Instant time) {
            return new Told(due == Due.WINDOW ? time : window, due == Due.CHECK_OUT ? time : checkOut,
                    due == Due.VERIFICATION ? time : verification, due == Due.REVIEW ? time : review);
        }
    }

    /**
     * What counts, as others were told.
     *
     * @param settlement the visit is charged to; null when nothing is to be paid
     */
    record Charge(@Nullable String settlement, String provider, long feeFen, Instant startedAt, Instant endedAt) {}

    /** Where whoever came was, as their record was told. */
    record Sighting(String carer, Instant from, Instant until) {}

    /**
     * Whether the elder may be visited, by the elder's record.
     *
     * @param on       the day it was said of
     * @param failing  tests that fail; none when the elder is entitled
     * @param away     dead, or in hospital all day
     * @param revision of what that record says
     */
    record Entitlement(LocalDate on, SortedSet<EligibilityTest> failing, boolean away, long revision) {
        /** Whether it lets a visit of its day count; whoever is at home may be visited for nothing. */
        boolean lets(boolean free) {
            return !away && (free || failing.isEmpty());
        }
    }

    /**
     * What was last stated.
     *
     * @param charge     to elder and settlement; null while it does not count
     * @param notMade    why it does not, to the elder; null while nobody knows
     * @param statements how often something was stated to the elder
     * @param sighting   to the carer; null while it is not known
     * @param sightings  how often
     * @param asked      the day for which the elder's record was asked; null before anybody came
     */
    record Stated(@Nullable Charge charge, @Nullable VisitNotMade notMade, int statements, @Nullable Sighting sighting,
            int sightings, @Nullable LocalDate asked) {
        static final Stated NOTHING = new Stated(null, null, 0, null, 0, null);
    }

    static HomeVisit booked(String id, String subdistrict, Booking booking, Fact<Plan> plan) {
        return new HomeVisit(id, subdistrict, Status.BOOKED, booking, plan, List.of(), Recorded.NOTHING, Said.NOTHING,
                null, null, Doubts.NONE, null, new TreeSet<>(), Told.NOTHING, Weighed.NOTHING, Stated.NOTHING,
                new TreeSet<>());
    }

    HomeVisit moved(Fact<Plan> now) {
        return new HomeVisit(id, subdistrict, status, booking, now, askings, recorded, said, cancelled, voided, doubts,
                entitlement, cleared, told, weighed, stated, exceptions);
    }

    HomeVisit asking(List<Asking> now) {
        return new HomeVisit(id, subdistrict, status, booking, plan, List.copyOf(now), recorded, said, cancelled,
                voided, doubts, entitlement, cleared, told, weighed, stated, exceptions);
    }

    HomeVisit recorded(Recorded now) {
        return new HomeVisit(id, subdistrict, status, booking, plan, askings, now, said, cancelled, voided, doubts,
                entitlement, cleared, told, weighed, stated, exceptions);
    }

    HomeVisit said(Said now) {
        return new HomeVisit(id, subdistrict, status, booking, plan, askings, recorded, now, cancelled, voided, doubts,
                entitlement, cleared, told, weighed, stated, exceptions);
    }

    HomeVisit cancelled(Fact<CancelledBecause> now) {
        return new HomeVisit(id, subdistrict, status, booking, plan, askings, recorded, said, now, voided, doubts,
                entitlement, cleared, told, weighed, stated, exceptions);
    }

    HomeVisit voided(VoidedBecause why) {
        return new HomeVisit(id, subdistrict, status, booking, plan, askings, recorded, said, cancelled, why, doubts,
                entitlement, cleared, told, weighed, stated, exceptions);
    }

    HomeVisit doubted(Doubts now) {
        return new HomeVisit(id, subdistrict, status, booking, plan, askings, recorded, said, cancelled, voided, now,
                entitlement, cleared, told, weighed, stated, exceptions);
    }

    HomeVisit entitled(Entitlement now) {
        return new HomeVisit(id, subdistrict, status, booking, plan, askings, recorded, said, cancelled, voided, doubts,
                now, cleared, told, weighed, stated, exceptions);
    }

    HomeVisit cleared(SortedSet<VisitException> now) {
        return new HomeVisit(id, subdistrict, status, booking, plan, askings, recorded, said, cancelled, voided, doubts,
                entitlement, now, told, weighed, stated, exceptions);
    }

    HomeVisit told(Told now) {
        return new HomeVisit(id, subdistrict, status, booking, plan, askings, recorded, said, cancelled, voided, doubts,
                entitlement, cleared, now, weighed, stated, exceptions);
    }

    HomeVisit weighed(Weighed now) {
        return new HomeVisit(id, subdistrict, status, booking, plan, askings, recorded, said, cancelled, voided, doubts,
                entitlement, cleared, told, now, stated, exceptions);
    }

    HomeVisit stated(Stated now) {
        return new HomeVisit(id, subdistrict, status, booking, plan, askings, recorded, said, cancelled, voided, doubts,
                entitlement, cleared, told, weighed, now, exceptions);
    }

    /** The request for a carer that stands; empty when none does. */
    Optional<Asking> open() {
        return askings.isEmpty() || !askings.getLast().isOpen() ? Optional.empty() : Optional.of(askings.getLast());
    }

    /** What became of a request. */
    HomeVisit answered(int number, Answer answer) {
        return asking(askings.stream().map(one -> one.number() == number ? one.now(answer) : one).toList());
    }

    HomeVisit with(Asking asking) {
        var all = new ArrayList<>(askings.stream().filter(one -> one.number() != asking.number()).toList());
        all.add(asking);
        all.sort(java.util.Comparator.comparingInt(Asking::number));
        return asking(all);
    }

    Optional<Asking> numbered(int number) {
        return askings.stream().filter(one -> one.number() == number).findAny();
    }

    /** A request by which a carer was once held; null when there was none. */
    @Nullable
    Asking heldOnce(String carer) {
        return askings.stream().filter(one -> one.carer().equals(carer) && one.provider() != null)
                .reduce((_, later) -> later).orElse(null);
    }

    /** The carers who were asked: whoever comes from another subdistrict posts under the id they are asked by. */
    @Override
    public Set<String> confidants() {
        return askings.stream().map(Asking::carer).collect(Collectors.toUnmodifiableSet());
    }

    boolean wasAsked(String carer) {
        return askings.stream().anyMatch(one -> one.carer().equals(carer));
    }

    /** Whether somebody came. */
    boolean hasBegun() {
        return recorded.first().isPresent();
    }

    /** Whether nothing is to come any more, whatever is known. */
    boolean isOver() {
        return status == Status.CANCELLED || status == Status.VOIDED || status == Status.STRUCK;
    }

    private static boolean isCalledOff(@Nullable Fact<CancelledBecause> cancelled, Recorded recorded) {
        return cancelled != null && recorded.first().filter(in -> !in.at().isAfter(cancelled.at())).isEmpty();
    }

    private static Status atHome(List<Asking> askings, Recorded recorded, Booking booking, Told told, Weighed weighed,
            boolean missed) {
        if (weighed.passesAll()) {
            return Status.VERIFIED;
        }
        if (recorded.endedAt() != null) {
            return toldOf(told, verifyBy(recorded, booking)) ? Status.UNVERIFIED : Status.DONE;
        }
        if (recorded.startedAt() != null) {
            return Status.UNDER_WAY;
        }
        if (missed) {
            return Status.OVERDUE;
        }
        return !askings.isEmpty() && askings.getLast().answer() == Answer.HELD ? Status.ASSIGNED : Status.BOOKED;
    }

    private static boolean toldOf(Told told, @Nullable Instant verifyBy) {
        return told.verification != null && told.verification.equals(verifyBy);
    }

    private static SortedSet<VisitException> exceptions(Status status, Recorded recorded, Booking booking,
            Fact<Plan> plan, Doubts doubts, SortedSet<VisitException> cleared, Told told, Weighed weighed) {
        var found = new TreeSet<VisitException>();
        if (status == Status.CANCELLED || status == Status.VOIDED || status == Status.STRUCK) {
            return found;
        }
        var checkOutBy = checkOutBy(recorded, booking, plan);
        if (checkOutBy != null && checkOutBy.equals(told.checkOut)) {
            found.add(VisitException.NO_CHECK_OUT);
        }
        if (weighed.passes(VisitTest.TIMES_KNOWN) && !weighed.passes(VisitTest.LONG_ENOUGH)) {
            found.add(VisitException.TOO_SHORT);
        }
        doubts.found().forEach(doubt -> found.add(VisitException.valueOf(doubt.name())));
        if (!weighed.unknown().isEmpty()) {
            found.add(VisitException.UNKNOWN_ITEM);
        }
        if (status == Status.UNVERIFIED && !weighed.passes(VisitTest.CONFIRMED)) {
            found.add(VisitException.UNCONFIRMED);
        }
        if (recorded.ofWhoeverCame().anyMatch(Check::far)) {
            found.add(VisitException.FAR_AWAY);
        }
        if (recorded.ofWhoeverCame().anyMatch(Check::inaccurate)) {
            found.add(VisitException.INACCURATE);
        }
        if (weighed.isNotEntitled()) {
            found.add(VisitException.NOT_ENTITLED);
        }
        if (recorded.isCheckedInTwice()) {
            found.add(VisitException.CHECKED_IN_TWICE);
        }
        found.removeAll(cleared);
        return found;
    }

    /** By when somebody is to be there: of the request that stands, or of the plan. */
    private static Instant windowBy(List<Asking> askings, Fact<Plan> plan, Booking booking) {
        var planned = plan.value().at().plus(Duration.ofMinutes(booking.graceMinutes()));
        return askings.isEmpty() || !askings.getLast().isOpen() || askings.getLast().windowBy().isBefore(planned)
                ? planned
                : askings.getLast().windowBy();
    }

    private static @Nullable Instant checkOutBy(Recorded recorded, Booking booking, Fact<Plan> plan) {
        return recorded.endedAt() != null
                ? null
                : recorded.first().map(
                        in -> in.at().plus(Duration.ofMinutes(plan.value().minutes() + booking.checkOutGraceMinutes())))
                        .orElse(null);
    }

    private static @Nullable Instant verifyBy(Recorded recorded, Booking booking) {
        var ended = recorded.endedAt();
        return ended == null ? null : WorkingDays.endOf(WorkingDays.dayOf(ended).plusDays(booking.confirmationDays()));
    }

    @Override
    public String rank() {
        return plan.value().at().toString();
    }

    @Override
    public Map<Listed, String> lists() {
        var lists = new EnumMap<Listed, String>(Listed.class);
        if ((status == Status.BOOKED || status == Status.OVERDUE) && open().isEmpty()) {
            lists.put(Listed.TO_ASSIGN, rank());
        }
        exceptions.forEach(exception -> lists.put(Listed.valueOf(exception.name()), rank()));
        if (!isOver() && recorded.adjustments().all().stream().anyMatch(one -> one.value().decidedBy() == null)) {
            lists.put(Listed.ADJUSTMENT_ASKED, rank());
        }
        if (status == Status.DISPUTED && told.review != null) {
            lists.put(Listed.REVIEW_OVERDUE, rank());
        }
        return lists;
    }

    @Override
    public List<Term> calendarTerms() {
        return status == Status.DISPUTED && said.dispute() != null && told.review == null
                ? List.of(said.dispute().reviewBy())
                : List.of();
    }

    @Override
    public HomeVisit reckonedBy(Context context) {
        var dispute = said.dispute();
        return dispute == null || calendarTerms().stream().noneMatch(Term::isProvisional)
                ? this
                : said(said.disputed(dispute.reckonedBy(context)));
    }

    @Override
    public Map<Due, Instant> deadlines() {
        var due = new EnumMap<Due, Instant>(Due.class);
        switch (status) {
            case BOOKED, ASSIGNED -> due.put(Due.WINDOW, windowBy(askings, plan, booking));
            case UNDER_WAY -> put(due, Due.CHECK_OUT, checkOutBy(recorded, booking, plan), told.checkOut);
            case DONE -> put(due, Due.VERIFICATION, verifyBy(recorded, booking), told.verification);
            case DISPUTED ->
                put(due, Due.REVIEW, said.dispute() == null ? null : said.dispute().reviewBy().end(), told.review);
            case OVERDUE, UNVERIFIED, VERIFIED, STRUCK, CANCELLED, VOIDED -> {
            }
        }
        return due;
    }

    private static void put(Map<Due, Instant> due, Due what, @Nullable Instant by, @Nullable Instant toldFor) {
        if (by != null && !by.equals(toldFor)) {
            due.put(what, by);
        }
    }

    @Override
    public List<Count> counts() {
        var startedAt = weighed.startedAt();
        return status == Status.VERIFIED && startedAt != null
                ? List.of(Count.on(WorkingDays.dayOf(startedAt), EldercareFigure.HOME_SERVICE_VISITS, 1))
                : List.of();
    }
}
