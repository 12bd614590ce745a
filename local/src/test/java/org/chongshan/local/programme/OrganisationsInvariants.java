package org.chongshan.local.programme;

/** What must hold in the books of organisations. */
final class OrganisationsInvariants implements Invariants {
    @Override
    public void audit(Books books) {
        RegisterUnderTest.audit(books);
        RatingUnderTest.audit(books);
        VenueUnderTest.audit(books);
        GrantsUnderTest.audit(books);
    }
}
