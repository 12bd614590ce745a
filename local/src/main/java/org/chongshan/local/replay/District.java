package org.chongshan.local.replay;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

import org.chongshan.core.WorkingDays;
import org.chongshan.events.Event;
import org.chongshan.events.eldercare.ElderEvent.ElderAssessed;
import org.chongshan.events.eldercare.FacilityEvent.FacilityStandardised;
import org.chongshan.events.eldercare.FacilityEvent.KioskInstalled;
import org.chongshan.events.eldercare.HomeVisitEvent.CheckedIn;
import org.chongshan.events.eldercare.HomeVisitEvent.CheckedOut;
import org.chongshan.events.eldercare.HomeVisitEvent.HomeVisitCompleted;
import org.chongshan.events.eldercare.HomeVisitEvent.HomeVisitConfirmed;
import org.chongshan.events.marriage.CounsellingEvent.CounsellingHeld;
import org.chongshan.events.marriage.LearningVideoEvent.VideoPublished;
import org.chongshan.events.marriage.WeddingEvent.CoupleWed;
import org.chongshan.events.minors.ActivityEvent.ActivityHeld;
import org.chongshan.events.minors.ActivityEvent.ChildAttended;
import org.chongshan.events.minors.ActivityEvent.ChildEnrolled;
import org.chongshan.events.minors.PracticeBaseEvent.HonourGranted;
import org.chongshan.events.minors.StationEvent.StaffAssigned;
import org.chongshan.events.organisations.OrganisationEvent.ExcellentCaseNamed;
import org.chongshan.events.organisations.OrganisationEvent.RatingGranted;
import org.chongshan.events.relief.HouseholdEvent.EconomicStatusVerified;
import org.chongshan.events.relief.HouseholdEvent.GridVisitRecorded;
import org.chongshan.events.relief.HouseholdEvent.HouseholdRegistered;
import org.chongshan.shell.ReferenceData;

/**
 * A fictional district of the source's size or a part of it, and all that its people post in 2023; the same of the same seed,
 * event by event. Some of it comes late, some twice, and some is a mistake that somebody puts right.
 */
final class District {
    /** Applications of these days and later are registered in 2023. */
    static final LocalDate FIRST = LocalDate.of(2022, 11, 1);
    static final LocalDate LAST = LocalDate.of(2023, 12, 29);
    /** The year is closed when January is over. */
    static final Instant CLOSED = OfficeDays.at(LocalDate.of(2024, 2, 1), LocalTime.of(0, 10));

    private static final LocalTime BACK_HOME = LocalTime.of(21, 0);
    private static final Duration A_DAY = Duration.ofDays(1);
    private static final double PERCENT = 100;
    /** A whole district works every day; of a part of it so many days pass for each that does, at most. */
    private static final double WHOLE = 0.5;
    private static final double DAYS_FOR_EACH = 0.3;
    private static final int MOST_DAYS_FOR_EACH = 15;

    /** What happened, and is true whenever it is heard of; what somebody decides stands when it is posted. */
    private static final Set<Class<? extends Event>> HEARD_OF = Set.of(HouseholdRegistered.class,
            EconomicStatusVerified.class, GridVisitRecorded.class, ChildEnrolled.class, ChildAttended.class,
            ActivityHeld.class, HonourGranted.class, StaffAssigned.class, ElderAssessed.class,
            FacilityStandardised.class, KioskInstalled.class, CheckedIn.class, CheckedOut.class,
            HomeVisitCompleted.class, HomeVisitConfirmed.class, CounsellingHeld.class, VideoPublished.class,
            CoupleWed.class, RatingGranted.class, ExcellentCaseNamed.class);

    /**
     * How large it is, and how well its people do.
     *
     * @param scale    of the source's size, above 0 and at most 1
     * @param seed     of all that is drawn
     * @param late     percent of the events that are posted in the evening, or a day later
     * @param repeated percent that are posted twice
     * @param mistaken percent that are a mistake, which somebody puts right
     */
    record Options(double scale, long seed, int late, int repeated, int mistaken) {}

    /**
     * What is posted at one time.
     *
     * @param first in the order it happened
     * @param again what was posted before; nothing may follow from it
     */
    record Step(Instant at, List<Posting> first, List<Posting> again) {
        int size() {
            return first.size() + again.size();
        }
    }

    private District() {}

    /** The year of a district, step by step. */
    static List<Step> year(Options options) {
        var scale = options.scale();
        var every = scale >= WHOLE
                ? 1
                : (int) Math.max(1, Math.min(MOST_DAYS_FOR_EACH, Math.round(DAYS_FOR_EACH / scale)));
        var town = new Town(scale, options.seed(), new OfficeDays(ReferenceData.workingDays(), FIRST, LAST, every));
        var programmes = List.of(new ReliefYear(town), new MinorsYear(town), new EldercareYear(town),
                new OrganisationsYear(town), new MarriageYear(town));
        programmes.forEach(Year::plan);
        var mistakes = (int) Math.round(town.postings().size() * options.mistaken() / PERCENT);
        for (int i = 0; i < mistakes; i++) {
            programmes.get(i % programmes.size()).mistake(i / programmes.size());
        }
        return steps(town.postings(), options, every == 1);
    }

    private static List<Step> steps(List<Posting> postings, Options options, boolean everyDay) {
        var random = new Random(options.seed());
        var heardOf = postings.stream().filter(one -> HEARD_OF.contains(one.data().getClass())).count();
        var late = options.late() / PERCENT * postings.size() / heardOf;
        var steps = new TreeMap<Instant, Step>();
        for (var posting : postings.stream().sorted(Posting.ORDER).toList()) {
            var isLate = HEARD_OF.contains(posting.data().getClass()) && random.nextDouble() < late;
            var posted = isLate ? posting.postedAt(evening(posting.at(), everyDay && random.nextInt(3) == 0)) : posting;
            step(steps, posted.at()).first().add(posted);
            if (random.nextDouble() < options.repeated() / PERCENT) {
                // The answer was lost, or the phone sends its whole outbox again.
                var again = random.nextBoolean() ? posted : posted.postedAt(evening(posted.at(), false));
                step(steps, again.at()).again().add(again);
            }
        }
        return List.copyOf(steps.values());
    }

    private static Step step(TreeMap<Instant, Step> steps, Instant at) {
        return steps.computeIfAbsent(at, _ -> new Step(at, new ArrayList<>(), new ArrayList<>()));
    }

    private static Instant evening(Instant at, boolean ofTheNextDay) {
        var evening = OfficeDays.at(WorkingDays.dayOf(at), BACK_HOME);
        return ofTheNextDay ? evening.plus(A_DAY) : evening;
    }
}
