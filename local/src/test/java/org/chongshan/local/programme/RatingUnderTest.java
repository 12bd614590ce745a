package org.chongshan.local.programme;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import static org.chongshan.local.programme.Example.afterThat;
import static org.chongshan.local.programme.Example.of;

/** Rating rounds, as the harnesses know them. */
final class RatingUnderTest {
    private static final int MEMBERS = 8;

    private RatingUnderTest() {}

    /** Of the organisation the register's examples leave in good standing: one round to its end, one taken back. */
    static List<Example> examples() {
        var all = new ArrayList<Example>();
        all.add(of("district", "organisations.RatingApplied", applied("R1-?", "O1-?")));
        all.add(of("district", "organisations.RatingApplied", applied("R2-?", "O1-?")));
        all.add(of("district", "organisations.RatingApplicationWithdrawn", "{\"round\": \"R2-?\"}"));
        all.add(afterThat("district", "organisations.RatingCommitteeConvened", committee("R1-?")));
        all.add(of("district", "organisations.TieDeclared",
                "{\"round\": \"R1-?\", \"member\": \"m-7\", \"tie\": \"SERVED_THERE\", \"leftOn\": \"2022-01-01\"}"));
        for (int i = 0; i < MEMBERS - 1; i++) {
            all.add(of("district", "organisations.VoteRecorded", vote("R1-?", i, "FOR")));
        }
        all.add(of("district", "organisations.RoundDecided", "{\"round\": \"R1-?\"}"));
        all.add(of("district", "organisations.ReviewRequested",
                "{\"round\": \"R1-?\", \"grounds\": \"We are better.\"}"));
        all.add(of("district", "organisations.ReviewDecided", review("R1-?", 2)));
        return all;
    }

    private static String applied(String round, String organisation) {
        return "{\"round\": \"%s\", \"organisation\": \"%s\", \"grade\": \"A3\"}".formatted(round, organisation);
    }

    private static String committee(String round) {
        return "{\"round\": \"%s\", \"members\": %s, \"grade\": \"A3\"}".formatted(round, people("m", MEMBERS));
    }

    private static String vote(String round, int member, String vote) {
        return "{\"round\": \"%s\", \"member\": \"m-%d\", \"vote\": \"%s\"}".formatted(round, member, vote);
    }

    private static String review(String round, int inFavour) {
        return "{\"round\": \"%s\", \"reviewers\": %s, \"inFavour\": %s, \"grade\": \"A2\", \"grounds\": \"Looked at.\"}"
                .formatted(round, people("r", 5), people("r", inFavour));
    }

    private static String people(String kind, int many) {
        return IntStream.range(0, many).mapToObj(i -> "\"" + kind + "-" + i + "\"")
                .collect(Collectors.joining(", ", "[", "]"));
    }

    /** In every subdistrict an organisation that has applied, and a committee that meets when the register has answered. */
    static List<Supplier<List<Post>>> histories(Pen pen) {
        return pen.streets().stream().<Supplier<List<Post>>>map(street -> () -> application(pen, street)).toList();
    }

    private static List<Post> application(Pen pen, String street) {
        var posts = new ArrayList<Post>();
        var organisation = "A-" + street;
        var round = "R-" + street + "-" + pen.pick(3);
        posts.add(
                pen.post("organisation/" + organisation, "district", street, "organisations.OrganisationRegistered", """
                        {"organisation": "%s", "creditCode": "52320613MJA123456J", "kind": "SERVICE_INSTITUTION",
                         "name": "爱德", "registeredOn": "2015-06-01", "contact": "x"}""".formatted(organisation)));
        for (int year = 2019; year < 2023; year++) {
            posts.add(pen.post("organisation/" + organisation, "district", street, "organisations.AnnualReportFiled",
                    "{\"organisation\": \"%s\", \"year\": %d}".formatted(organisation, year)));
        }
        posts.add(district(pen, street, round, "RatingApplied", applied(round, organisation)));
        posts.addAll(meeting(pen, street, round));
        return posts;
    }

    private static List<Post> meeting(Pen pen, String street, String round) {
        var posts = new ArrayList<Post>();
        posts.add(district(pen, street, round, "RatingCommitteeConvened", committee(round)));
        posts.add(district(pen, street, round, "TieDeclared",
                "{\"round\": \"%s\", \"member\": \"m-%d\", \"tie\": \"INTEREST\"}".formatted(round, pen.pick(3))));
        for (int i = 0; i < MEMBERS; i++) {
            posts.add(district(pen, street, round, "VoteRecorded",
                    vote(round, i, pen.one(List.of("FOR", "FOR", "AGAINST", "ABSTAINED")))));
        }
        posts.add(district(pen, street, round, "RoundDecided", "{\"round\": \"%s\"}".formatted(round)));
        posts.add(district(pen, street, round, "ReviewRequested",
                "{\"round\": \"%s\", \"grounds\": \"We are better.\"}".formatted(round)));
        posts.add(district(pen, street, round, "ReviewDecided", review(round, pen.pick(6))));
        if (pen.pick(4) == 0) {
            posts.add(
                    district(pen, street, round, "RatingApplicationWithdrawn", "{\"round\": \"%s\"}".formatted(round)));
        }
        return posts;
    }

    private static Post district(Pen pen, String street, String round, String type, String data) {
        return pen.post("rating-round/" + round, "district", street, "organisations." + type, data);
    }

    /** Committees meet where the register has answered. */
    static List<Post> afterwards(Pen pen, Books books) {
        var posts = new ArrayList<Post>();
        books.each("rating-round", (round, state) -> {
            if (state.path("status").asString("").equals("eligible")) {
                posts.addAll(meeting(pen, state.path("subdistrict").asString(""), Books.idOf(round)));
            }
        });
        return posts;
    }

    static void audit(Books books) {
        var confirmed = new TreeMap<String, Integer>();
        books.each("organisation",
                (organisation, state) -> books.applied(organisation)
                        .filter(entry -> entry.type().equals("RatingConfirmed"))
                        .forEach(entry -> confirmed.merge(entry.data().path("round").asString(""), 1, Integer::sum)));
        books.each("rating-round", (round, state) -> {
            books.promise(Promise.ENDINGS);
            var isConfirmed = state.path("status").asString("").equals("confirmed");
            books.expect(confirmed.getOrDefault(Books.idOf(round), 0) == (isConfirmed ? 1 : 0),
                    "%s stands as %s, and its organisation heard %s", round, state.path("status"),
                    confirmed.get(Books.idOf(round)));

            books.promise(Promise.BALANCE);
            var members = new TreeSet<>(Books.texts(state.path("ballot").path("members")));
            state.path("ballot").path("votes").propertyNames().forEach(
                    voter -> books.expect(members.contains(voter), "%s: %s voted, and is no member", round, voter));
            var recused = new TreeSet<>(Books.texts(state.path("ballot").path("recused")));
            var inFavour = state.path("ballot").path("votes").propertyStream()
                    .filter(vote -> !recused.contains(vote.getKey())
                            && vote.getValue().path("value").asString("").equals("FOR"))
                    .count();
            var reviewed = books.applied(round).anyMatch(entry -> entry.type().equals("ReviewDecided"));
            books.expect(!isConfirmed || reviewed || inFavour * 2 >= members.size(), "%s was confirmed with %d of %d",
                    round, inFavour, members.size());
        });
    }
}
