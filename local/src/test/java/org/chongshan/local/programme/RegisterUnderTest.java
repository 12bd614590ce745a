package org.chongshan.local.programme;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

import static org.chongshan.local.programme.Example.of;

/** The register of organisations, as the harnesses know it. */
final class RegisterUnderTest {
    private static final String CODE = "52320613MJA123456J";

    private RegisterUnderTest() {}

    static List<Example> examples() {
        var all = new ArrayList<Example>();
        all.add(of("street", "organisations.TeamIncubated", """
                {"organisation": "O1-?", "name": "舞梦春华", "incubator": "aide", "volunteers": 10, "contact": "杨美云"}"""));
        all.add(said("O1-?", "IncubationMilestoneReached",
                "\"milestone\": \"READY_TO_REGISTER\", \"volunteers\": 50, \"activitiesAYear\": 100"));
        all.add(registered("O1-?", "菊馨社"));
        all.add(said("O1-?", "ExcellentCaseNamed", "\"by\": \"PROVINCE\", \"year\": 2023"));
        all.add(said("O1-?", "AnnualReportFiled", "\"year\": 2021"));
        all.add(said("O1-?", "AnnualCheckConcluded", "\"year\": 2021, \"result\": \"QUALIFIED\""));

        // One against which everything stands that can.
        all.add(registered("O2-?", "互动互敬"));
        all.add(said("O2-?", "RatingGranted",
                "\"grade\": \"A4\", \"grantedBy\": \"CITY\", \"on\": \"2022-05-01\", \"certificate\": \"C-1\""));
        all.add(said("O2-?", "PenaltyImposed", "\"penalty\": \"P-1\", \"on\": \"2023-01-05\", \"grounds\": \"Fees.\""));
        all.add(said("O2-?", "PenaltyExecuted", "\"penalty\": \"P-1\""));
        all.add(said("O2-?", "InvestigationOpened", "\"investigation\": \"I-1\""));
        all.add(said("O2-?", "InvestigationClosed", "\"investigation\": \"I-1\""));
        all.add(said("O2-?", "RatingDowngraded",
                "\"grade\": \"A3\", \"by\": \"CITY\", \"because\": \"PUNISHED\", \"grounds\": \"Fees.\""));
        all.add(said("O2-?", "RatingCertificateReturned", ""));
        all.add(said("O2-?", "RatingCancelled",
                "\"by\": \"CITY\", \"because\": \"FALSE_DATA\", \"grounds\": \"Figures.\""));
        all.add(said("O2-?", "GrantBanned", "\"ban\": \"B-1\", \"grounds\": \"Not used as agreed.\""));
        all.add(said("O2-?", "OrganisationDissolved", "\"grounds\": \"Nobody is left.\""));
        return all;
    }

    private static Example registered(String organisation, String name) {
        return said(organisation, "OrganisationRegistered", entry(name, "2019-06-01"));
    }

    private static Example said(String organisation, String type, String more) {
        return of("district", "organisations." + type, data(organisation, more));
    }

    private static String data(String organisation, String more) {
        return "{\"organisation\": \"%s\"%s%s}".formatted(organisation, more.isEmpty() ? "" : ", ", more);
    }

    private static String entry(String name, String on) {
        return """
                "creditCode": "%s", "kind": "SERVICE_INSTITUTION", "name": "%s", "registeredOn": "%s", "contact": "杨美云\""""
                .formatted(CODE, name, on);
    }

    /** In every subdistrict some that live quietly, and some that are rated and lose it. */
    static List<Supplier<List<Post>>> histories(Pen pen) {
        var all = new ArrayList<Supplier<List<Post>>>();
        for (var street : pen.streets()) {
            all.addAll(List.of(() -> organisation(pen, street), () -> fallen(pen, street)));
        }
        return all;
    }

    private static List<Post> organisation(Pen pen, String street) {
        var posts = new ArrayList<Post>();
        var organisation = "O-" + street + "-" + pen.pick(3);
        posts.add(pen.post("organisation/" + organisation, "street", street, "organisations.TeamIncubated", """
                {"organisation": "%s", "name": "舞梦春华", "incubator": "aide", "volunteers": %d, "contact": "x"}"""
                .formatted(organisation, pen.pick(50))));
        posts.add(district(pen, street, organisation, "IncubationMilestoneReached",
                "\"milestone\": \"%s\", \"volunteers\": %d, \"activitiesAYear\": 100"
                        .formatted(pen.one(List.of("RULES_ADOPTED", "READY_TO_REGISTER")), pen.pick(50))));
        for (int i = pen.pick(3); i >= 0; i--) {
            posts.add(district(pen, street, organisation, "OrganisationRegistered", entry("菊馨社 " + i, "2019-06-01")));
        }
        posts.add(district(pen, street, organisation, "AnnualReportFiled", "\"year\": " + (2018 + pen.pick(4))));
        posts.add(district(pen, street, organisation, "AnnualCheckConcluded", "\"year\": %d, \"result\": \"%s\""
                .formatted(2018 + pen.pick(4), pen.one(List.of("QUALIFIED", "BASICALLY_QUALIFIED", "FAILED")))));
        posts.add(district(pen, street, organisation, "ExcellentCaseNamed", "\"by\": \"PROVINCE\", \"year\": 2022"));
        if (pen.pick(3) == 0) {
            posts.add(district(pen, street, organisation, "OrganisationDissolved", "\"grounds\": \"Nobody is left.\""));
        }
        return posts;
    }

    private static List<Post> fallen(Pen pen, String street) {
        var posts = new ArrayList<Post>();
        var organisation = "F-" + street + "-" + pen.pick(2);
        posts.add(district(pen, street, organisation, "OrganisationRegistered", entry("互动互敬", "2019-06-01")));
        posts.add(district(pen, street, organisation, "RatingGranted",
                "\"grade\": \"%s\", \"grantedBy\": \"CITY\", \"on\": \"2022-05-01\", \"certificate\": \"C-%d\""
                        .formatted(pen.one(List.of("A4", "A5")), pen.pick(5))));
        posts.add(district(pen, street, organisation, "PenaltyImposed",
                "\"penalty\": \"P-%d\", \"on\": \"2022-12-01\", \"grounds\": \"Fees.\"".formatted(pen.pick(2))));
        posts.add(district(pen, street, organisation, "PenaltyExecuted", "\"penalty\": \"P-0\""));
        posts.add(district(pen, street, organisation, "InvestigationOpened", "\"investigation\": \"I-1\""));
        posts.add(district(pen, street, organisation, "RatingDowngraded",
                "\"grade\": \"A2\", \"by\": \"CITY\", \"because\": \"PUNISHED\", \"grounds\": \"Fees.\""));
        posts.add(district(pen, street, organisation, "InvestigationClosed", "\"investigation\": \"I-1\""));
        posts.add(district(pen, street, organisation, "RatingCancelled",
                "\"by\": \"CITY\", \"because\": \"OTHER\", \"grounds\": \"More fees.\""));
        posts.add(district(pen, street, organisation, "RatingCertificateReturned", ""));
        posts.add(district(pen, street, organisation, "GrantBanned",
                "\"ban\": \"B-%d\", \"grounds\": \"Not used as agreed.\"".formatted(pen.pick(3))));
        return posts;
    }

    private static Post district(Pen pen, String street, String organisation, String type, String more) {
        return pen.post("organisation/" + organisation, "district", street, "organisations." + type,
                data(organisation, more));
    }

    static void audit(Books books) {
        books.each("organisation", (organisation, state) -> {
            books.promise(Promise.FACTS);
            books.latest(organisation, Set.of("OrganisationRegistered"))
                    .ifPresent(entry -> books.expect(
                            entry.data().path("name").equals(state.path("entry").path("value").path("name")),
                            "%s is not called what the register says last", organisation));

            books.promise(Promise.BALANCE);
            var granted = books.applied(organisation)
                    .filter(entry -> entry.type().equals("RatingGranted") || entry.type().equals("RatingConfirmed"))
                    .count();
            books.expect(granted == state.path("ratings").path("grants").size(), "%s has %d ratings, its journal %d",
                    organisation, state.path("ratings").path("grants").size(), granted);
            var filed = new TreeSet<String>();
            books.applied(organisation).filter(entry -> entry.type().equals("AnnualReportFiled"))
                    .forEach(entry -> filed.add(entry.data().path("year").asString()));
            var known = new TreeSet<String>();
            state.path("reports").path("filed").propertyNames().forEach(known::add);
            books.expect(filed.equals(known), "%s handed in %s, and %s is known", organisation, filed, known);
        });
    }
}
