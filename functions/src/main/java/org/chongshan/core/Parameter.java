package org.chongshan.core;

import org.chongshan.events.Programme;

/** The name of a policy parameter, an enum constant of the programme that uses it. */
public interface Parameter {
    /** The constant's name. */
    String name();

    /** The programme, which prefixes the name in the policy file. */
    Programme programme();

    /** The name in the policy file: {@code relief.urgent-relief-hours}. */
    default String key() {
        return programme().key() + "." + Word.of(name());
    }
}
