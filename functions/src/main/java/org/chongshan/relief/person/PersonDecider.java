package org.chongshan.relief.person;

import java.util.List;

import org.chongshan.core.Context;
import org.chongshan.core.Decider;
import org.chongshan.core.Decision;
import org.chongshan.core.Decision.Become;
import org.chongshan.events.relief.HouseholdEvent.HouseholdDuplicateSuspected;
import org.chongshan.events.relief.PersonEvent;
import org.chongshan.events.relief.PersonEvent.ListingCleared;
import org.chongshan.events.relief.PersonEvent.MemberListed;
import org.chongshan.relief.person.Person.Listed;

import static org.chongshan.core.Decision.become;
import static org.chongshan.core.Decision.early;
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
                become(new Person(id, List.of(listing(listed, context)), 1, 0), PersonRule.MEMBER_LISTED);
            case ListingCleared _ -> early(PersonRule.NOT_LISTED);
        };
    }

    @Override
    public Decision<Person> decide(Person person, PersonEvent event, Context context) {
        return switch (event) {
            case MemberListed listed when person.listed(listed.household()) != null ->
                refuse(PersonRule.LISTED_ALREADY);
            case MemberListed listed -> listedTwice(person, listing(listed, context));
            case ListingCleared cleared when person.listed(cleared.household()) == null ->
                become(person.oneBeyondCleared(), PersonRule.LISTING_CLEARED);
            case ListingCleared cleared ->
                become(person.cleared(cleared.household(), true), PersonRule.LISTING_CLEARED);
        };
    }

    private static Listed listing(MemberListed listed, Context context) {
        return new Listed(listed.household(), context.subdistrict(), context.time(), context.event(), false);
    }

    /**
     * The new household is suspected with the one registered first, and the other way about. So all but the first wait in the
     * end, in whatever order they come, and whoever lists a person for the hundredth time costs no more than for the second.
     */
    private static Become<Person> listedTwice(Person before, Listed now) {
        var known = before.first();
        var nowIsFirst = Listed.BY_TIME.compare(now, known) < 0;
        var listed = before.with(now);
        if (before.count() >= Person.KEPT && !nowIsFirst) {
            return become(listed, PersonRule.LISTED_TOO_OFTEN).emit(suspicion(before, now, known, true))
                    .noting("households", listed.count());
        }
        return become(listed.cleared(known.household(), false), PersonRule.LISTED_TWICE)
                .emit(suspicion(before, now, known, !nowIsFirst), suspicion(before, known, now, nowIsFirst))
                .noting("households", listed.count());
    }

    /** A household learns of another of its own subdistrict alone. */
    private static HouseholdDuplicateSuspected suspicion(Person person, Listed told, Listed other, boolean waits) {
        return new HouseholdDuplicateSuspected(told.household(),
                told.subdistrict().equals(other.subdistrict()) ? other.household() : null, person.id(), waits);
    }
}
