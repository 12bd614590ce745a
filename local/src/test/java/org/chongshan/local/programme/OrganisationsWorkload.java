package org.chongshan.local.programme;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What people post to organisations. */
final class OrganisationsWorkload implements Workload {
    @Override
    public List<Supplier<List<Post>>> histories(Pen pen) {
        return Stream.of(RegisterUnderTest.histories(pen), RatingUnderTest.histories(pen),
                VenueUnderTest.histories(pen), GrantsUnderTest.histories(pen)).flatMap(List::stream).toList();
    }

    @Override
    public List<Post> afterwards(Pen pen, Books books) {
        return Stream.of(RatingUnderTest.afterwards(pen, books), GrantsUnderTest.afterwards(pen, books))
                .flatMap(List::stream).toList();
    }
}
