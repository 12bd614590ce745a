package org.chongshan.local.programme;

import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What people post about home visits: few carers, who are wanted at the same times. */
final class HomeVisitHistories {
    private static final int CARERS = 3;
    private static final int VISITS = 6;

    private HomeVisitHistories() {}

    static List<Supplier<List<Post>>> of(Pen pen, String street) {
        var all = new ArrayList<Supplier<List<Post>>>();
        for (int carer = 0; carer < CARERS; carer++) {
            var number = carer;
            all.add(() -> carer(pen, street, number));
        }
        for (int visit = 0; visit < VISITS; visit++) {
            var number = visit;
            all.add(() -> visit(pen, street, number));
        }
        all.add(() -> List.of(confirmed(pen, street)));
        all.add(() -> entitled(pen, street));
        return all;
    }

    /** Somebody who has been entitled for months, and whose birthday may be found to be another, and found again. */
    private static List<Post> entitled(Pen pen, String street) {
        var elder = "EV-" + street;
        var key = "elder/" + elder;
        var household = "HV-" + street;
        var then = pen.today().minusDays(70).atTime(4, 0).toInstant(ZoneOffset.UTC);
        var posts = new ArrayList<Post>();
        posts.add(pen.post("household/" + household, "street", street, "relief.HouseholdRegistered", """
                {"household": "%s", "members": [{"member": "MV-%s", "name": "x", "identityNumber": "1",
                 "relation": "HEAD"}]}""".formatted(household, street)).at(then));
        posts.add(pen.post("household/" + household, "street", street, "relief.EconomicStatusVerified", """
                {"household": "%s", "persons": 1, "income12Fen": 0, "rigidSpending12Fen": 0, "ableToWork": true,
                 "supporterAble": true, "hardship": "NONE"}""".formatted(household)).at(then));
        posts.add(pen.post(key, "grid", street, "eldercare.ElderRegistered", """
                {"elder": "%s", "household": "%s", "name": "x", "bornOn": "1940-01-01", "registeredHere": true,
                 "livesHereSince": "1990-01-01", "address": "x", "contact": "x"}""".formatted(elder, household))
                .at(then));
        posts.add(pen.post(key, "organisation", street, "eldercare.ElderAssessed", """
                {"elder": "%s", "grade": "TOTAL_LOSS", "assessor": "a-1", "findings": "Seen."}""".formatted(elder))
                .at(then));
        if (pen.pick(3) == 0) {
            posts.add(born(pen, street, "1990-01-01"));
            posts.add(born(pen, street, "1940-01-01"));
        }
        return posts;
    }

    private static Post born(Pen pen, String street, String day) {
        return pen.post("elder/EV-" + street, "district", street, "eldercare.BirthdayCorrected",
                "{\"elder\": \"EV-%s\", \"bornOn\": \"%s\", \"grounds\": \"The register.\"}".formatted(street, day));
    }

    private static List<Post> carer(Pen pen, String street, int number) {
        var carer = "W-" + street + "-" + number;
        var key = "carer/" + carer;
        var posts = new ArrayList<Post>();
        posts.add(pen.post(key, "organisation", street, "eldercare.CarerEngaged", """
                {"carer": "%s", "provider": "P-%s", "kind": "%s", "qualifications": [], "name": "Wang"}"""
                .formatted(carer, street, number == 0 ? "VOLUNTEER" : "EMPLOYED")));
        if (pen.pick(3) == 0) {
            posts.add(pen.post(key, "organisation", street, "eldercare.CarerAway", """
                    {"carer": "%s", "absence": "A-1", "from": "%s", "until": "%s"}""".formatted(carer,
                    at(pen, 1, pen.pick(4)), at(pen, 1, 4 + pen.pick(4)))));
            posts.add(pen.post(key, "organisation", street, "eldercare.CarerBack",
                    "{\"carer\": \"%s\", \"absence\": \"A-1\"}".formatted(carer)));
        }
        if (pen.pick(8) == 0) {
            posts.add(pen.post(key, "organisation", street, "eldercare.CarerLeft",
                    "{\"carer\": \"%s\"}".formatted(carer)));
        }
        return posts;
    }

    /** Booked for tomorrow, and what follows, some of it before and some of it never; times are adjusted into a closed month. */
    private static List<Post> visit(Pen pen, String street, int number) {
        var visit = "V-" + street + "-" + number;
        var posts = new ArrayList<Post>();
        posts.add(post(pen, visit, "desk", street, "HomeVisitBooked", """
                "elder": "EV-%s", "channel": "APP", "items": ["haircut"], "plannedAt": "%s", "plannedMinutes": 60,
                "place": "K-%d\"""".formatted(street, at(pen, 1, pen.pick(4)), pen.pick(2))));
        posts.add(assigned(pen, visit, street));
        if (pen.pick(3) == 0) {
            posts.add(post(pen, visit, "desk", street, "HomeVisitMoved", """
                    "plannedAt": "%s", "plannedMinutes": 90""".formatted(at(pen, 1, pen.pick(4)))));
        }
        if (pen.pick(3) == 0) {
            posts.add(assigned(pen, visit, street));
        }
        for (int carer = 0; carer < CARERS; carer++) {
            var check = "\"carer\": \"W-%s-%d\", \"kind\": \"APP\", \"distanceMetres\": 900".formatted(street, carer);
            posts.add(post(pen, visit, "care", street, "CheckedIn", check));
            posts.add(post(pen, visit, "care", street, "CheckedOut", check));
        }
        posts.add(post(pen, visit, "care", street, "HomeVisitCompleted",
                "\"items\": [{\"item\": \"%s\", \"outcome\": \"DONE\"}]"
                        .formatted(pen.pick(8) == 0 ? "gardening" : "haircut")));
        posts.add(post(pen, visit, "care", street, "TimesAdjusted", """
                "adjustment": "A-1", "startedAt": "%s", "endedAt": "%s", "reason": "NO_SIGNAL\""""
                .formatted(at(pen, -60, 1), at(pen, -60, 2))));
        posts.add(post(pen, visit, "street", street, "TimesAdjustmentDecided", """
                "adjustment": "A-1", "approved": %s, "grounds": "Kin say so.\"""".formatted(pen.pick(6) > 0)));
        posts.add(
                post(pen, visit, "desk", street, "HomeVisitConfirmed", "\"by\": \"ELDER\", \"items\": [\"haircut\"]"));
        posts.add(post(pen, visit, "street", street, "VisitExceptionCleared",
                "\"exception\": \"FAR_AWAY\", \"grounds\": \"At the daughter's.\""));
        posts.add(post(pen, visit, "desk", street, "HomeVisitFollowedUp", "\"rating\": " + (1 + pen.pick(5))));
        if (pen.pick(3) == 0) {
            posts.add(post(pen, visit, "grid", street, "HomeVisitDisputed", "\"grounds\": \"Nobody came.\""));
            posts.add(post(pen, visit, "street", street, "VisitDisputeResolved", """
                    "outcome": "%s", "grounds": "Asked the neighbours.\""""
                    .formatted(pen.one(List.of("STANDS", "STRUCK")))));
        }
        if (pen.pick(6) == 0) {
            posts.add(post(pen, visit, "desk", street, "HomeVisitCancelled", "\"reason\": \"NOT_WANTED\""));
        }
        if (pen.pick(6) == 0) {
            posts.add(post(pen, visit, "district", street, "HomeVisitVoided",
                    "\"reason\": \"RECORDED_TWICE\", \"grounds\": \"Booked twice.\""));
        }
        if (pen.pick(3) == 0) {
            posts.add(confirmed(pen, street));
        }
        return posts;
    }

    private static Post assigned(Pen pen, String visit, String street) {
        return post(pen, visit, "organisation", street, "HomeVisitAssigned",
                "\"carer\": \"W-%s-%d\"".formatted(street, pen.pick(CARERS)));
    }

    private static Post post(Pen pen, String visit, String role, String street, String type, String rest) {
        return pen.post("home-visit/" + visit, role, street, "eldercare." + type,
                "{\"visit\": \"%s\", %s}".formatted(visit, rest));
    }

    /** The month two before: somebody confirms what may be due. */
    private static Post confirmed(Pen pen, String street) {
        var month = pen.today().minusDays(60);
        var settlement = "P-%s.%s.%d%02d".formatted(street, street, month.getYear(), month.getMonthValue());
        return pen.post("care-settlement/" + settlement, "district", street, "eldercare.SettlementConfirmed",
                "{\"settlement\": \"%s\", \"amountFen\": %d}".formatted(settlement, 3000 * (1 + pen.pick(2))));
    }

    private static String at(Pen pen, int days, int hours) {
        return pen.today().plusDays(days).atTime(LocalTime.of(1 + hours, 0)).toInstant(ZoneOffset.UTC).toString();
    }
}
