package org.chongshan.local.programme;

import java.util.List;

import org.chongshan.events.Programme;

import static org.chongshan.local.programme.Example.afterThat;
import static org.chongshan.local.programme.Example.of;

/** Relief (崇善助), as the harnesses know it. */
final class ReliefUnderTest {
    static final ProgrammeUnderTest RECORD = new ProgrammeUnderTest(Programme.RELIEF, new ReliefWorkload(),
            new ReliefInvariants(), examples());

    private ReliefUnderTest() {}

    private static List<Example> examples() {
        return List.of(
                of("district", "relief.FundOpened", "{\"fund\": \"$street\", \"amountFen\": 4000000, \"floorFen\": 0}"),
                of("district", "relief.FundReplenished", "{\"fund\": \"$street\", \"amountFen\": 1000000}"),

                // Two households, one of them watched; somebody stands in the books of both.
                of("street", "relief.HouseholdRegistered",
                        """
                                {"household": "H-?", "members": [
                                  {"member": "M-?", "name": "葛美云", "identityNumber": "320602196001010006", "relation": "HEAD"}]}"""),
                of("grid", "relief.HouseholdRegistered",
                        """
                                {"household": "H2-?", "members": [
                                  {"member": "M-?", "name": "葛美云", "identityNumber": "320602196001010006", "relation": "HEAD"}]}"""),
                of("grid", "relief.GridVisitRecorded",
                        "{\"household\": \"H-?\", \"hardship\": \"BEREAVEMENT\", \"observation\": \"\"}"),
                of("street", "relief.EconomicStatusVerified", """
                        {"household": "H-?", "persons": 1, "income12Fen": 0, "rigidSpending12Fen": 0,
                         "ableToWork": false, "supporterAble": false, "hardship": "BEREAVEMENT"}""")
                        .at("2023-01-04T02:00:00Z"),
                of("street", "relief.HouseholdPlanAdopted", """
                        {"household": "H-?", "plan": 1, "lines": [{"field": "MEDICAL", "measure": "Medicine."}],
                         "reviewOn": "2023-05-01"}"""),
                of("street", "relief.KeyWatchAdded", "{\"household\": \"H-?\", \"grounds\": \"Alone.\"}"),
                of("street", "relief.KeyWatchRemoved", "{\"household\": \"H-?\", \"grounds\": \"Not alone.\"}"),
                of("street", "relief.KeyWatchAdded", "{\"household\": \"H-?\", \"grounds\": \"Alone again.\"}"),
                afterThat("street", "relief.HouseholdDuplicateCleared",
                        "{\"household\": \"H2-?\", \"other\": \"H-?\", \"grounds\": \"Moved out.\"}"),

                // What the visit found becomes urgent relief, is paid, and filed.
                of("street", "relief.LeadTriaged",
                        """
                                {"lead": "H-?.bereavement.20230302", "outcome": "URGENT_RELIEF", "amountFen": 300000, "persons": 1,
                                 "grounds": "Nobody earns."}"""),
                afterThat("cashier", "treasury.PaymentReceiptRecorded",
                        "{\"claim\": \"H-?.bereavement.2023\", \"result\": \"PAID\", \"reference\": \"V-1\"}"),
                afterThat("agency", "treasury.PaymentReturned",
                        "{\"claim\": \"H-?.bereavement.2023\", \"reference\": \"B-1\"}"),
                afterThat("district", "relief.UrgentReliefFunded",
                        "{\"reliefCase\": \"H-?.bereavement.20230302\", \"grounds\": \"It came back.\"}"),
                afterThat("cashier", "treasury.PaymentReceiptRecorded",
                        "{\"claim\": \"H-?.bereavement.2023\", \"result\": \"PAID\", \"reference\": \"V-2\"}"),
                afterThat("street", "relief.RetroactiveFilingSubmitted",
                        "{\"reliefCase\": \"H-?.bereavement.20230302\", \"documents\": [\"form-7\"]}"),
                of("desk", "relief.HardshipLeadReported",
                        """
                                {"lead": "L-?", "household": "H-?", "hardship": "ACCIDENT", "observedAt": "2023-03-02T03:00:00Z"}"""),

                // What a station asks for waits for an officer; what is more than the street may grant, for the district. Two applications: one approved, one rejected.
                of("grid", "relief.UrgentReliefRequested",
                        """
                                {"reliefCase": "C-?", "household": "H2-?", "hardship": "ILLNESS", "amountFen": 9000000, "persons": 1}"""),
                of("station", "relief.UrgentReliefRequested",
                        """
                                {"reliefCase": "C4-?", "household": "H2-?", "hardship": "ACCIDENT", "amountFen": 9000, "persons": 1}"""),
                of("desk", "relief.ReliefApplicationSubmitted",
                        """
                                {"reliefCase": "C2-?", "household": "H-?", "hardship": "ILLNESS", "amountFen": 9000, "persons": 1}"""),
                of("desk", "relief.ReliefApplicationSubmitted",
                        """
                                {"reliefCase": "C3-?", "household": "H-?", "hardship": "ACCIDENT", "amountFen": 9000, "persons": 1}"""),
                afterThat("district", "relief.UrgentReliefFunded",
                        "{\"reliefCase\": \"C-?\", \"grounds\": \"The bills are there.\"}"),
                of("street", "relief.UrgentReliefConfirmed",
                        "{\"reliefCase\": \"C4-?\", \"grounds\": \"Seen in hospital.\"}"),
                of("street", "relief.ReliefApproved",
                        "{\"reliefCase\": \"C2-?\", \"grounds\": \"The bills are there.\"}"),
                of("street", "relief.ReliefRejected", "{\"reliefCase\": \"C3-?\", \"grounds\": \"Insured.\"}"),

                // A consultation decides otherwise.
                of("street", "relief.ConsultationConvened",
                        "{\"consultation\": \"N-?\", \"attendees\": [\"street-17\", \"station-17\", \"district-17\"]}"),
                afterThat("station", "relief.AttendanceConfirmed", "{\"consultation\": \"N-?\"}"),
                of("district", "relief.AttendanceConfirmed", "{\"consultation\": \"N-?\"}"),
                of("street", "relief.CaseTabled", "{\"consultation\": \"N-?\", \"reliefCase\": \"C3-?\"}"),
                afterThat("street", "relief.CaseDeliberated", """
                        {"consultation": "N-?", "reliefCase": "C3-?", "verdict": "APPROVE", "inFavour": 3,
                         "grounds": "Not enough."}"""),
                // What is being paid already it decides in vain.
                of("street", "relief.CaseTabled", "{\"consultation\": \"N-?\", \"reliefCase\": \"C-?\"}"),
                of("street", "relief.CaseDeliberated", """
                        {"consultation": "N-?", "reliefCase": "C-?", "verdict": "REJECT", "inFavour": 3,
                         "grounds": "Insured."}"""),
                afterThat("street", "relief.VerdictReviewed",
                        "{\"consultation\": \"N-?\", \"reliefCase\": \"C-?\", \"grounds\": \"Paid already.\"}"),
                of("street", "relief.ConsultationClosed", "{\"consultation\": \"N-?\"}"),

                of("district", "relief.SubsidyQuarterOpened", "{\"cycle\": \"2023-Q1.$street\"}"),
                afterThat("grid", "relief.SubsidyDelivered",
                        "{\"cycle\": \"2023-Q1.$street\", \"household\": \"H-?\", \"receipt\": \"R-1\"}"),

                of("street", "relief.ResourcePledged",
                        "{\"resource\": \"S-?\", \"donor\": \"FIRM\", \"unit\": \"FEN\", \"quantity\": 5}"),
                of("street", "relief.ResourceMatched",
                        "{\"resource\": \"S-?\", \"match\": \"X-?\", \"household\": \"H-?\", \"quantity\": 2}"),
                of("grid", "relief.ResourceDelivered",
                        "{\"resource\": \"S-?\", \"match\": \"X-?\", \"receipt\": \"R-2\"}"),
                of("organisation", "relief.ResourceWithdrawn",
                        "{\"resource\": \"S-?\", \"quantity\": 1, \"grounds\": \"Spoilt.\"}"),

                // One referral leads to a placement, another nowhere; a third still waits.
                of("street", "relief.ReferralSent", """
                        {"referral": "R-?", "household": "H-?", "member": "M-?", "agency": "COURT", "consent": true,
                         "need": "A guardian."}"""), of("agency", "relief.ReferralAccepted", "{\"referral\": \"R-?\"}"),
                of("agency", "relief.PlacementStarted", "{\"referral\": \"R-?\", \"facility\": \"F-1\"}"),
                of("care", "relief.FollowUpRecorded", "{\"referral\": \"R-?\", \"observation\": \"Well.\"}"),
                of("agency", "relief.PlacementEnded", "{\"referral\": \"R-?\", \"grounds\": \"Home again.\"}"),
                of("station", "relief.ReferralSent", """
                        {"referral": "R2-?", "household": "H-?", "member": "M-?", "agency": "SCHOOL", "consent": true,
                         "need": "A place."}"""),
                of("agency", "relief.ReferralDeclined", "{\"referral\": \"R2-?\", \"grounds\": \"Full.\"}"),
                of("district", "relief.ReferralSent", """
                        {"referral": "R3-?", "household": "H-?", "member": "M-?", "agency": "HOSPITAL", "consent": true,
                         "need": "A bed."}"""));
    }
}
