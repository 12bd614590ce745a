package org.chongshan.events;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;

/**
 * Somebody took records of a subdistrict away as a file. Stated by whatever answers a read, before the file leaves; of what the
 * file holds it says nothing. Who did it and when is the envelope's.
 *
 * @param disclosure id of this statement: the request's own, a dot and the subdistrict
 * @param reader     the role it was read as
 * @param asked      path and parameters, the file's format among them
 * @param rows       how many rows; of a table of several subdistricts in one, its rows
 */
public record RecordsExported(@Id String disclosure, Role reader, @Pattern(regexp = ASKED) String asked,
        @Min(0) long rows) implements DisclosureEvent {

    /** A path of the face and words, ids, days and instants as parameters: nothing that anybody writes freely. */
    public static final String ASKED = "^/v1/[A-Za-z0-9/._-]{1,300}(\\?[A-Za-z0-9=&:._-]{1,600})?$";
}
