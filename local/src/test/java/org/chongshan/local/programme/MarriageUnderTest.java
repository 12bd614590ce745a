package org.chongshan.local.programme;

import java.util.List;
import java.util.stream.Stream;

import org.chongshan.events.Programme;

import static org.chongshan.local.programme.Example.afterThat;
import static org.chongshan.local.programme.Example.of;

/** Marriage (婚俗改革), as the harnesses know it. */
final class MarriageUnderTest {
    static final ProgrammeUnderTest RECORD = new ProgrammeUnderTest(Programme.MARRIAGE, new MarriageWorkload(),
            new MarriageInvariants(),
            Stream.concat(examples().stream(), CounsellingUnderTest.examples().stream()).toList());

    /** Their time for the certificate is from 2023-02-16 to 2023-03-17. */
    private static final String SIX_WEEKS_AGO = "2023-01-16T02:00:00Z";

    private MarriageUnderTest() {}

    private static Example received(String application) {
        return of("registry", "marriage.DivorceApplicationReceived", """
                {"application": "%s", "registry": "chongchuan", "bothInPerson": true, "bothCapable": true,
                 "agreed": true, "marriedInTheMainland": true, "certificates": "BOTH",
                 "husband": {"name": "葛", "identityNumber": "$number", "registeredHere": true},
                 "wife": {"name": "花", "identityNumber": "17", "registeredHere": false}}""".formatted(application));
    }

    private static List<Example> examples() {
        return List.of(
                // One couple is not registered at once, and then is; one withdraws; one is parted by mistake; one is sent away.
                received("D1-?").at(SIX_WEEKS_AGO),
                of("registry", "marriage.CertificateRefused",
                        """
                                {"application": "D1-?", "registry": "chongchuan", "reasons": ["AGREEMENT_INCOMPLETE"], "grounds": "The flat.", "notice": "N-1"}"""),
                of("registry", "marriage.BothPartiesAppeared", """
                        {"application": "D1-?", "registry": "chongchuan", "husbandPresent": true, "wifePresent": true,
                         "husbandNumber": "$number", "wifeNumber": "17",
                         "settled": ["WILL", "CHILDREN", "PROPERTY", "DEBTS"], "certificate": "C-1"}"""),
                received("D2-?"),
                of("registry", "marriage.CounsellingOffered", "{\"application\": \"D2-?\", \"answer\": \"DECLINED\"}"),
                of("registry", "marriage.WithdrawalRequested", """
                        {"application": "D2-?", "registry": "chongchuan", "by": "HUSBAND", "identityNumber": "$number",
                         "inPerson": true, "receipt": "LOSS_EXPLAINED", "confirmation": "W-1"}"""), received("D3-?"),
                of("registry", "marriage.CaseEndedOtherwise", """
                        {"application": "D3-?", "because": "DEATH", "on": "2023-03-02", "document": "E-1"}"""),
                of("registry", "marriage.CaseEndRetracted",
                        "{\"application\": \"D3-?\", \"document\": \"E-1\", \"grounds\": \"Another man.\"}"),
                of("registry", "marriage.DivorceApplicationRefused",
                        """
                                {"application": "D4-?", "registry": "chongchuan", "reasons": ["NO_AGREEMENT"], "grounds": "She stays."}"""),
                // And one runs on.
                received("D5-?"), afterThat("registry", "marriage.PartySought", "{\"identityNumber\": \"$number\"}"),

                of("registry", "marriage.VideoPublished",
                        "{\"video\": \"V-?\", \"title\": \"To quarrel well\", \"minutes\": 18}"),
                of("desk", "marriage.VideoWatched",
                        "{\"video\": \"V-?\", \"at\": \"HOME\", \"application\": \"D5-?\"}"),
                of("district", "marriage.VideoWithdrawn", "{\"video\": \"V-?\", \"grounds\": \"Out of date.\"}"));
    }
}
