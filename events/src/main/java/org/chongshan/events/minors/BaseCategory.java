package org.chongshan.events.minors;

/**
 * The five categories of practice bases (践习基地); names set locally.
 */
public enum BaseCategory {
    /** History and heritage. */
    HERITAGE,
    /** Science and technology. */
    SCIENCE,
    /** Labour and crafts. */
    LABOUR,
    /** Arts and culture. */
    CULTURE,
    /** Law, safety and citizenship. */
    CITIZENSHIP
}
