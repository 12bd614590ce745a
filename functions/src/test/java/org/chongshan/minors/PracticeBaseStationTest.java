package org.chongshan.minors;

import org.chongshan.events.Confidential;
import org.chongshan.events.minors.BaseCategory;
import org.chongshan.events.minors.CourseAdmitted;
import org.chongshan.events.minors.CourseEvaluated;
import org.chongshan.events.minors.CourseProposed;
import org.chongshan.events.minors.CourseRetired;
import org.chongshan.events.minors.HonourGranted;
import org.chongshan.events.minors.HonourRank;
import org.chongshan.events.minors.PracticeBaseAccredited;
import org.chongshan.events.minors.ProviderEngaged;
import org.chongshan.events.minors.StaffAssigned;
import org.chongshan.events.minors.StationKind;
import org.chongshan.events.minors.StationLevel;
import org.chongshan.events.minors.StationOpened;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chongshan.core.Given.given;
import static org.chongshan.minors.PracticeBaseRule.*;

class PracticeBaseStationTest {
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
        given(new PracticeBaseDecider()).when(honour).thenRefused(BASE_UNKNOWN).happened(BASE).when(honour)
                .then(HONOURED).when(honour).thenRefused(HONOURED_ONCE);
    }

    @Test
    void a_subdistricts_station_bears_its_code_and_the_centre_its_name() {
        given(new StationDecider()).when(new StationOpened("320613002", StationLevel.SUBDISTRICT))
                .thenRefused(StationRule.WRONG_STATION)
                .when(new StationOpened("320613001", StationLevel.SUBDISTRICT)).then(StationRule.OPENED)
                .when(new StationOpened("320613001", StationLevel.SUBDISTRICT)).thenRefused(StationRule.OPENED_ONCE);
        given(new StationDecider()).when(new StationOpened("centre", StationLevel.CENTRE)).then(StationRule.OPENED)
                .and(station -> assertThat(station.status()).isEqualTo("centre"));
    }

    @Test
    void staff_and_providers_count_once_at_an_open_station() {
        var staff = new StaffAssigned("320613001", "station-17", StationKind.PROTECTION);
        var provider = new ProviderEngaged("320613001", "O-1");
        given(new StationDecider()).when(staff).thenRefused(StationRule.STATION_UNKNOWN)
                .happened(new StationOpened("320613001", StationLevel.SUBDISTRICT)).when(staff)
                .then(StationRule.STAFFED).when(staff).thenRefused(StationRule.ENGAGED_ONCE).when(provider)
                .then(StationRule.PROVIDER_ENGAGED).when(provider).thenRefused(StationRule.ENGAGED_ONCE);
    }
}
