package org.chongshan.local.replay;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.chongshan.events.Confidential;
import org.chongshan.events.Personal;
import org.chongshan.events.Role;
import org.chongshan.events.eldercare.AbilityGrade;
import org.chongshan.events.eldercare.BookingChannel;
import org.chongshan.events.eldercare.CareBedEvent.CareBedAccepted;
import org.chongshan.events.eldercare.CareBedEvent.CareBedBuilt;
import org.chongshan.events.eldercare.CareBedEvent.CareBedSurveyed;
import org.chongshan.events.eldercare.CarerEvent.CarerEngaged;
import org.chongshan.events.eldercare.CarerKind;
import org.chongshan.events.eldercare.CheckKind;
import org.chongshan.events.eldercare.ConfirmedBy;
import org.chongshan.events.eldercare.ElderEvent.ElderAssessed;
import org.chongshan.events.eldercare.ElderEvent.ElderRegistered;
import org.chongshan.events.eldercare.FacilityEvent.FacilityClosed;
import org.chongshan.events.eldercare.FacilityEvent.FacilityOpened;
import org.chongshan.events.eldercare.FacilityEvent.FacilityStandardised;
import org.chongshan.events.eldercare.FacilityEvent.KioskInstalled;
import org.chongshan.events.eldercare.FacilityKind;
import org.chongshan.events.eldercare.HomeVisitEvent.CheckedIn;
import org.chongshan.events.eldercare.HomeVisitEvent.CheckedOut;
import org.chongshan.events.eldercare.HomeVisitEvent.HomeVisitAssigned;
import org.chongshan.events.eldercare.HomeVisitEvent.HomeVisitBooked;
import org.chongshan.events.eldercare.HomeVisitEvent.HomeVisitCompleted;
import org.chongshan.events.eldercare.HomeVisitEvent.HomeVisitConfirmed;
import org.chongshan.events.eldercare.HomeVisitEvent.HomeVisitVoided;
import org.chongshan.events.eldercare.HotlineEvent.HotlineOpened;
import org.chongshan.events.eldercare.HotlineEvent.SeatOpened;
import org.chongshan.events.eldercare.ItemOutcome;
import org.chongshan.events.eldercare.ItemReport;
import org.chongshan.events.eldercare.KioskModule;
import org.chongshan.events.eldercare.Refit;
import org.chongshan.events.eldercare.VoidedBecause;
import org.chongshan.events.relief.Hardship;
import org.chongshan.events.relief.HouseholdEvent.EconomicStatusVerified;
import org.chongshan.events.relief.HouseholdEvent.HouseholdRegistered;
import org.chongshan.events.relief.Member;
import org.chongshan.events.relief.Relation;

/** Centres and stations, the hotline, elders, their care beds and the visits to them. */
final class EldercareYear implements Year {
    private static final LocalDate SET_UP = LocalDate.of(2022, 11, 1);
    private static final String HOTLINE = "chongchuan";
    private static final List<String> ITEMS = List.of("haircut", "nail-trimming", "blood-pressure", "room-cleaning");
    private static final int VISIT_MINUTES = 60;

    private record Visit(String id, int elder, String carer, LocalDate booked, LocalDate on, String item) {}

    private final Town town;
    private final List<LocalDate> registering;
    private final List<LocalDate> visiting;
    private final List<LocalDate> lookingAgain;
    private final List<Visit> visits = new ArrayList<>();
    private final Map<String, Integer> roundsOf = new HashMap<>();

    EldercareYear(Town town) {
        this.town = town;
        this.registering = town.days().between(LocalDate.of(2023, 1, 3), LocalDate.of(2023, 2, 10));
        this.visiting = town.days().between(LocalDate.of(2023, 2, 13), LocalDate.of(2023, 12, 8));
        this.lookingAgain = town.days().between(LocalDate.of(2023, 12, 1), LocalDate.of(2023, 12, 29));
    }

    @Override
    public void plan() {
        facilities();
        var beds = town.size("family_care_beds");
        var visited = town.size("home_service_persons") + town.scaled(20);
        var elders = Math.max(beds, visited);
        for (int i = 0; i < elders; i++) {
            registered(i, Town.spread(registering, i, elders));
            looked(i, Town.spread(lookingAgain, i, elders));
        }
        for (int i = 0; i < beds; i++) {
            bed(i, Town.spread(visiting, i, beds));
        }
        for (int i = 0; i < visited; i++) {
            visited(i, Town.spread(visiting, i, visited));
        }
    }

    private void facilities() {
        var day = town.days().from(SET_UP);
        for (int i = 0; i < town.size("home_care_centres"); i++) {
            facility(day, Town.street(i) + "-centre", FacilityKind.CENTRE, i);
            town.post(day, Town.ELEVEN, Town.district(), Town.street(i),
                    new KioskInstalled(Town.street(i) + "-centre", "kiosk-" + i, EnumSet.allOf(KioskModule.class)));
        }
        for (int i = 0; i < town.size("comprehensive_stations"); i++) {
            facility(day, Town.street(i) + "-comprehensive", FacilityKind.COMPREHENSIVE_STATION, i);
        }
        for (int i = 0; i < town.size("home_care_stations"); i++) {
            facility(day, "care-station-" + i, FacilityKind.STATION, i);
        }
        town.post(day, Town.NINE, Town.district(), Town.STREETS.getFirst(),
                new HotlineOpened(HOTLINE, "0513-85120000"));
        for (int i = 0; i < town.size("hotline_seats"); i++) {
            town.post(day, Town.TEN, Town.of(Role.DESK, "seat-" + i), Town.STREETS.getFirst(),
                    new SeatOpened(HOTLINE, "seat-" + i));
        }
    }

    private void facility(LocalDate day, String id, FacilityKind kind, int number) {
        town.post(day, Town.NINE, Town.district(), Town.street(number),
                new FacilityOpened(id, kind, "居家养老 " + (number + 1)));
        town.post(day, Town.TEN, Town.district(), Town.street(number), new FacilityStandardised(id));
    }

    private static String elder(int number) {
        return "E-%04d".formatted(number);
    }

    private static String household(int number) {
        return "EH-%04d".formatted(number);
    }

    /** Old, at home here, without means and in need of help: all five tests hold. */
    private void registered(int number, LocalDate day) {
        var street = Town.street(number);
        var household = household(number);
        var elder = elder(number);
        town.post(day, Town.NINE, Town.at(street, Role.GRID), street,
                new HouseholdRegistered(household,
                        List.of(new Member(elder + "-0", town.name(), town.identityNumber(), Relation.HEAD))),
                new ElderRegistered(elder, household, town.name(), LocalDate.of(1940, 1, 1).plusDays(number), true,
                        LocalDate.of(1990, 1, 1), new Personal("新胜街道 %d 幢".formatted(number + 1)),
                        new Personal("0513-8512%04d".formatted(number))));
        looked(number, day);
    }

    /** What they live on and what they need help with; it counts for twelve months. */
    private void looked(int number, LocalDate day) {
        var street = Town.street(number);
        town.post(day, Town.TEN, Town.at(street, Role.STREET), street,
                new EconomicStatusVerified(household(number), 1, 300_000, 0, true, true, Hardship.NONE));
        town.post(day, Town.ELEVEN, Town.of(Role.ORGANISATION, "assessor-1"), street, new ElderAssessed(elder(number),
                AbilityGrade.MODERATE_LOSS, "assessor-1", new Personal("Needs help with washing.")));
    }

    private void bed(int number, LocalDate day) {
        var street = Town.street(number);
        var bed = "BED-%04d".formatted(number);
        town.post(day, Town.NINE, Town.at(street, Role.STREET), street,
                new CareBedSurveyed(bed, elder(number), EnumSet.of(Refit.EQUIPMENT, Refit.AGE_FRIENDLY)));
        town.post(day, Town.TEN, Town.of(Role.ORGANISATION, "builder-" + number % 3), street,
                new CareBedBuilt(bed, "builder-" + number % 3, 300_000, 150_000, 0));
        town.post(day, Town.AFTERNOON, Town.district(), street, new CareBedAccepted(bed));
    }

    /** Booked the office day before in the evening, made in the morning, confirmed before noon. */
    private void visited(int number, LocalDate booked) {
        var street = Town.street(number);
        var on = town.days().after(booked);
        var round = roundsOf.merge(street + on, 1, Integer::sum);
        var carer = "W-%s-%d".formatted(street, round);
        if (roundsOf.merge(carer, 1, Integer::sum) == 1) {
            engaged(carer, street);
        }
        var visit = new Visit("V-%05d".formatted(number), number, carer, booked, on, town.one(ITEMS));
        visits.add(visit);
        booked(visit);
        var phone = new Person(Role.CARE, carer, street);
        town.post(on, Town.NINE, phone, street, new CheckedIn(visit.id(), carer, CheckKind.APP, 20, 10));
        town.post(on, Town.TEN, phone, street, new CheckedOut(visit.id(), carer, CheckKind.APP, 20, 10),
                new HomeVisitCompleted(visit.id(), List.of(new ItemReport(visit.item(), ItemOutcome.DONE, null))));
        town.post(on, Town.ELEVEN, Town.of(Role.DESK, "seat-1"), street,
                new HomeVisitConfirmed(visit.id(), ConfirmedBy.ELDER, Set.of(visit.item())));
    }

    private void engaged(String carer, String street) {
        town.post(registering.getFirst(), Town.NINE, Town.at(street, Role.STREET), street,
                new CarerEngaged(carer, "provider-" + street, CarerKind.EMPLOYED, Set.of(), town.name()));
    }

    private void booked(Visit visit) {
        var street = Town.street(visit.elder());
        asked(visit);
        town.post(visit.booked(), Town.EVENING, Town.of(Role.ORGANISATION, "provider-" + street), street,
                new HomeVisitAssigned(visit.id(), visit.carer()));
    }

    /** Somebody calls the hotline for it. */
    private void asked(Visit visit) {
        town.post(visit.booked(), Town.AFTERNOON, Town.of(Role.DESK, "seat-1"), Town.street(visit.elder()),
                new HomeVisitBooked(visit.id(), elder(visit.elder()), BookingChannel.HOTLINE, Set.of(visit.item()),
                        OfficeDays.at(visit.on(), Town.NINE), VISIT_MINUTES, "home-" + visit.elder()));
    }

    /** A visit is entered that another one is, or a station is opened twice. */
    @Override
    public void mistake(int number) {
        var visit = visits.get(number % visits.size());
        var street = Town.street(visit.elder());
        if (number % 2 == 0) {
            var twice = new Visit(visit.id() + "-x" + number, visit.elder(), visit.carer(), visit.booked(), visit.on(),
                    visit.item());
            asked(twice);
            town.post(twice.booked(), Town.EVENING, Town.at(street, Role.STREET), street,
                    new HomeVisitVoided(twice.id(), VoidedBecause.RECORDED_TWICE, new Confidential("Booked twice.")));
        } else {
            var station = "care-station-x" + number;
            town.post(visit.booked(), Town.NINE, Town.district(), street,
                    new FacilityOpened(station, FacilityKind.STATION, "居家养老"));
            town.post(visit.booked(), Town.TEN, Town.district(), street, new FacilityStandardised(station));
            town.post(visit.booked(), Town.EVENING, Town.district(), street,
                    new FacilityClosed(station, new Confidential("Entered twice.")));
        }
    }
}
