package org.chongshan.events.organisations;

/** The grades of a social organisation (社会组织评估等级, MCA Order 39), the lowest first. */
public enum Grade {
    /** 1A, granted by the district. */
    A1(Grantor.DISTRICT),
    /** 2A, granted by the district. */
    A2(Grantor.DISTRICT),
    /** 3A, granted by the district; from here on there are a certificate and a plaque. */
    A3(Grantor.DISTRICT),
    /** 4A, granted by the city. */
    A4(Grantor.CITY),
    /** 5A, granted by the province. */
    A5(Grantor.PROVINCE);

    private final Grantor grantor;

    Grade(Grantor grantor) {
        this.grantor = grantor;
    }

    /** Who grants it. */
    public Grantor grantor() {
        return grantor;
    }

    /** Whether it comes with a certificate and a plaque (Order 39 art. 16). */
    public boolean hasCertificate() {
        return compareTo(A3) >= 0;
    }

    /** Whether it is exactly one step above another. */
    public boolean isOneAbove(Grade other) {
        return ordinal() == other.ordinal() + 1;
    }
}
