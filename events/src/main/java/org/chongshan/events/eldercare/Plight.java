package org.chongshan.events.eldercare;

/**
 * What struck the household of somebody who asks for a service.
 */
public enum Plight {
    /** Death of a member who provided or cared. */
    BEREAVEMENT,
    /** Serious illness. */
    ILLNESS,
    /** Accident or disaster. */
    ACCIDENT,
    /** Loss of work. */
    UNEMPLOYMENT,
    /** A member who cannot live alone has nobody to care. */
    LOSS_OF_CARE
}
