package org.chongshan.minors.practicebase;

import org.chongshan.core.AnyOrder;
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

import static org.assertj.core.api.Assertions.assertThat;
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

    @Test
    void an_evaluation_posted_late_stands_at_its_own_time() {
        given(new PracticeBaseDecider()).happened(BASE, PROPOSED).at("2023-03-08T04:00:00Z").happened(evaluated(70))
                .at("2023-03-05T04:00:00Z").when(evaluated(10)).then(EVALUATED_SINCE).at("2023-03-09T04:00:00Z")
                .when(ADMITTED).then(ADMITTED_AFTER_EVALUATION);
    }

    @Test
    void a_base_grown_to_its_limits_stays_small_and_takes_no_more() {
        var full = given(new PracticeBaseDecider()).happened(BASE);
        for (int i = 0; i < PracticeBase.MOST_COURSES; i++) {
            var course = "%0100d".formatted(i);
            full.happened(new CourseProposed("1", course, 3, "课".repeat(100)), new CourseEvaluated("1", course, 60));
        }
        for (int i = 0; i < PracticeBase.MOST_HONOURS; i++) {
            full.happened(new HonourGranted("1", "%0100d".formatted(i), HonourRank.CITY));
        }
        full.when(PROPOSED).thenRefused(BASE_FULL).when(new HonourGranted("1", "one-more", HonourRank.CITY))
                .thenRefused(BASE_FULL);
        assertThat(AnyOrder.stored(full.state())).isBetween(50_000, 100_000);
    }
}
