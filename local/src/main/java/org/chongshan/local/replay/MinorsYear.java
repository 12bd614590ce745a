package org.chongshan.local.replay;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.chongshan.events.Confidential;
import org.chongshan.events.Personal;
import org.chongshan.events.Role;
import org.chongshan.events.minors.ActivityEvent.ActivityCancelled;
import org.chongshan.events.minors.ActivityEvent.ActivityHeld;
import org.chongshan.events.minors.ActivityEvent.ActivityScheduled;
import org.chongshan.events.minors.ActivityEvent.ChildAttended;
import org.chongshan.events.minors.ActivityEvent.ChildEnrolled;
import org.chongshan.events.minors.ActivityEvent.ChildWithdrawn;
import org.chongshan.events.minors.BaseCategory;
import org.chongshan.events.minors.ChildEvent.ChildCaseOpened;
import org.chongshan.events.minors.ChildEvent.ChildRiskAssessed;
import org.chongshan.events.minors.HonourRank;
import org.chongshan.events.minors.Level;
import org.chongshan.events.minors.PracticeBaseEvent.CourseAdmitted;
import org.chongshan.events.minors.PracticeBaseEvent.CourseEvaluated;
import org.chongshan.events.minors.PracticeBaseEvent.CourseProposed;
import org.chongshan.events.minors.PracticeBaseEvent.HonourGranted;
import org.chongshan.events.minors.PracticeBaseEvent.PracticeBaseAccredited;
import org.chongshan.events.minors.StationEvent.ProviderEngaged;
import org.chongshan.events.minors.StationEvent.StaffAssigned;
import org.chongshan.events.minors.StationEvent.StationOpened;
import org.chongshan.events.minors.StationKind;
import org.chongshan.events.minors.StationLevel;

/** Stations, practice bases, what children do there, and some who are followed. */
final class MinorsYear implements Year {
    private static final LocalDate SET_UP = LocalDate.of(2022, 11, 1);
    private static final int CHILDREN = 120;
    private static final int COURSE_POINTS = 84;

    private record Activity(String id, String street, LocalDate scheduled, LocalDate on) {}

    private final Town town;
    private final List<LocalDate> year;
    private final List<Activity> activities = new ArrayList<>();

    MinorsYear(Town town) {
        this.town = town;
        this.year = town.days().between(LocalDate.of(2023, 1, 3), LocalDate.of(2023, 12, 8));
    }

    @Override
    public void plan() {
        stations();
        bases();
        var held = town.size("activities_held");
        var came = town.size("activity_participations");
        for (int i = 0; i < held; i++) {
            held(i, Town.spread(year, i, held), (int) ((long) came * (i + 1) / held) - (int) ((long) came * i / held));
        }
        var followed = Math.max(Level.values().length + 1, town.scaled(CHILDREN));
        for (int i = 0; i < followed; i++) {
            followed(i, Town.spread(year, i, followed));
        }
    }

    private void stations() {
        var day = town.days().from(SET_UP);
        town.post(day, Town.NINE, Town.district(), Town.STREETS.getFirst(),
                new StationOpened("centre", StationLevel.CENTRE));
        var pilots = town.size("social_work_station_pilots");
        for (int i = 0; i < town.size("protection_stations"); i++) {
            var street = Town.street(i);
            town.post(day, Town.NINE, Town.district(), street, new StationOpened(street, StationLevel.SUBDISTRICT));
            town.post(day, Town.TEN, Town.at(street, Role.STREET), street,
                    new StaffAssigned(street, "station-" + street, StationKind.PROTECTION));
            if (i < pilots) {
                town.post(day, Town.TEN, Town.at(street, Role.STREET), street,
                        new StaffAssigned(street, "social-work-" + street, StationKind.SOCIAL_WORK));
            }
        }
        for (int i = 0; i < town.size("provider_organisations"); i++) {
            var street = Town.street(i);
            town.post(day, Town.ELEVEN, Town.at(street, Role.STREET), street,
                    new ProviderEngaged(street, "provider-" + i));
        }
    }

    private static String base(int number) {
        return "B-%02d".formatted(number);
    }

    private void bases() {
        var day = town.days().from(SET_UP);
        var bases = town.size("practice_bases");
        var categories = BaseCategory.values();
        var provincial = town.size("bases_honoured_provincial");
        var city = town.size("bases_honoured_city");
        for (int i = 0; i < bases; i++) {
            town.post(day, Town.NINE, Town.district(), Town.street(i),
                    new PracticeBaseAccredited(base(i), categories[i % categories.length], "践习基地 " + (i + 1)));
            if (i < provincial + city) {
                var rank = i < provincial ? HonourRank.PROVINCE : HonourRank.CITY;
                town.post(day, Town.ELEVEN, Town.district(), Town.street(i), new HonourGranted(base(i), "2022", rank));
            }
        }
        var classes = town.size("course_classes");
        for (int i = 0; i < town.size("courses"); i++) {
            var base = i % bases;
            var course = course(i);
            town.post(day, Town.TEN, Town.district(), Town.street(base),
                    new CourseProposed(base(base), course, 1 + i % classes, "践习课程 " + (i + 1)));
            town.post(day, Town.ELEVEN, Town.of(Role.ORGANISATION, "provider-0"), Town.street(base),
                    new CourseEvaluated(base(base), course, COURSE_POINTS));
            town.post(day, Town.AFTERNOON, Town.district(), Town.street(base), new CourseAdmitted(base(base), course));
        }
    }

    private static String course(int number) {
        return "C-%02d".formatted(number);
    }

    private void held(int number, LocalDate day, int children) {
        var base = number % town.size("practice_bases");
        var street = Town.street(base);
        var station = Town.at(street, Role.STATION);
        var activity = new Activity("A-%04d".formatted(number), street, day, town.days().after(day));
        activities.add(activity);
        town.post(day, Town.NINE, Town.of(Role.ORGANISATION, "provider-" + number % 20), street,
                scheduled(activity, base, children + 2));
        for (int i = 0; i < children + 1; i++) {
            town.post(day, Town.TEN, station, street, new ChildEnrolled(activity.id(), child(i)));
        }
        for (int i = 0; i < children; i++) {
            town.post(activity.on(), Town.AFTERNOON, station, street, new ChildAttended(activity.id(), child(i)));
        }
        town.post(activity.on(), Town.EVENING, Town.of(Role.ORGANISATION, "provider-" + number % 20), street,
                new ActivityHeld(activity.id()));
    }

    private static ActivityScheduled scheduled(Activity activity, int base, int places) {
        return new ActivityScheduled(activity.id(), base(base), course(base), places,
                OfficeDays.at(activity.on(), Town.AFTERNOON));
    }

    private static String child(int number) {
        return "K-%04d".formatted(number);
    }

    /** In each of the four tiers one after the other. */
    private void followed(int number, LocalDate day) {
        var street = Town.street(number);
        var station = Town.at(street, Role.STATION);
        var child = "Y-%04d".formatted(number);
        town.post(day, Town.NINE, station, street, new ChildCaseOpened(child, "R-%05d".formatted(number), child + "-0",
                town.name(), new Personal(LocalDate.of(2010, 1, 1).plusDays(number).toString())));
        var guardianship = number % 4 == 0 ? Level.GRAVE : Level.NONE;
        var behaviour = number % 4 == 1 ? Level.GRAVE : number % 4 == 2 ? Level.SOME : Level.NONE;
        town.post(day, Town.TEN, station, street, new ChildRiskAssessed(child, guardianship, behaviour, Level.NONE,
                station.subject(), new Confidential("Seen at home and at school.")));
    }

    /** A child is signed up for what is another's, or an activity is announced that there is none of. */
    @Override
    public void mistake(int number) {
        var activity = activities.get(number % activities.size());
        var station = Town.at(activity.street(), Role.STATION);
        if (number % 2 == 0) {
            var child = "X-%04d".formatted(number);
            town.post(activity.scheduled(), Town.ELEVEN, station, activity.street(),
                    new ChildEnrolled(activity.id(), child));
            town.post(activity.scheduled(), Town.AFTERNOON, station, activity.street(),
                    new ChildWithdrawn(activity.id(), child));
        } else {
            var none = new Activity("A-x%04d".formatted(number), activity.street(), activity.scheduled(),
                    activity.on());
            town.post(activity.scheduled(), Town.ELEVEN, station, activity.street(),
                    scheduled(none, Town.STREETS.indexOf(activity.street()), 10));
            town.post(activity.scheduled(), Town.AFTERNOON, station, activity.street(),
                    new ActivityCancelled(none.id(), new Confidential("Announced twice.")));
        }
    }
}
