package org.chongshan.local.replay;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.chongshan.events.Confidential;
import org.chongshan.events.IdentityNumber;
import org.chongshan.events.Role;
import org.chongshan.events.marriage.AgreementItem;
import org.chongshan.events.marriage.CounsellingAnswer;
import org.chongshan.events.marriage.CounsellingEvent.CounsellingBooked;
import org.chongshan.events.marriage.CounsellingEvent.CounsellingConfirmed;
import org.chongshan.events.marriage.CounsellingEvent.CounsellingHeld;
import org.chongshan.events.marriage.CounsellingKind;
import org.chongshan.events.marriage.CounsellingRoomEvent.RoomOpened;
import org.chongshan.events.marriage.CounsellorEvent.CounsellorEngaged;
import org.chongshan.events.marriage.CounsellorKind;
import org.chongshan.events.marriage.DivorceEvent.BothPartiesAppeared;
import org.chongshan.events.marriage.DivorceEvent.CounsellingOffered;
import org.chongshan.events.marriage.DivorceEvent.DivorceApplicationReceived;
import org.chongshan.events.marriage.DivorceEvent.WithdrawalRequested;
import org.chongshan.events.marriage.LearningVideoEvent.VideoPublished;
import org.chongshan.events.marriage.LearningVideoEvent.VideoWithdrawn;
import org.chongshan.events.marriage.MarriageCertificates;
import org.chongshan.events.marriage.Party;
import org.chongshan.events.marriage.ReceiptShown;
import org.chongshan.events.marriage.Spouse;
import org.chongshan.events.marriage.WeddingEvent.CollectiveWeddingAnnounced;
import org.chongshan.events.marriage.WeddingEvent.CollectiveWeddingBooked;
import org.chongshan.events.marriage.WeddingEvent.CoupleWed;
import org.chongshan.events.marriage.WeddingEvent.WeddingBookingConfirmed;
import org.chongshan.events.marriage.WeddingEvent.WeddingHeld;

/**
 * Applications for divorce and the counselling beside them, the learning corner, the collective wedding of 20 May. Of the 1543
 * couples of the source whose divorce was registered the source says also that of the applications some three tenths were
 * withdrawn: of those that ended in the year, registered, withdrawn after counselling, or lapsed.
 */
final class MarriageYear implements Year {
    private static final LocalDate FIRST_APPLICATION = LocalDate.of(2022, 11, 1);
    private static final LocalDate FIRST = LocalDate.of(2023, 1, 3);
    private static final LocalDate LAST = LocalDate.of(2023, 12, 29);
    private static final LocalDate WEDDING = LocalDate.of(2023, 5, 20);
    private static final int COUPLES = 20;
    private static final int COOLING_OFF_DAYS = 30;
    private static final int CERTIFICATE_DAYS = 30;
    private static final String REGISTRY = "chongchuan";
    private static final List<LocalTime> SESSIONS = List.of(LocalTime.of(10, 30), LocalTime.of(13, 0),
            LocalTime.of(14, 15), LocalTime.of(15, 30));
    private static final int SESSION_MINUTES = 60;
    private static final int VIDEO_MINUTES = 12;

    /** Whose appointments are kept in a room or without one. */
    private record Counsellor(String subject, CounsellorKind kind, String organisation) {}

    /** The days of an application. */
    private record Couple(String id, String street, LocalDate applied, IdentityNumber his, IdentityNumber hers) {}

    private final Town town;
    private final List<Counsellor> counsellors;
    private final Map<LocalDate, Integer> sessions = new HashMap<>();
    private final List<LocalDate> year;
    private int couples;

    MarriageYear(Town town) {
        this.town = town;
        this.year = town.days().between(FIRST, LAST);
        var all = new ArrayList<Counsellor>();
        for (int i = 0; i < town.size("counselling_organisations"); i++) {
            all.add(new Counsellor("counsellor-" + i,
                    i == 0 ? CounsellorKind.SOCIAL_WORKER : CounsellorKind.PSYCHOLOGIST,
                    "counselling-organisation-" + i));
        }
        for (int i = 0; i < town.size("counselling_law_firms"); i++) {
            all.add(new Counsellor("lawyer-" + i, CounsellorKind.LAWYER, "law-firm-" + i));
        }
        this.counsellors = all;
    }

    @Override
    public void plan() {
        corner();
        var registered = town.size("divorces_registered");
        var lapsed = town.scaled(20);
        var withdrawn = Math.round((registered + lapsed) * 3 / 7f);
        for (int i = 0; i < registered; i++) {
            registered(Town.spread(year, i, registered));
        }
        var counselled = town.days().between(FIRST, LocalDate.of(2023, 11, 20));
        for (int i = 0; i < withdrawn; i++) {
            withdrawn(Town.spread(counselled, i, withdrawn));
        }
        var lapsing = town.days().between(FIRST, LocalDate.of(2023, 10, 10));
        for (int i = 0; i < lapsed; i++) {
            applies(Town.spread(lapsing, i, lapsed), CounsellingAnswer.DECLINED);
        }
        wedding();
    }

    private static Person registry() {
        return Town.of(Role.REGISTRY, "registry-1");
    }

    private void corner() {
        var day = town.days().from(FIRST_APPLICATION);
        for (int i = 0; i < town.size("counselling_rooms"); i++) {
            town.post(day, Town.NINE, registry(), Town.STREETS.getFirst(), new RoomOpened("room-" + i));
        }
        for (var one : counsellors) {
            town.post(day, Town.NINE, registry(), Town.STREETS.getFirst(),
                    new CounsellorEngaged(one.subject(), one.kind(), one.organisation()));
        }
        for (int i = 0; i < town.size("videos_published"); i++) {
            town.post(day, Town.TEN, registry(), Town.STREETS.getFirst(),
                    new VideoPublished("video-" + i, "婚姻家庭 " + (i + 1), VIDEO_MINUTES));
        }
    }

    private LocalDate coolingOff(LocalDate applied) {
        return town.days().calendar().rolledForward(applied.plusDays(COOLING_OFF_DAYS), true);
    }

    private LocalDate certificateLast(LocalDate applied) {
        return town.days().calendar().rolledForward(coolingOff(applied).plusDays(CERTIFICATE_DAYS), true);
    }

    private Couple applies(LocalDate day, CounsellingAnswer answer) {
        var number = couples++;
        var couple = new Couple("D-%05d".formatted(number), Town.street(number), day, town.identityNumber(),
                town.identityNumber());
        town.post(day, Town.NINE, registry(), couple.street(),
                new DivorceApplicationReceived(couple.id(), REGISTRY, new Party(town.name(), couple.his(), true),
                        new Party(town.name(), couple.hers(), true), true, true, true, true, MarriageCertificates.BOTH),
                new CounsellingOffered(couple.id(), answer));
        return couple;
    }

    /** On this day, upon an application whose days include it. */
    private void registered(LocalDate on) {
        var open = town.days().between(FIRST_APPLICATION, on.minusDays(COOLING_OFF_DAYS)).stream()
                .filter(day -> coolingOff(day).isBefore(on) && !certificateLast(day).isBefore(on)).toList();
        var couple = applies(town.one(open), CounsellingAnswer.DECLINED);
        town.post(on, Town.ELEVEN, registry(), couple.street(), new BothPartiesAppeared(couple.id(), REGISTRY, true,
                true, couple.his(), couple.hers(), EnumSet.allOf(AgreementItem.class), "certificate-" + couple.id()));
    }

    /** Counselled on the day of the application or soon after, and withdrawn before cooling off is over. */
    private void withdrawn(LocalDate applied) {
        var couple = applies(applied, CounsellingAnswer.ACCEPTED);
        var held = counselled(couple);
        var days = town.days().between(town.days().after(held), coolingOff(applied));
        var byHim = couple.id().hashCode() % 2 == 0;
        town.post(town.one(days), Town.TEN, registry(), couple.street(),
                new WithdrawalRequested(couple.id(), REGISTRY, byHim ? Spouse.HUSBAND : Spouse.WIFE,
                        byHim ? couple.his() : couple.hers(), true, ReceiptShown.RECEIPT,
                        "confirmation-" + couple.id()));
    }

    private LocalDate counselled(Couple couple) {
        var day = couple.applied();
        while (sessions.getOrDefault(day, 0) == counsellors.size() * SESSIONS.size()) {
            day = town.days().after(day);
        }
        var turn = sessions.merge(day, 1, Integer::sum) - 1;
        var who = turn % counsellors.size();
        var counsellor = counsellors.get(who);
        var inRoom = who < town.size("counselling_rooms");
        var session = "S-" + couple.id();
        town.post(couple.applied(), Town.NINE, registry(), couple.street(),
                new CounsellingBooked(session, "client-" + couple.id(), couple.id(),
                        inRoom ? CounsellingKind.ONE_TO_ONE : CounsellingKind.ONLINE, counsellor.subject(),
                        inRoom ? "room-" + who : null, OfficeDays.at(day, SESSIONS.get(turn / counsellors.size())),
                        SESSION_MINUTES),
                new CounsellingConfirmed(session));
        town.post(day, Town.EVENING, Town.of(Role.ORGANISATION, counsellor.subject()), couple.street(),
                new CounsellingHeld(session));
        return day;
    }

    private void wedding() {
        var announced = town.days().from(LocalDate.of(2023, 4, 3));
        var street = Town.STREETS.getFirst();
        var starts = OfficeDays.at(WEDDING, Town.TEN);
        town.post(announced, Town.NINE, registry(), street, new CollectiveWeddingAnnounced("520", COUPLES, starts));
        for (int i = 0; i < COUPLES; i++) {
            town.post(announced, Town.TEN, registry(), street, new CollectiveWeddingBooked("520", "couple-" + i),
                    new WeddingBookingConfirmed("520", "couple-" + i));
            town.post(WEDDING, Town.AFTERNOON, registry(), street, new CoupleWed("520", "couple-" + i));
        }
        town.post(WEDDING, Town.AFTERNOON, registry(), street, new WeddingHeld("520"));
    }

    /** A video is published twice, until somebody sees it. */
    @Override
    public void mistake(int number) {
        var day = year.get(number % (year.size() - 1));
        var video = "video-x" + number;
        town.post(day, Town.TEN, registry(), Town.STREETS.getFirst(), new VideoPublished(video, "婚姻家庭", VIDEO_MINUTES));
        town.post(town.days().after(day), Town.TEN, registry(), Town.STREETS.getFirst(),
                new VideoWithdrawn(video, new Confidential("Published twice.")));
    }
}
