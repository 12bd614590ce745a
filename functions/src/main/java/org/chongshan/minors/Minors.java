package org.chongshan.minors;

import java.util.List;

import org.chongshan.core.Aggregate;
import org.chongshan.core.Decider;
import org.chongshan.core.FunctionSpec.Collection;
import org.chongshan.core.FunctionSpec.Digest;
import org.chongshan.core.ProgrammeFunctions;
import org.chongshan.events.Event;
import org.chongshan.events.Programme;
import org.chongshan.events.Role;
import org.chongshan.events.minors.ChildEvent.ChildCaseOpened;
import org.chongshan.events.minors.ChildEvent.HarmSeen;
import org.chongshan.events.minors.ChildEvent.ProtectionConcernReported;
import org.chongshan.minors.activity.ActivityDecider;
import org.chongshan.minors.child.ChildDecider;
import org.chongshan.minors.practicebase.PracticeBaseDecider;
import org.chongshan.minors.station.StationDecider;

import static org.chongshan.events.Role.*;

/** Minors (苏童成长): its functions, and who reads what they keep. */
public final class Minors {
    private Minors() {}

    /** All functions of the programme. */
    public static final ProgrammeFunctions FUNCTIONS = new ProgrammeFunctions(
            Programme.MINORS, List.of(
                    collection("child", "children", ChildDecider.class, STATION, DISTRICT)
                            .takingFromAnywhere(ProtectionConcernReported.class,
                                    "a worry is heard about any child, by whomever and wherever it is seen")
                            .takingFromAnywhere(ChildCaseOpened.class,
                                    "the first worry pins nobody: a child belongs where its case is opened")
                            .takingFromAnywhere(HarmSeen.class,
                                    "harm reaches the child's station and the one where it was seen"),
                    collection("practice-base", "practice-bases", PracticeBaseDecider.class, STATION, STREET, DISTRICT,
                            DESK, ORGANISATION, AUDITOR),
                    collection("activity", "activities", ActivityDecider.class, STATION, STREET, DISTRICT),
                    collection("station", "stations", StationDecider.class, STATION, STREET, DISTRICT, AUDITOR)),
            List.of(new Digest(Programme.MINORS)));

    private static <S extends Aggregate, E extends Event> Collection<S, E> collection(String name, String path,
            Class<? extends Decider<S, E>> decider, Role... readers) {
        return Collection.of(Programme.MINORS, name, path, decider, readers);
    }
}
