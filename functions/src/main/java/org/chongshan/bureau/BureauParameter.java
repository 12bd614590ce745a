package org.chongshan.bureau;

import org.chongshan.core.Parameter;
import org.chongshan.events.Programme;

/** The numbers the bureau's own rules take from the policy. */
public enum BureauParameter implements Parameter {
    /** Days after the last day of a year by which its figures are closed. */
    YEAR_CLOSE_DAYS;

    @Override
    public Programme programme() {
        return Programme.BUREAU;
    }
}
