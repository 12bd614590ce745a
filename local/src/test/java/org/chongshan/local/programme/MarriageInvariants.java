package org.chongshan.local.programme;

/** What must hold in the books of marriage. */
final class MarriageInvariants implements Invariants {
    @Override
    public void audit(Books books) {
        everyViewingCountsOnce(books);
        CounsellingUnderTest.audit(books);
    }

    private static void everyViewingCountsOnce(Books books) {
        books.each("learning", (video, state) -> {
            var counted = state.path("viewings").propertyStream().mapToInt(place -> place.getValue().intValue()).sum();
            var watched = books.applied(video).filter(entry -> entry.type().equals("VideoWatched")).count();
            books.expect(counted == watched, "%s counts %s viewings, its journal has %s", video, counted, watched);
        });
    }
}
