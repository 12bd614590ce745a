package org.chongshan.bureau.disclosure;

import org.chongshan.events.Basis;
import org.chongshan.events.Confidential;
import org.chongshan.events.RecordsExported;
import org.chongshan.events.RecordsSearched;
import org.chongshan.events.Role;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chongshan.core.Given.given;

/** What is taken away is kept, once and as it was. */
class DisclosureTest {
    private static final String ASKED = "/v1/households?format=csv&status=destitute";

    private static RecordsExported exported(long rows) {
        return new RecordsExported("E-1.320613001", Role.STREET, ASKED, rows);
    }

    @Test
    void who_took_what_away_and_when_is_kept_and_ends_there() {
        given(new DisclosureDecider()).when(exported(17)).then(DisclosureRule.EXPORTED).and(disclosure -> {
            assertThat(disclosure.asked()).isEqualTo(ASKED);
            assertThat(disclosure.rows()).isEqualTo(17);
            assertThat(disclosure.reader()).isEqualTo(Role.STREET);
            assertThat(disclosure.actor()).isNotEmpty();
            assertThat(disclosure.rank()).isEqualTo(disclosure.at().toString());
            assertThat(disclosure.status().sight()).isEqualTo(org.chongshan.core.Status.Sight.ENDED);
        });
    }

    @Test
    void who_searched_for_a_person_upon_what_and_what_for_is_kept_too() {
        var searched = new RecordsSearched("S-1.1.320613001", Role.AGENCY, "/registry/sync/search", Basis.EMERGENCY,
                new Confidential("a fire"), 0);
        given(new DisclosureDecider()).when(searched).then(DisclosureRule.SEARCHED).and(disclosure -> {
            assertThat(disclosure.status()).isEqualTo(Disclosure.Status.SEARCHED);
            assertThat(disclosure.search())
                    .isEqualTo(new Disclosure.Search(Basis.EMERGENCY, new Confidential("a fire")));
            assertThat(disclosure.rows()).isZero();
        }).when(searched).thenRefused(DisclosureRule.STANDS);
    }

    @Test
    void nobody_makes_it_fewer_rows_afterwards() {
        given(new DisclosureDecider()).when(exported(17)).then(DisclosureRule.EXPORTED).when(exported(1))
                .thenRefused(DisclosureRule.STANDS);
    }

    @Test
    void what_was_asked_is_made_of_words_ids_and_times_alone() {
        assertThat(ASKED).matches(RecordsExported.ASKED);
        assertThat("/v1/figures/2023?asKnownOn=2024-01-31&format=xlsx&subdistrict=320613001")
                .matches(RecordsExported.ASKED);
        assertThat("/v1/households/H-1/journal?format=csv&from=2023-03-02T04:00:00.5Z").matches(RecordsExported.ASKED);
        assertThat("/v1/households?format=csv&status=葛美云").doesNotMatch(RecordsExported.ASKED);
    }
}
