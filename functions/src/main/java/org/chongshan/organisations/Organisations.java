package org.chongshan.organisations;

import java.util.List;

import org.chongshan.core.Aggregate;
import org.chongshan.core.Decider;
import org.chongshan.core.FunctionSpec.Collection;
import org.chongshan.core.ProgrammeFunctions;
import org.chongshan.events.Event;
import org.chongshan.events.Programme;
import org.chongshan.events.Role;
import org.chongshan.organisations.organisation.OrganisationDecider;

import static org.chongshan.events.Role.*;

/** Social organisations (社会组织) and venture philanthropy (公益创投): their functions, and who reads what they keep. */
public final class Organisations {
    private Organisations() {}

    /** All functions of the programme. */
    public static final ProgrammeFunctions FUNCTIONS = new ProgrammeFunctions(Programme.ORGANISATIONS,
            List.of(collection("organisation", "organisations", OrganisationDecider.class, STREET, DISTRICT,
                    ORGANISATION, AUDITOR)));

    private static <S extends Aggregate, E extends Event> Collection<S, E> collection(String name, String path,
            Class<? extends Decider<S, E>> decider, Role... readers) {
        return Collection.of(Programme.ORGANISATIONS, name, path, decider, readers);
    }
}
