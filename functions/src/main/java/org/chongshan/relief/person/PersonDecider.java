package org.chongshan.relief.person;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.chongshan.core.Context;
import org.chongshan.core.Decider;
import org.chongshan.core.Decision;
import org.chongshan.events.Event;
import org.chongshan.events.relief.HouseholdEvent.HouseholdDuplicateSuspected;
import org.chongshan.events.relief.PersonEvent;
import org.chongshan.events.relief.PersonEvent.MemberListed;

import static org.chongshan.core.Decision.become;
import static org.chongshan.core.Decision.refuse;

/** Persons: who stands in the books of two households. */
public record PersonDecider() implements Decider<Person, PersonEvent> {
    @Override
    public String idOf(PersonEvent event) {
        return event.member();
    }

    @Override
    public Decision<Person> begin(String id, PersonEvent event, Context context) {
        return switch (event) {
            case MemberListed listed ->
                become(new Person(id, context.subdistrict(), new TreeSet<>(List.of(listed.household()))),
                        PersonRule.MEMBER_LISTED);
        };
    }

    @Override
    public Decision<Person> decide(Person person, PersonEvent event, Context context) {
        return switch (event) {
            case MemberListed listed when person.households().contains(listed.household()) ->
                refuse(PersonRule.LISTED_ALREADY);
            case MemberListed listed ->
                become(person.listed(listed.household()), PersonRule.LISTED_TWICE).emit(
                        person.households().stream().flatMap(other -> bothWays(other, listed.household(), person.id()))
                                .toArray(Event[]::new));
        };
    }

    private static Stream<Event> bothWays(String one, String other, String member) {
        return Stream.of(new HouseholdDuplicateSuspected(one, other, member),
                new HouseholdDuplicateSuspected(other, one, member));
    }
}
