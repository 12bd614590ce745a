package org.chongshan.local.programme;

import java.util.List;
import java.util.stream.Stream;

import org.chongshan.events.Programme;

/** Social organisations (社会组织) and venture philanthropy (公益创投), as the harnesses know them. */
final class OrganisationsUnderTest {
    static final ProgrammeUnderTest RECORD = new ProgrammeUnderTest(Programme.ORGANISATIONS,
            new OrganisationsWorkload(), new OrganisationsInvariants(),
            Stream.of(RegisterUnderTest.examples(), RatingUnderTest.examples(), VenueUnderTest.examples(),
                    GrantsUnderTest.examples()).flatMap(List::stream).toList());

    private OrganisationsUnderTest() {}
}
