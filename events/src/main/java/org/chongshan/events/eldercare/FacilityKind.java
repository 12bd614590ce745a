package org.chongshan.events.eldercare;

/**
 * What a facility is to the old people around it.
 */
public enum FacilityKind {
    /** A subdistrict's home-care centre (街道居家养老服务中心). */
    CENTRE,
    /** A home-care station of a community (居家养老服务站). */
    STATION,
    /** A subdistrict's comprehensive station (街道综合性养老服务站). */
    COMPREHENSIVE_STATION
}
