package org.chongshan.marriage;

import org.chongshan.core.Parameter;
import org.chongshan.events.Programme;

/** The numbers the rules of marriage take from the policy. */
public enum MarriageParameter implements Parameter {
    ;

    @Override
    public Programme programme() {
        return Programme.MARRIAGE;
    }
}
