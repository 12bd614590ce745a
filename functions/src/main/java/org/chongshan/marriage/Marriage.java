package org.chongshan.marriage;

import java.util.List;

import org.chongshan.core.Aggregate;
import org.chongshan.core.Decider;
import org.chongshan.core.FunctionSpec.Collection;
import org.chongshan.core.FunctionSpec.Digest;
import org.chongshan.core.ProgrammeFunctions;
import org.chongshan.events.Event;
import org.chongshan.events.Programme;
import org.chongshan.events.Role;
import org.chongshan.events.marriage.CounsellingEvent.CounsellorConfirmed;
import org.chongshan.events.marriage.CounsellingEvent.CounsellorHeld;
import org.chongshan.events.marriage.CounsellingEvent.CounsellorRefused;
import org.chongshan.events.marriage.CounsellingEvent.CounsellorWithdrawn;
import org.chongshan.events.marriage.CounsellingEvent.RoomConfirmed;
import org.chongshan.events.marriage.CounsellingEvent.RoomHeld;
import org.chongshan.events.marriage.CounsellingEvent.RoomRefused;
import org.chongshan.events.marriage.CounsellingEvent.RoomWithdrawn;
import org.chongshan.events.marriage.CounsellingNotice.ViolenceReported;
import org.chongshan.events.marriage.CounsellingRoomEvent.RoomConfirmationRequested;
import org.chongshan.events.marriage.CounsellingRoomEvent.RoomHoldRequested;
import org.chongshan.events.marriage.CounsellingRoomEvent.RoomReleased;
import org.chongshan.events.marriage.CounsellorEvent.CounsellorConfirmationRequested;
import org.chongshan.events.marriage.CounsellorEvent.CounsellorHoldRequested;
import org.chongshan.events.marriage.CounsellorEvent.CounsellorReleased;
import org.chongshan.events.marriage.DivorceEvent.OtherApplicationsStated;
import org.chongshan.events.marriage.PartyEvent.PartyApplicationStated;
import org.chongshan.events.marriage.PartyEvent.PartyNamed;
import org.chongshan.marriage.counselling.CounsellingDecider;
import org.chongshan.marriage.counsellingroom.CounsellingRoomDecider;
import org.chongshan.marriage.counsellor.CounsellorDecider;
import org.chongshan.marriage.divorce.DivorceDecider;
import org.chongshan.marriage.learning.LearningDecider;
import org.chongshan.marriage.party.PartyDecider;
import org.chongshan.marriage.wedding.WeddingDecider;

import static org.chongshan.events.Role.*;

/** Marriage (婚俗改革): its functions, and who reads what they keep. */
public final class Marriage {
    private static final String ROOMS = "the registry's rooms and counsellors serve couples of every subdistrict";

    private static final String COUPLES = "one person's applications may lie in several subdistricts";

    private Marriage() {}

    /** All functions of the programme. */
    public static final ProgrammeFunctions FUNCTIONS = new ProgrammeFunctions(Programme.MARRIAGE, List.of(
            atTheRegistry("divorce", "divorce-applications", DivorceDecider.class)
                    .takingFromAnywhere(OtherApplicationsStated.class, COUPLES),
            atTheRegistry("divorce-party", "divorce-parties", PartyDecider.class)
                    .takingFromAnywhere(PartyNamed.class, COUPLES)
                    .takingFromAnywhere(PartyApplicationStated.class, COUPLES),
            collection("learning", "learning-videos", LearningDecider.class, REGISTRY, DISTRICT, DESK, AUDITOR),
            // No role sees names here: a counsellor's notes are for the counsellor alone.
            collection("counselling", "counselling-sessions", CounsellingDecider.class, REGISTRY)
                    .confidingIn(ORGANISATION).takingFromAnywhere(RoomHeld.class, ROOMS)
                    .takingFromAnywhere(RoomRefused.class, ROOMS).takingFromAnywhere(RoomConfirmed.class, ROOMS)
                    .takingFromAnywhere(RoomWithdrawn.class, ROOMS).takingFromAnywhere(CounsellorHeld.class, ROOMS)
                    .takingFromAnywhere(CounsellorRefused.class, ROOMS)
                    .takingFromAnywhere(CounsellorConfirmed.class, ROOMS)
                    .takingFromAnywhere(CounsellorWithdrawn.class, ROOMS).alarmingOn(ViolenceReported.class),
            collection("counselling-room", "counselling-rooms", CounsellingRoomDecider.class, REGISTRY, DISTRICT,
                    ORGANISATION).takingFromAnywhere(RoomHoldRequested.class, ROOMS)
                    .takingFromAnywhere(RoomConfirmationRequested.class, ROOMS)
                    .takingFromAnywhere(RoomReleased.class, ROOMS),
            collection("counsellor", "counsellors", CounsellorDecider.class, REGISTRY, DISTRICT, ORGANISATION)
                    .takingFromAnywhere(CounsellorHoldRequested.class, ROOMS)
                    .takingFromAnywhere(CounsellorConfirmationRequested.class, ROOMS)
                    .takingFromAnywhere(CounsellorReleased.class, ROOMS),
            collection("wedding", "weddings", WeddingDecider.class, REGISTRY, DISTRICT)),
            List.of(new Digest(Programme.MARRIAGE)));

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
