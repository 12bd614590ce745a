package org.chongshan.events.eldercare;

/**
 * What a home is refitted with for a care bed.
 */
public enum Refit {
    /** The bed itself and other equipment (设施设备). */
    EQUIPMENT,
    /** Age-friendly: rails, ramps, floors (适老化改造). */
    AGE_FRIENDLY,
    /** Smart: call buttons, sensors (智能化改造). */
    SMART
}
