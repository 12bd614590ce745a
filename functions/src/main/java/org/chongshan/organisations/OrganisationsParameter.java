package org.chongshan.organisations;

import org.chongshan.core.Parameter;
import org.chongshan.events.Programme;

/** The numbers the rules of organisations take from the policy. */
public enum OrganisationsParameter implements Parameter {
    ;

    @Override
    public Programme programme() {
        return Programme.ORGANISATIONS;
    }
}
