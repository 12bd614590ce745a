package org.chongshan.relief.person;

import org.chongshan.events.relief.HouseholdEvent.HouseholdDuplicateSuspected;
import org.chongshan.events.relief.PersonEvent.MemberListed;
import org.junit.jupiter.api.Test;

import static org.chongshan.core.Given.given;

/** Who stands in the books of two households. */
class PersonTest {
    @Test
    void a_member_listed_in_a_second_household_makes_both_suspected() {
        given(new PersonDecider()).when(new MemberListed("1", "H-1")).then(PersonRule.MEMBER_LISTED)
                .when(new MemberListed("1", "H-1")).thenRefused(PersonRule.LISTED_ALREADY)
                .when(new MemberListed("1", "H-2")).then(PersonRule.LISTED_TWICE,
                        new HouseholdDuplicateSuspected("H-1", "H-2", "1"),
                        new HouseholdDuplicateSuspected("H-2", "H-1", "1"));
    }
}
