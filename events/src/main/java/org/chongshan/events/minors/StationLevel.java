package org.chongshan.events.minors;

/**
 * What a station is in the network "1+16+N+N".
 */
public enum StationLevel {
    /** The district's protection centre (区级未成年人保护中心). */
    CENTRE,
    /** A subdistrict's protection station (街道未保站). */
    SUBDISTRICT
}
