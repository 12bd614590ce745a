package org.chongshan.local.replay;

/** What the people of one programme do in a year. */
interface Year {
    /** They write it into the {@link Town}. */
    void plan();

    /**
     * One of them does something wrong, and puts it right by what the programme has for that.
     *
     * @param number which mistake it is, from 0
     */
    void mistake(int number);
}
