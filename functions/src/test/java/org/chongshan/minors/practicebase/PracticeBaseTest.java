package org.chongshan.minors.practicebase;

import org.chongshan.events.Confidential;
import org.chongshan.events.minors.BaseCategory;
import org.chongshan.events.minors.HonourRank;
import org.chongshan.events.minors.PracticeBaseEvent.CourseAdmitted;
import org.chongshan.events.minors.PracticeBaseEvent.CourseEvaluated;
import org.chongshan.events.minors.PracticeBaseEvent.CourseProposed;
import org.chongshan.events.minors.PracticeBaseEvent.CourseRetired;
import org.chongshan.events.minors.PracticeBaseEvent.HonourGranted;
import org.chongshan.events.minors.PracticeBaseEvent.PracticeBaseAccredited;
import org.junit.jupiter.api.Test;

import static org.chongshan.core.Given.given;
import static org.chongshan.minors.practicebase.PracticeBaseRule.*;

/** Practice bases, and the courses they offer. */
class PracticeBaseTest {
    private static final PracticeBaseAccredited BASE = new PracticeBaseAccredited("1", BaseCategory.HERITAGE, "唐闸古镇");

    private static final CourseProposed PROPOSED = new CourseProposed("1", "C-1", 3, "A day as a weaver");

    private static final CourseAdmitted ADMITTED = new CourseAdmitted("1", "C-1");

    private static final CourseRetired RETIRED = new CourseRetired("1", "C-1", new Confidential("The mill closed."));

    private static CourseEvaluated evaluated(int points) {
        return new CourseEvaluated("1", "C-1", points);
    }

    @Test
    void a_course_is_admitted_only_after_an_evaluation_it_passed_at_60_points() {
        given(new PracticeBaseDecider()).when(BASE).then(ACCREDITED).when(BASE).thenRefused(ACCREDITED_ONCE)
                .when(PROPOSED).then(COURSE_PROPOSED).when(PROPOSED).thenRefused(PROPOSED_ONCE).when(ADMITTED)
                .thenRefused(NOT_PASSED).when(evaluated(59)).then(COURSE_EVALUATED).when(ADMITTED)
                .thenRefused(NOT_PASSED).happened(evaluated(60)).when(ADMITTED).then(ADMITTED_AFTER_EVALUATION)
                .when(ADMITTED).thenRefused(NO_SUCH_COURSE).when(evaluated(10)).thenRefused(NO_SUCH_COURSE)
                .when(RETIRED).then(COURSE_RETIRED).when(RETIRED).thenRefused(NO_SUCH_COURSE);
    }

    @Test
    void an_honour_counts_once_for_an_accredited_base() {
        var honour = new HonourGranted("1", "HN-1", HonourRank.PROVINCE);
        given(new PracticeBaseDecider()).when(honour).thenEarly(BASE_UNKNOWN).happened(BASE).when(honour).then(HONOURED)
                .when(honour).thenRefused(HONOURED_ONCE);
    }
}
