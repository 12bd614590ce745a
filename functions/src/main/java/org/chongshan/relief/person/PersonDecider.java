package org.chongshan.relief.person;

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
            case MemberListed listed -> become(Person.of(id, listing(listed, context)), PersonRule.MEMBER_LISTED);
            case ListingCleared _ -> early(PersonRule.NOT_LISTED);
        };
    }

    @Override
    public Decision<Person> decide(Person person, PersonEvent event, Context context) {
        return switch (event) {
            case MemberListed listed when person.isListedBy(listed.household()) -> refuse(PersonRule.LISTED_ALREADY);
            case MemberListed listed -> listedTwice(person, listing(listed, context));
            case ListingCleared cleared when person.isListedBy(cleared.household()) ->
                become(person.suspected(cleared.household(), false), PersonRule.LISTING_CLEARED);
            case ListingCleared _ -> become(person.oneBeyondCleared(), PersonRule.LISTING_CLEARED);
        };
    }

    private static Listed listing(MemberListed listed, Context context) {
        return new Listed(listed.household(), context.subdistrict(), context.received(), context.event(), false);
    }

    /**
     * The new household is suspected with the first. So all but the first wait in the end, in whatever order they come, and
     * whoever lists a person for the hundredth time costs no more than for the second. The first, which waits for nothing, is
     * told as long as that are a few, and when it may know of the other.
     */
    private static Become<Person> listedTwice(Person before, Listed now) {
        var nowIsFirst = Listed.BY_TIME.compare(now, before.first()) < 0;
        var first = nowIsFirst ? now : before.first();
        var later = nowIsFirst ? before.first() : now;
        var after = before.with(now.suspected(!nowIsFirst)).suspected(later.household(), true);
        var tooOften = before.count() >= Person.KEPT && !nowIsFirst;
        var listed = become(after, tooOften ? PersonRule.LISTED_TOO_OFTEN : PersonRule.LISTED_TWICE)
                .noting("households", after.count());
        if (!first.subdistrict().equals(later.subdistrict())) {
            return listed.emit(new HouseholdDuplicateSuspected(later.household(), null, before.id(), true));
        }
        var waits = listed
                .emit(new HouseholdDuplicateSuspected(later.household(), first.household(), before.id(), true));
        return tooOften
                ? waits
                : waits.and(become(after.suspected(first.household(), true), listed.rule()).emit(
                        new HouseholdDuplicateSuspected(first.household(), later.household(), before.id(), false)));
    }
}
