package org.chongshan.core;

import org.chongshan.events.Worded;

/** Where an aggregate stands: the constants of an enum in its state. Lists are asked for by it. */
public interface Status extends Worded {
    /** Who has an aggregate in sight while it stands there. */
    enum Sight {
        /** Nothing more is to come: it has ended, by this name. */
        ENDED,
        /** A deadline states it when it stays. */
        DEADLINE,
        /** It stands in a list that officers work through. */
        LIST
    }

    /** Who has it in sight. */
    Sight sight();
}
