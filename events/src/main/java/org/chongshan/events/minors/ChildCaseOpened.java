package org.chongshan.events.minors;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.chongshan.events.Id;
import org.chongshan.events.Personal;
import org.chongshan.events.PostedBy;
import org.chongshan.events.Role;

/**
 * A child came into the four-colour library (四色管理).
 *
 * @param child     id given by the station
 * @param household its household in the bureau's books
 * @param member    pseudonym of the child from the population register
 * @param name      as registered
 * @param birthday  the day of birth, as a date; no rule reckons with it
 */
@PostedBy({Role.STATION})
public record ChildCaseOpened(@Id @Size(max = Id.MOST_TO_DERIVE_FROM) String child, @Id String household,
        @Id String member, Personal name,
        @Pattern(regexp = "^[12][0-9]{3}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$") Personal birthday)
        implements
            ChildEvent {}
