package org.chongshan.local.programme;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What people post to organisations. */
final class OrganisationsWorkload implements Workload {
    @Override
    public List<Supplier<List<Post>>> histories(Pen pen) {
        return Stream.of(RegisterUnderTest.histories(pen), RatingUnderTest.histories(pen)).flatMap(List::stream).toList();
    }

    @Override
    public List<Post> afterwards(Pen pen, Books books) {
        return RatingUnderTest.afterwards(pen, books);
    }
}
