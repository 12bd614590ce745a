package org.chongshan.marriage.party;

import org.chongshan.core.AnyOrder;
import org.chongshan.core.Facts;
import org.chongshan.events.IdentityNumber;
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
                .then(PartyRule.NAMED).at("2023-06-01T02:00:00Z").when(named("2023-99")).then(PartyRule.NAMED)
                .when(SOUGHT).then(PartyRule.FOUND).and(applicant -> assertThat(applicant.applications().all())
                        .extracting(fact -> fact.value()).containsExactly("2023-17", "2023-99"));
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
