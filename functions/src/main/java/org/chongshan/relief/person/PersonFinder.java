package org.chongshan.relief.person;

import java.util.List;

import org.chongshan.core.Finder;
import org.chongshan.events.relief.Member;

/** The households that list a person, by the index of the person's number. */
public record PersonFinder() implements Finder<Person> {
    @Override
    public String idOf(String blindIndex) {
        return Member.knownByNumber(blindIndex);
    }

    @Override
    public List<String> found(Person person) {
        return person.households().stream().map(Person.Listed::household).toList();
    }
}
