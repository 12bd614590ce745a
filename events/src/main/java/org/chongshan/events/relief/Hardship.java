package org.chongshan.events.relief;

/** What struck a household; with household and year it makes the claim a payment answers. */
public enum Hardship {
    /** Death of a member who provided or cared. */
    BEREAVEMENT,
    /** Serious illness. */
    ILLNESS,
    /** Accident or disaster. */
    ACCIDENT,
    /** Loss of work. */
    UNEMPLOYMENT,
    /** A member who cannot live alone has nobody to care. */
    LOSS_OF_CARE,
    /** None seen. */
    NONE
}
