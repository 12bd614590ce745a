package org.chongshan.local.replay;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

import org.chongshan.events.Confidential;
import org.chongshan.events.Personal;
import org.chongshan.events.Role;
import org.chongshan.events.relief.Hardship;
import org.chongshan.events.relief.HouseholdEvent.EconomicStatusVerified;
import org.chongshan.events.relief.HouseholdEvent.GridVisitRecorded;
import org.chongshan.events.relief.HouseholdEvent.HouseholdRegistered;
import org.chongshan.events.relief.HouseholdEvent.KeyWatchAdded;
import org.chongshan.events.relief.HouseholdEvent.KeyWatchRemoved;
import org.chongshan.events.relief.LeadEvent.LeadTriaged;
import org.chongshan.events.relief.Member;
import org.chongshan.events.relief.Relation;
import org.chongshan.events.relief.ReliefCaseEvent.RetroactiveFilingSubmitted;
import org.chongshan.events.relief.ReserveFundEvent.FundOpened;
import org.chongshan.events.relief.Triage;
import org.chongshan.events.treasury.PaymentEvent.PaymentReceiptRecorded;
import org.chongshan.events.treasury.Receipt;

/** Households at the margin, found and followed; some are struck and have urgent relief. */
final class ReliefYear implements Year {
    private static final int MOST_PERSONS = 4;
    /** Of a person for twelve months, fen: a little above what is the minimum. */
    private static final long MARGIN_FEN = 82_000L * 12 * 6 / 5;
    private static final long MODEST_FEN = 82_000L * 12 * 2;
    private static final long WELL_FEN = 82_000L * 12 * 10;

    private record Household(String id, String street, LocalDate day, int persons) {}

    /** Of so many households one is struck by an illness. */
    private static final int STRUCK_EVERY = 20;
    private static final long FUND_FEN = 5_000_000;
    private static final long FLOOR_FEN = 500_000;
    private static final long RELIEF_FEN = 300_000;

    private final Town town;
    private final List<LocalDate> year;
    private final List<Household> households = new ArrayList<>();
    private final List<Household> unwatched = new ArrayList<>();

    ReliefYear(Town town) {
        this.town = town;
        this.year = town.days().between(LocalDate.of(2023, 1, 3), LocalDate.of(2023, 12, 15));
    }

    @Override
    public void plan() {
        for (var street : Town.STREETS) {
            town.post(year.getFirst(), Town.NINE, Town.district(), street, new FundOpened(street, FUND_FEN, FLOOR_FEN));
        }
        var sizes = new ArrayList<Integer>();
        for (int left = town.size("hardship_persons_identified"); left > 0; left -= sizes.getLast()) {
            sizes.add(Math.min(left, 1 + town.pick(MOST_PERSONS)));
        }
        for (int i = 0; i < sizes.size(); i++) {
            var household = registered(i, Town.spread(year, i, sizes.size()), sizes.get(i));
            verified(household, i % 3 > 0 ? MARGIN_FEN : MODEST_FEN, i % 3 > 0 ? 0 : MODEST_FEN * 4 / 5);
            if (i % 3 == 0) {
                visited(household);
            } else if (i % STRUCK_EVERY == 1) {
                relieved(household);
            }
        }
        watched();
    }

    /** Some of those at the margin; what does not come out even with them, one that is not. */
    private void watched() {
        var left = town.size("key_watch_persons");
        for (var household : List.copyOf(households)) {
            if (household.persons() <= left && town.pick(4) == 0) {
                watched(household);
                left -= household.persons();
            } else {
                unwatched.add(household);
            }
        }
        for (int number = households.size(); left > 0; number++) {
            var household = registered(number, year.getLast(), Math.min(left, MOST_PERSONS));
            verified(household, WELL_FEN, 0);
            watched(household);
            left -= household.persons();
        }
    }

    private Household registered(int number, LocalDate day, int persons) {
        var household = new Household("R-%05d".formatted(number), Town.street(number), day, persons);
        households.add(household);
        var members = new ArrayList<Member>();
        for (int i = 0; i < persons; i++) {
            members.add(new Member("%s-%d".formatted(household.id(), i), town.name(), town.identityNumber(),
                    i == 0 ? Relation.HEAD : i == 1 ? Relation.SPOUSE : Relation.CHILD));
        }
        town.post(day, Town.NINE, Town.at(household.street(), Role.GRID), household.street(),
                new HouseholdRegistered(household.id(), members));
        return household;
    }

    private void verified(Household household, long incomeFen, long spendingFen) {
        town.post(household.day(), Town.TEN, Town.at(household.street(), Role.STREET), household.street(),
                facts(household, incomeFen, spendingFen));
    }

    private static EconomicStatusVerified facts(Household household, long incomeFen, long spendingFen) {
        return new EconomicStatusVerified(household.id(), household.persons(), incomeFen * household.persons(),
                spendingFen * household.persons(), true, true, Hardship.NONE);
    }

    private void watched(Household household) {
        town.post(household.day(), Town.ELEVEN, Town.at(household.street(), Role.STREET), household.street(),
                new KeyWatchAdded(household.id(), new Confidential("Lives alone with an illness.")));
    }

    private void visited(Household household) {
        town.post(town.days().after(household.day()), Town.AFTERNOON, Town.at(household.street(), Role.GRID),
                household.street(), new GridVisitRecorded(household.id(), Hardship.NONE, new Personal("All well.")));
    }

    /** Found ill on a visit, given relief the same day, the papers after that. */
    private void relieved(Household household) {
        var street = household.street();
        var day = town.days().after(household.day());
        var lead = household.id() + ".illness." + DateTimeFormatter.BASIC_ISO_DATE.format(day);
        town.post(day, Town.TEN, Town.at(street, Role.GRID), street,
                new GridVisitRecorded(household.id(), Hardship.ILLNESS, new Personal("In hospital since yesterday.")));
        town.post(day, Town.AFTERNOON, Town.at(street, Role.STREET), street, new LeadTriaged(lead, Triage.URGENT_RELIEF,
                RELIEF_FEN, household.persons(), new Confidential("Nobody earns any more.")));
        town.post(day, Town.EVENING, Town.at(street, Role.CASHIER), street, new PaymentReceiptRecorded(
                household.id() + ".illness." + day.getYear(), Receipt.PAID, "bank-" + household.id()));
        town.post(town.days().after(day), Town.NINE, Town.at(street, Role.STREET), street,
                new RetroactiveFilingSubmitted(lead, List.of("form-7", "certificate-of-illness")));
    }

    /** The wrong household is followed closely, or has another's income, until somebody sees it. */
    @Override
    public void mistake(int number) {
        var household = unwatched.get(number % unwatched.size());
        var officer = Town.at(household.street(), Role.STREET);
        var seen = town.days().after(household.day());
        if (number % 2 == 0) {
            town.post(household.day(), Town.AFTERNOON, officer, household.street(),
                    new KeyWatchAdded(household.id(), new Confidential("Lives alone with an illness.")));
            town.post(seen, Town.TEN, officer, household.street(),
                    new KeyWatchRemoved(household.id(), new Confidential("That is another household.")));
        } else {
            town.post(household.day(), Town.AFTERNOON, officer, household.street(), facts(household, WELL_FEN, 0));
            town.post(seen, Town.TEN, officer, household.street(), facts(household, MARGIN_FEN, 0));
        }
    }
}
