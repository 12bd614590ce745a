package org.chongshan.relief.person;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.chongshan.core.AnyOrder;
import org.chongshan.core.AnyOrder.Told;
import org.chongshan.core.Given;
import org.chongshan.events.relief.HouseholdEvent.HouseholdDuplicateSuspected;
import org.chongshan.events.relief.PersonEvent;
import org.chongshan.events.relief.PersonEvent.ListingCleared;
import org.chongshan.events.relief.PersonEvent.MemberListed;
import org.chongshan.relief.person.Person.Status;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chongshan.core.Given.given;

/** Who stands in the books of two households. */
class PersonTest {
    private static MemberListed listed(String household) {
        return new MemberListed("1", household);
    }

    private static Given<Person, PersonEvent> listedInTwo() {
        return given(new PersonDecider()).at("2023-03-02T04:00:00Z").happened(listed("H-1")).at("2023-03-03T04:00:00Z")
                .happened(listed("H-2"));
    }

    @Test
    void a_member_listed_in_a_second_household_makes_both_suspected_and_the_later_wait() {
        given(new PersonDecider()).at("2023-03-02T04:00:00Z").when(listed("H-1")).then(PersonRule.MEMBER_LISTED)
                .when(listed("H-1")).thenRefused(PersonRule.LISTED_ALREADY).at("2023-03-03T04:00:00Z")
                .when(listed("H-2")).then(PersonRule.LISTED_TWICE,
                        new HouseholdDuplicateSuspected("H-2", "H-1", "1", true),
                        new HouseholdDuplicateSuspected("H-1", "H-2", "1", false));
    }

    @Test
    void whoever_claims_to_have_registered_long_ago_waits_all_the_same() {
        given(new PersonDecider()).at("2023-03-02T04:00:00Z").happened(listed("H-1")).at("2022-01-01T04:00:00Z")
                .receivedAt("2023-03-03T04:00:00Z").when(listed("H-2")).then(PersonRule.LISTED_TWICE,
                        new HouseholdDuplicateSuspected("H-2", "H-1", "1", true),
                        new HouseholdDuplicateSuspected("H-1", "H-2", "1", false));
    }

    @Test
    void what_the_platform_saw_first_is_the_first_even_when_it_overtakes_nobody() {
        given(new PersonDecider()).at("2023-03-03T04:00:00Z").happened(listed("H-2")).at("2023-03-02T04:00:00Z")
                .when(listed("H-1")).then(PersonRule.LISTED_TWICE,
                        new HouseholdDuplicateSuspected("H-2", "H-1", "1", true),
                        new HouseholdDuplicateSuspected("H-1", "H-2", "1", false));
    }

    @Test
    void of_two_subdistricts_neither_learns_of_the_other_and_the_second_waits() {
        given(new PersonDecider()).in("320613001").at("2023-03-02T04:00:00Z").happened(listed("H-1")).in("320613002")
                .at("2023-03-03T04:00:00Z").when(listed("H-2"))
                .then(PersonRule.LISTED_TWICE, new HouseholdDuplicateSuspected("H-2", null, "1", true))
                .and(person -> assertThat(person.status()).isEqualTo(Status.LISTED_TWICE))
                .and(person -> assertThat(person.subdistrict()).as("what it is told in the name of")
                        .isEqualTo("320613002"))
                .when(new ListingCleared("1", "H-2")).then(PersonRule.LISTING_CLEARED)
                .and(person -> assertThat(person.status()).isEqualTo(Status.CLEARED));
    }

    @Test
    void from_the_sixth_household_on_the_new_one_alone_is_told_and_the_others_are_counted() {
        var person = given(new PersonDecider());
        for (int household = 1; household <= 275; household++) {
            person.at("2023-03-02T04:%02d:%02dZ".formatted(household / 60, household % 60));
            if (household > 5) {
                person.when(listed("H-" + household)).then(PersonRule.LISTED_TOO_OFTEN,
                        new HouseholdDuplicateSuspected("H-" + household, "H-1", "1", true));
            } else {
                person.happened(listed("H-" + household));
            }
        }
        assertThat(person.state().households()).extracting(Person.Listed::household).containsExactly("H-1", "H-2",
                "H-3", "H-4", "H-5");
        assertThat(person.state().count()).isEqualTo(275);
        assertThat(AnyOrder.stored(person.state())).isLessThan(2_000);
    }

    @Test
    void a_person_leaves_the_districts_work_list_when_officers_have_looked_at_every_household() {
        listedInTwo().and(person -> assertThat(person.status()).isEqualTo(Status.LISTED_TWICE))
                .when(new ListingCleared("1", "H-2")).then(PersonRule.LISTING_CLEARED)
                .and(person -> assertThat(person.status()).isEqualTo(Status.LISTED_TWICE))
                .happened(new ListingCleared("1", "H-1"))
                .and(person -> assertThat(person.status()).isEqualTo(Status.CLEARED)).at("2023-03-04T04:00:00Z")
                .happened(listed("H-3"))
                .and(person -> assertThat(person.status()).as("another one").isEqualTo(Status.LISTED_TWICE));
        given(new PersonDecider()).when(new ListingCleared("1", "H-1")).thenEarly(PersonRule.NOT_LISTED);
    }

    @Test
    void a_household_that_is_only_counted_is_cleared_too() {
        var person = given(new PersonDecider());
        for (int household = 1; household <= 7; household++) {
            person.at("2023-03-02T04:00:0" + household + "Z").happened(listed("H-" + household));
        }
        for (int household = 1; household <= 7; household++) {
            assertThat(person.state().status()).isEqualTo(Status.LISTED_TWICE);
            person.happened(new ListingCleared("1", "H-" + household));
        }
        assertThat(person.state().status()).isEqualTo(Status.CLEARED);
    }

    private static final List<Told<PersonEvent>> LISTINGS = IntStream.range(0, 9)
            .<Told<PersonEvent>>mapToObj(number -> new Told<>("event " + number,
                    Instant.parse("2023-03-0" + (1 + number / 2) + "T04:00:00Z"), listed("H-" + number)))
            .toList();

    @Provide
    Arbitrary<List<Told<PersonEvent>>> listings() {
        return AnyOrder.of(LISTINGS);
    }

    @Property
    void in_whatever_order_households_are_heard_of_the_same_is_left_and_all_but_the_first_wait(
            @ForAll("listings") List<Told<PersonEvent>> order) {
        assertThat(AnyOrder.left(new PersonDecider(), order)).isEqualTo(AnyOrder.left(new PersonDecider(), LISTINGS));
        var waiting = new TreeSet<String>();
        for (var event : AnyOrder.emitted(new PersonDecider(), order)) {
            if (event instanceof HouseholdDuplicateSuspected suspected && suspected.waits()) {
                waiting.add(suspected.household());
            }
        }
        var others = new ArrayList<>(LISTINGS.stream().map(told -> ((MemberListed) told.event()).household()).toList());
        others.remove("H-0");
        assertThat(waiting).containsExactlyElementsOf(others);
    }
}
