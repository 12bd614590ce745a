package org.chongshan.events;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;

/**
 * Somebody who reads no records searched for those of one person. Stated by whatever answers, before it answers, also when there
 * was nothing to find; of the person it says nothing. Who did it and when is the envelope's.
 *
 * @param disclosure id of this statement: the request's own, the number of the search in it, and the subdistrict, with dots between
 * @param reader     the role it was asked as
 * @param asked      the path of the search
 * @param basis      upon what it was asked
 * @param purpose    what for, in the words of whoever asked
 * @param rows       how many records of the subdistrict were told of; none of a search that found nothing
 */
public record RecordsSearched(@Id String disclosure, Role reader, @Pattern(regexp = ASKED) String asked, Basis basis,
        Confidential purpose, @Min(0) long rows) implements DisclosureEvent {

    /** A path of a search. */
    public static final String ASKED = "^/registry/[a-z/-]{1,100}$";
}
