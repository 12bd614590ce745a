package org.chongshan.events.eldercare;

/**
 * One of the five tests of who is visited at home and has a care bed: all of them have to hold.
 */
public enum EligibilityTest {
    /** Household registration in Chongchuan (具有崇川区户籍). */
    REGISTRATION,
    /** Lives in the district for long (长期居住在本行政区内). */
    RESIDENCE,
    /** 60 or older on the day (60周岁及以上). */
    AGE,
    /** Economic hardship (经济困难). */
    HARDSHIP,
    /** Disabled or partly disabled (失能和部分失能). */
    ABILITY
}
