package org.chongshan.local.programme;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What people post to marriage: couples who apply, and go on or not; videos that are watched. */
final class MarriageWorkload implements Workload {
    private static final int VIEWINGS = 6;
    private static final String COUPLE = """
            "husband": {"name": "x", "identityNumber": "11010519491231002X", "registeredHere": true},
            "wife": {"name": "y", "identityNumber": "17", "registeredHere": false}""";

    @Override
    public List<Supplier<List<Post>>> histories(Pen pen) {
        var all = new ArrayList<Supplier<List<Post>>>();
        for (var street : pen.streets()) {
            all.addAll(List.of(() -> couple(pen, street), () -> notAccepted(pen, street)));
        }
        all.add(() -> video(pen));
        all.addAll(CounsellingUnderTest.histories(pen));
        return all;
    }

    /** On one day: who asks for the certificate at once is sent away, who withdraws or is parted is not, unless that was a mistake. */
    private static List<Post> couple(Pen pen, String street) {
        var posts = new ArrayList<Post>();
        var application = "D-" + street;
        posts.add(registry(pen, street, application, "DivorceApplicationReceived", """
                "bothInPerson": true, "bothCapable": true, "agreed": true, "marriedInTheMainland": true,
                "certificates": "BOTH", "registry": "chongchuan", """ + COUPLE));
        posts.add(registry(pen, street, application, "CounsellingOffered",
                "\"answer\": \"%s\"".formatted(pen.one(List.of("ACCEPTED", "DECLINED")))));
        posts.add(pen.post("learning/V-1", "desk", street, "marriage.VideoWatched",
                "{\"video\": \"V-1\", \"at\": \"HOME\", \"application\": \"" + application + "\"}"));
        posts.add(registry(pen, street, application, "BothPartiesAppeared", """
                "registry": "chongchuan", "husbandPresent": true, "wifePresent": true,
                "husbandNumber": "11010519491231002X", "wifeNumber": "17",
                "settled": ["WILL", "CHILDREN", "PROPERTY", "DEBTS"], "certificate": "C-1\""""));
        posts.add(registry(pen, street, application, "CertificateRefused", """
                "registry": "chongchuan", "reasons": ["PAPERS_MISSING"], "grounds": "No.", "notice": "N-1\""""));
        posts.add(pen.post("divorce-party/", "registry", street, "marriage.PartySought",
                "{\"identityNumber\": \"11010519491231002X\"}"));
        for (int i = pen.pick(3); i >= 0; i--) {
            posts.add(registry(pen, street, application, "WithdrawalRequested", """
                    "registry": "chongchuan", "by": "HUSBAND", "identityNumber": "11010519491231002X",
                    "inPerson": true, "receipt": "%s", "confirmation": "W-%d\""""
                    .formatted(pen.one(List.of("RECEIPT", "LOSS_EXPLAINED", "NEITHER")), i)));
        }
        posts.add(registry(pen, street, application, "CaseEndedOtherwise",
                "\"because\": \"COURT_DIVORCE\", \"on\": \"%s\", \"document\": \"J-1\"".formatted(pen.today())));
        if (pen.pick(2) == 0) {
            posts.add(registry(pen, street, application, "CaseEndRetracted",
                    "\"document\": \"J-1\", \"grounds\": \"Another couple.\""));
        }
        return posts;
    }

    private static List<Post> notAccepted(Pen pen, String street) {
        return List.of(registry(pen, street, "X-" + street, "DivorceApplicationRefused", """
                "registry": "chongchuan", "reasons": ["NO_AGREEMENT"], "grounds": "She stays.\""""));
    }

    private static Post registry(Pen pen, String street, String application, String type, String more) {
        return pen.post("divorce/" + application, "registry", street, "marriage." + type,
                "{\"application\": \"" + application + "\", " + more + "}");
    }

    /** One video of the whole bureau, watched in every subdistrict. */
    private static List<Post> video(Pen pen) {
        var posts = new ArrayList<Post>();
        var first = pen.streets().getFirst();
        posts.add(pen.post("learning/V-1", "registry", first, "marriage.VideoPublished",
                "{\"video\": \"V-1\", \"title\": \"To quarrel well\", \"minutes\": 18}"));
        for (int i = 0; i < VIEWINGS; i++) {
            posts.add(pen.post("learning/V-1", pen.one(List.of("registry", "desk")), pen.one(pen.streets()),
                    "marriage.VideoWatched",
                    "{\"video\": \"V-1\", \"at\": \"%s\"}".formatted(pen.one(List.of("HOME", "LEARNING_CORNER")))));
        }
        if (pen.pick(3) == 0) {
            posts.add(pen.post("learning/V-1", "district", first, "marriage.VideoWithdrawn",
                    "{\"video\": \"V-1\", \"grounds\": \"Out of date.\"}"));
        }
        return posts;
    }
}
