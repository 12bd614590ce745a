package org.chongshan.events.organisations;

/** Whose room it is (活动场地). */
public enum VenueKind {
    /** A street's service facility (街道综合性服务设施). */
    STREET,
    /** A community's service facility (社区综合性服务设施). */
    COMMUNITY,
    /** A social-work station (社工站). */
    SOCIAL_WORK_STATION
}
