package org.chongshan.events.relief;

/**
 * Who gives.
 */
public enum Donor {
    /** A subdistrict (街道). */
    STREET,
    /** A community (社区). */
    COMMUNITY,
    /** The charity federation (慈善会). */
    CHARITY_FEDERATION,
    /** A public-benefit organisation (公益组织). */
    PUBLIC_BENEFIT_ORGANISATION,
    /** A firm (爱心企业). */
    FIRM,
    /** Volunteers (志愿者). */
    VOLUNTEER
}
