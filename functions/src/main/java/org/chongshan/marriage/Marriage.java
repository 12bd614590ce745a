package org.chongshan.marriage;

import java.util.List;

import org.chongshan.core.Aggregate;
import org.chongshan.core.Decider;
import org.chongshan.core.FunctionSpec.Collection;
import org.chongshan.core.ProgrammeFunctions;
import org.chongshan.events.Event;
import org.chongshan.events.Programme;
import org.chongshan.events.Role;
import org.chongshan.marriage.divorce.DivorceDecider;
import org.chongshan.marriage.learning.LearningDecider;
import org.chongshan.marriage.party.PartyDecider;

import static org.chongshan.events.Role.*;

/** Marriage (婚俗改革): its functions, and who reads what they keep. */
public final class Marriage {
    private Marriage() {}

    /** All functions of the programme. */
    public static final ProgrammeFunctions FUNCTIONS = new ProgrammeFunctions(Programme.MARRIAGE, List.of(
            atTheRegistry("divorce", "divorce-applications", DivorceDecider.class),
            atTheRegistry("divorce-party", "divorce-parties", PartyDecider.class),
            collection("learning", "learning-videos", LearningDecider.class, REGISTRY, DISTRICT, DESK, AUDITOR)));

    /** What the registry alone reads, with names: the district sees figures. */
    private static <S extends Aggregate, E extends Event> Collection<S, E> atTheRegistry(String name, String path,
            Class<? extends Decider<S, E>> decider) {
        return collection(name, path, decider, REGISTRY).showingNamesTo(REGISTRY);
    }

    private static <S extends Aggregate, E extends Event> Collection<S, E> collection(String name, String path,
            Class<? extends Decider<S, E>> decider, Role... readers) {
        return Collection.of(Programme.MARRIAGE, name, path, decider, readers);
    }
}
