package org.chongshan.local.access;

import org.chongshan.local.Bureau;

import static org.assertj.core.api.Assertions.assertThat;

/** One record in every collection of a subdistrict, made by those who work there. */
final class OneOfEach {
    private final Bureau bureau;
    private final String subdistrict;

    private OneOfEach(Bureau bureau, String subdistrict) {
        this.bureau = bureau;
        this.subdistrict = subdistrict;
    }

    /** Makes them; their ids end with {@code suffix}. */
    static void in(Bureau bureau, String subdistrict, String suffix) throws Exception {
        new OneOfEach(bureau, subdistrict).make(suffix);
    }

    private void make(String suffix) throws Exception {
        did("district", "relief.FundOpened",
                "{\"fund\": \"%s\", \"amountFen\": 5000000, \"floorFen\": 0}".formatted(subdistrict));
        did("street", "relief.HouseholdRegistered", """
                {"household": "H-?", "members": [
                  {"member": "M-?", "name": "葛美云", "identityNumber": "320602196001010000", "relation": "HEAD"}]}"""
                .replace("?", suffix));
        did("grid", "relief.GridVisitRecorded",
                "{\"household\": \"H-?\", \"hardship\": \"BEREAVEMENT\", \"observation\": \"\"}".replace("?", suffix));
        did("street", "relief.KeyWatchAdded", "{\"household\": \"H-?\", \"grounds\": \"Alone.\"}".replace("?", suffix));
        did("street", "relief.ConsultationConvened",
                "{\"consultation\": \"N-?\", \"attendees\": [\"P-1\"]}".replace("?", suffix));
        did("district", "relief.SubsidyQuarterOpened", "{\"cycle\": \"2023-Q1.%s\"}".formatted(subdistrict));
        did("street", "relief.ResourcePledged",
                "{\"resource\": \"S-?\", \"donor\": \"FIRM\", \"unit\": \"FEN\", \"quantity\": 5}".replace("?",
                        suffix));
        did("street", "relief.ReferralSent", """
                {"referral": "R-?", "household": "H-?", "member": "M-?", "agency": "COURT", "consent": true,
                 "need": "A guardian."}""".replace("?", suffix));
        did("station", "minors.ChildCaseOpened", """
                {"child": "K-?", "household": "H-?", "member": "M-?", "name": "葛美云", "birthday": "2013-01-01"}"""
                .replace("?", suffix));
        did("station", "minors.ProtectionConcernReported",
                "{\"child\": \"K-?\", \"concern\": \"VIOLENCE\", \"harm\": true, \"observation\": \"\"}".replace("?",
                        suffix));
        did("district", "minors.PracticeBaseAccredited",
                "{\"base\": \"B-?\", \"category\": \"SCIENCE\", \"name\": \"Planetarium\"}".replace("?", suffix));
        did("station", "minors.ActivityScheduled", """
                {"activity": "A-?", "base": "B-?", "course": "C-1", "places": 9, "startsAt": "2023-07-10T01:00:00Z"}"""
                .replace("?", suffix));
        did("district", "minors.StationOpened",
                "{\"station\": \"%s\", \"level\": \"SUBDISTRICT\"}".formatted(subdistrict));
        bureau.settle();
        did("street", "relief.LeadTriaged", """
                {"lead": "H-?.bereavement.20230302", "outcome": "URGENT_RELIEF", "amountFen": 300000, "persons": 1,
                 "grounds": "Nobody earns."}""".replace("?", suffix));
        bureau.settle();
    }

    private void did(String role, String type, String data) throws Exception {
        var answer = bureau.post(bureau.token(role, subdistrict), "application/cloudevents+json",
                bureau.event(Bureau.newId(), type, subdistrict, data));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    }
}
