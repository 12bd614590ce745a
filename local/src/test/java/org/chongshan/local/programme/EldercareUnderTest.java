package org.chongshan.local.programme;

import java.util.List;
import java.util.stream.Stream;

import org.chongshan.events.Programme;

import static org.chongshan.local.programme.Example.afterThat;
import static org.chongshan.local.programme.Example.of;

/** Elder care (濠享福), as the harnesses know it. */
final class EldercareUnderTest {
    static final ProgrammeUnderTest RECORD = new ProgrammeUnderTest(Programme.ELDERCARE, new EldercareWorkload(),
            new EldercareInvariants(), examples());

    /** Since when an elder has been entitled to the visit that is paid. */
    private static final String IN_JANUARY = "2023-01-04T02:00:00Z";

    private EldercareUnderTest() {}

    private static List<Example> examples() {
        return Stream.of(eldersAndFacilities(), homeVisits(), HotlineExamples.all()).flatMap(List::stream).toList();
    }

    /** One visit that counts, of a month that has closed; one called off, one disputed and void. */
    private static List<Example> homeVisits() {
        var booked = """
                {"visit": "V-%s?", "elder": "E-?", "channel": "KIOSK", "items": ["haircut"],
                 "plannedAt": "2023-03-02T05:00:00Z", "plannedMinutes": 60, "place": "K-1"}""";
        var check = """
                {"visit": "V-1?", "carer": "W-?", "kind": "APP", "distanceMetres": 900, "accuracyMetres": 20}""";
        return List.of(of("organisation", "eldercare.CarerEngaged",
                """
                        {"carer": "W-?", "provider": "P-?", "kind": "EMPLOYED", "qualifications": ["CARE_WORKER"], "name": "Wang"}"""),
                of("organisation", "eldercare.CarerAway",
                        """
                                {"carer": "W-?", "absence": "A-1", "from": "2023-03-10T00:00:00Z", "until": "2023-03-11T00:00:00Z"}"""),
                of("organisation", "eldercare.CarerBack", "{\"carer\": \"W-?\", \"absence\": \"A-1\"}"),
                of("desk", "eldercare.HomeVisitBooked", booked.formatted("1")),
                of("desk", "eldercare.HomeVisitMoved",
                        "{\"visit\": \"V-1?\", \"plannedAt\": \"2023-03-02T06:00:00Z\", \"plannedMinutes\": 90}"),
                afterThat("organisation", "eldercare.HomeVisitAssigned", "{\"visit\": \"V-1?\", \"carer\": \"W-?\"}"),
                afterThat("care", "eldercare.CheckedIn", check), of("care", "eldercare.CheckedOut", check),
                of("care", "eldercare.HomeVisitCompleted", """
                        {"visit": "V-1?", "items": [{"item": "haircut", "outcome": "DONE", "reading": "short"}]}"""),
                of("care", "eldercare.TimesAdjusted", """
                        {"visit": "V-1?", "adjustment": "A-1", "startedAt": "2023-01-05T01:00:00Z",
                         "endedAt": "2023-01-05T02:00:00Z", "reason": "OTHER", "memo": "Posted two months late."}"""),
                of("street", "eldercare.TimesAdjustmentDecided",
                        """
                                {"visit": "V-1?", "adjustment": "A-1", "approved": true, "grounds": "The elder's kin say so."}"""),
                of("street", "eldercare.VisitExceptionCleared", """
                        {"visit": "V-1?", "exception": "FAR_AWAY", "grounds": "At the daughter's."}"""),
                of("desk", "eldercare.HomeVisitConfirmed",
                        "{\"visit\": \"V-1?\", \"by\": \"ELDER\", \"items\": [\"haircut\"]}"),
                of("desk", "eldercare.HomeVisitFollowedUp",
                        "{\"visit\": \"V-1?\", \"rating\": 5, \"observation\": \"Friendly.\"}"),
                of("desk", "eldercare.HomeVisitBooked", booked.formatted("2")),
                of("desk", "eldercare.HomeVisitCancelled", "{\"visit\": \"V-2?\", \"reason\": \"NOT_WANTED\"}"),
                of("desk", "eldercare.HomeVisitBooked", booked.formatted("3")),
                of("grid", "eldercare.HomeVisitDisputed", "{\"visit\": \"V-3?\", \"grounds\": \"Nobody came.\"}"),
                of("street", "eldercare.VisitDisputeResolved",
                        "{\"visit\": \"V-3?\", \"outcome\": \"STANDS\", \"grounds\": \"It is to come.\"}"),
                of("district", "eldercare.HomeVisitVoided",
                        "{\"visit\": \"V-3?\", \"reason\": \"RECORDED_TWICE\", \"grounds\": \"Booked anew.\"}"),
                afterThat("district", "eldercare.SettlementConfirmed",
                        "{\"settlement\": \"P-?.$street.202301\", \"amountFen\": 3000}"),
                of("organisation", "eldercare.CarerLeft", "{\"carer\": \"W-?\"}"));
    }

    private static List<Example> eldersAndFacilities() {
        return List.of(
                // An elder is registered in a household that relief knows, assessed, visited by nobody in hospital, and lives.
                of("grid", "eldercare.ElderRegistered",
                        """
                                {"elder": "E-?", "household": "H-?", "name": "胡秀", "bornOn": "1933-05-01", "registeredHere": true,
                                 "livesHereSince": "1990-01-01", "address": "费桥村1组", "contact": "Her son"}""")
                        .at(IN_JANUARY),
                of("organisation", "eldercare.ElderAssessed", """
                        {"elder": "E-?", "grade": "MODERATE_LOSS", "assessor": "a-1", "findings": "Cannot dress."}""")
                        .at(IN_JANUARY),
                of("district", "eldercare.BirthdayCorrected",
                        "{\"elder\": \"E-?\", \"bornOn\": \"1933-05-02\", \"grounds\": \"The register.\"}"),
                of("street", "eldercare.ElderHouseholdStated", "{\"elder\": \"E-?\", \"household\": \"H-?\"}"),
                of("grid", "eldercare.ResidenceChanged", """
                        {"elder": "E-?", "registeredHere": true, "livesHereSince": "1990-01-01", "newHome": false}"""),
                of("agency", "eldercare.CareSuspended", "{\"elder\": \"E-?\"}"),
                of("care", "eldercare.CareResumed", "{\"elder\": \"E-?\"}"),
                of("grid", "eldercare.ElderDied", "{\"elder\": \"E-?\", \"diedOn\": \"2023-03-01\"}"),
                of("district", "eldercare.ElderDeathRetracted", "{\"elder\": \"E-?\", \"grounds\": \"Another one.\"}"),
                afterThat("district", "eldercare.CareMonthOpened", "{\"careMonth\": \"2023-03.$street\"}"),

                // One bed is accepted at the second look, another is given up.
                afterThat("street", "eldercare.CareBedSurveyed",
                        "{\"bed\": \"B-?\", \"elder\": \"E-?\", \"needs\": [\"AGE_FRIENDLY\", \"SMART\"]}"),
                of("organisation", "eldercare.CareBedBuilt",
                        """
                                {"bed": "B-?", "provider": "p-1", "equipmentFen": 0, "ageFriendlyFen": 250000, "smartFen": 80000}"""),
                of("street", "eldercare.CareBedRejected", "{\"bed\": \"B-?\", \"defects\": \"The rail is loose.\"}"),
                of("organisation", "eldercare.CareBedBuilt", """
                        {"bed": "B-?", "provider": "p-1", "equipmentFen": 0, "ageFriendlyFen": 5000, "smartFen": 0}"""),
                afterThat("district", "eldercare.CareBedAccepted", "{\"bed\": \"B-?\"}"),
                of("street", "eldercare.CareBedSurveyed",
                        "{\"bed\": \"B2-?\", \"elder\": \"E-?\", \"needs\": [\"EQUIPMENT\"]}"),
                of("street", "eldercare.CareBedClosed", "{\"bed\": \"B2-?\", \"grounds\": \"One is enough.\"}"),

                // One activity takes place today, another does not.
                of("street", "eldercare.ActivityAnnounced", """
                        {"activity": "EA-?", "facility": "S-?", "title": "Calligraphy", "places": 9,
                         "startsAt": "2023-03-02T08:00:00Z"}"""),
                of("desk", "eldercare.ElderSignedUp", "{\"activity\": \"EA-?\", \"elder\": \"E-?\"}"),
                of("desk", "eldercare.ElderSignedUp", "{\"activity\": \"EA-?\", \"elder\": \"E2-?\"}"),
                of("grid", "eldercare.ElderWithdrew", "{\"activity\": \"EA-?\", \"elder\": \"E2-?\"}"),
                of("desk", "eldercare.ElderAttended", "{\"activity\": \"EA-?\", \"elder\": \"E-?\"}"),
                of("organisation", "eldercare.ActivityTookPlace", "{\"activity\": \"EA-?\"}"),
                of("street", "eldercare.ActivityAnnounced", """
                        {"activity": "EA2-?", "facility": "S-?", "title": "Choir", "places": 9,
                         "startsAt": "2023-07-10T01:00:00Z"}"""),
                of("district", "eldercare.ActivityCalledOff", "{\"activity\": \"EA2-?\", \"grounds\": \"The heat.\"}"),

                of("district", "eldercare.FacilityOpened",
                        "{\"facility\": \"S-?\", \"kind\": \"STATION\", \"name\": \"Feiqiao\"}"),
                of("district", "eldercare.FacilityStandardised", "{\"facility\": \"S-?\"}"),
                of("street", "eldercare.KioskInstalled", """
                        {"facility": "S-?", "kiosk": "k-1", "modules": ["SERVICE_BOOKING", "ACTIVITY_SIGN_UP"]}"""),
                of("street", "eldercare.KioskRemoved", "{\"facility\": \"S-?\", \"kiosk\": \"k-1\"}"),
                of("district", "eldercare.FacilityClosed",
                        "{\"facility\": \"S-?\", \"grounds\": \"The house is pulled down.\"}"));
    }
}
