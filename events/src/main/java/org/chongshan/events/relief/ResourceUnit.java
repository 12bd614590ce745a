package org.chongshan.events.relief;

/**
 * What a resource is counted in.
 */
public enum ResourceUnit {
    /** Money, fen. */
    FEN,
    /** Parcels of goods. */
    PARCEL,
    /** Hours of service. */
    HOUR,
    /** Places. */
    PLACE
}
