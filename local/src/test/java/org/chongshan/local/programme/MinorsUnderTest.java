package org.chongshan.local.programme;

import java.util.List;

import org.chongshan.events.Programme;

import static org.chongshan.local.programme.Example.afterThat;
import static org.chongshan.local.programme.Example.of;

/** Minors (苏童成长), as the harnesses know it. */
final class MinorsUnderTest {
    static final ProgrammeUnderTest RECORD = new ProgrammeUnderTest(Programme.MINORS, new MinorsWorkload(),
            new MinorsInvariants(), examples());

    private MinorsUnderTest() {}

    private static List<Example> examples() {
        return List.of(
                // A child is opened, assessed, visited and helped; what endangers it is taken on, and comes again.
                of("station", "minors.ChildCaseOpened",
                        """
                                {"child": "K-?", "household": "H-?", "member": "M-?", "name": "葛美云", "birthday": "2013-01-01"}"""),
                of("station", "minors.ChildRiskAssessed", """
                        {"child": "K-?", "guardianship": "SOME", "behaviour": "NONE", "physiological": "NONE",
                         "assessor": "p-1", "grounds": "Seen."}"""),
                of("district", "minors.TierOverridden",
                        """
                                {"child": "K-?", "tier": "MEDIUM_LOW", "until": "2023-04-01", "grounds": "The street asks."}"""),
                of("station", "minors.ChildVisitRecorded", """
                        {"child": "K-?", "by": ["SOCIAL_WORK", "PROTECTION"], "living": "GOOD", "schooling": "STRAINED",
                         "guardianship": "GOOD", "observation": "At home."}"""),
                of("station", "minors.InterventionLinked", """
                        {"child": "K-?", "intervention": "I-1", "kind": "PSYCHOTHERAPY", "consent": true,
                         "need": "Somebody to talk to."}"""),
                of("station", "minors.InterventionClosed",
                        "{\"child\": \"K-?\", \"intervention\": \"I-1\", \"grounds\": \"It helped.\"}"),
                of("grid", "minors.ProtectionConcernReported",
                        "{\"child\": \"K-?\", \"concern\": \"VIOLENCE\", \"harm\": true, \"observation\": \"\"}"),
                of("station", "minors.ProtectionAlertAcknowledged", "{\"child\": \"K-?\"}"),
                of("grid", "minors.ProtectionConcernReported",
                        "{\"child\": \"K-?\", \"concern\": \"NEGLECT\", \"harm\": true, \"observation\": \"\"}"),

                of("district", "minors.PracticeBaseAccredited",
                        "{\"base\": \"B-?\", \"category\": \"SCIENCE\", \"name\": \"Planetarium\"}"),
                of("district", "minors.HonourGranted", "{\"base\": \"B-?\", \"honour\": \"Y-1\", \"rank\": \"CITY\"}"),
                of("organisation", "minors.CourseProposed",
                        "{\"base\": \"B-?\", \"course\": \"C-1\", \"courseClass\": 1, \"title\": \"Stars\"}"),
                of("district", "minors.CourseEvaluated", "{\"base\": \"B-?\", \"course\": \"C-1\", \"points\": 90}"),
                of("district", "minors.CourseAdmitted", "{\"base\": \"B-?\", \"course\": \"C-1\"}"),
                of("district", "minors.CourseRetired",
                        "{\"base\": \"B-?\", \"course\": \"C-1\", \"grounds\": \"The dome leaks.\"}"),

                // One activity takes place today, another does not.
                of("station", "minors.ActivityScheduled",
                        """
                                {"activity": "A-?", "base": "B-?", "course": "C-1", "places": 9, "startsAt": "2023-03-02T08:00:00Z"}"""),
                of("station", "minors.ChildEnrolled", "{\"activity\": \"A-?\", \"child\": \"K-?\"}"),
                of("station", "minors.ChildEnrolled", "{\"activity\": \"A-?\", \"child\": \"K2-?\"}"),
                of("desk", "minors.ChildWithdrawn", "{\"activity\": \"A-?\", \"child\": \"K2-?\"}"),
                of("organisation", "minors.ChildAttended", "{\"activity\": \"A-?\", \"child\": \"K-?\"}"),
                of("station", "minors.ActivityHeld", "{\"activity\": \"A-?\"}"),
                of("station", "minors.ActivityScheduled",
                        """
                                {"activity": "A2-?", "base": "B-?", "course": "C-1", "places": 9, "startsAt": "2023-07-10T01:00:00Z"}"""),
                of("district", "minors.ActivityCancelled",
                        "{\"activity\": \"A2-?\", \"grounds\": \"The dome leaks.\"}"),

                of("district", "minors.StationOpened", "{\"station\": \"$street\", \"level\": \"SUBDISTRICT\"}"),
                of("street", "minors.StaffAssigned",
                        "{\"station\": \"$street\", \"staff\": \"s-1\", \"kind\": \"SOCIAL_WORK\"}"),
                afterThat("street", "minors.ProviderEngaged", "{\"station\": \"$street\", \"provider\": \"v-1\"}"));
    }
}
