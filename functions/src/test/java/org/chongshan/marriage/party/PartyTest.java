package org.chongshan.marriage.party;

import java.util.List;
import java.util.TreeSet;

import org.chongshan.core.AnyOrder;
import org.chongshan.core.Facts;
import org.chongshan.events.IdentityNumber;
import org.chongshan.events.marriage.DivorceEvent.OtherApplicationsStated;
import org.chongshan.events.marriage.PartyEvent.PartyApplicationStated;
import org.chongshan.events.marriage.PartyEvent.PartyNamed;
import org.chongshan.events.marriage.PartyEvent.PartySought;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chongshan.core.Given.given;

/** The index of parties. */
class PartyTest {
    private static final String INDEX = "1-" + "a".repeat(32);
    private static final PartySought SOUGHT = new PartySought(new IdentityNumber("sealed.1.c2FsdA.dGV4dA." + INDEX));

    private static PartyNamed named(String application) {
        return new PartyNamed("n." + INDEX, application);
    }

    @Test
    void whoever_has_lost_the_receipt_is_found_by_the_number() {
        assertThat(new PartyDecider().idOf(SOUGHT)).isEqualTo("n." + INDEX);
        given(new PartyDecider()).when(SOUGHT).thenRefused(PartyRule.NOBODY_FOUND).when(named("2023-17"))
                .then(PartyRule.NAMED).at("2023-06-01T02:00:00Z").when(named("2023-99"))
                .thenBy(PartyRule.BESIDE_EACH_OTHER).when(SOUGHT).then(PartyRule.FOUND)
                .and(applicant -> assertThat(applicant.applications().all()).extracting(fact -> fact.value())
                        .containsExactly("2023-17", "2023-99"));
    }

    private static PartyApplicationStated says(String application, boolean runs, int number) {
        return new PartyApplicationStated("n." + INDEX, application, runs, number);
    }

    private static OtherApplicationsStated beside(String application, int number, String... others) {
        return new OtherApplicationsStated(application, "n." + INDEX, number, new TreeSet<>(List.of(others)));
    }

    @Test
    void applications_that_run_beside_each_other_are_told_so_until_one_has_ended() {
        var third = beside("2023-99", 3, "2023-18");
        given(new PartyDecider()).happened(named("2023-17")).when(named("2023-18"))
                .then(PartyRule.BESIDE_EACH_OTHER, beside("2023-17", 1, "2023-18"), beside("2023-18", 1, "2023-17"))
                .when(named("2023-18")).then(PartyRule.NAMED).when(says("2023-17", false, 1))
                .then(PartyRule.ENDED, beside("2023-18", 2)).when(named("2023-99"))
                .then(PartyRule.BESIDE_EACH_OTHER, beside("2023-18", 3, "2023-99"), third);
    }

    @Test
    void one_that_had_ended_by_mistake_runs_on_and_is_told_what_runs_beside_it_or_that_nothing_does() {
        given(new PartyDecider()).happened(named("2023-17"), named("2023-18"), says("2023-17", false, 1))
                .when(says("2023-17", true, 2))
                .then(PartyRule.BESIDE_EACH_OTHER, beside("2023-17", 3, "2023-18"), beside("2023-18", 3, "2023-17"));
        given(new PartyDecider())
                .happened(named("2023-17"), named("2023-18"), says("2023-17", false, 1), says("2023-18", false, 1))
                .when(says("2023-17", true, 2)).then(PartyRule.RUNS_ON, beside("2023-17", 3));
    }

    @Test
    void of_what_an_application_says_the_later_counts_also_when_it_comes_first() {
        given(new PartyDecider()).happened(named("2023-17"), named("2023-18")).when(says("2023-17", true, 2))
                .then(PartyRule.RUNS_ON).when(says("2023-17", false, 1)).thenRefused(PartyRule.SAID_SINCE);
        given(new PartyDecider()).when(says("2023-17", false, 1)).thenEarly(PartyRule.NOBODY_FOUND);
    }

    @Test
    void nobody_is_found_by_a_provisional_number() {
        assertThat(new PartyDecider().idOf(new PartySought(new IdentityNumber("17")))).isEqualTo("not-indexed");
    }

    @Test
    void of_many_applications_the_latest_are_kept() {
        var many = given(new PartyDecider());
        for (int i = 0; i < Facts.KEPT + 5; i++) {
            many.happened(named("%048d".formatted(i)));
        }
        assertThat(many.state().applications().all()).hasSize(Facts.KEPT);
        assertThat(AnyOrder.stored(many.state())).isLessThan(10_000);
    }
}
