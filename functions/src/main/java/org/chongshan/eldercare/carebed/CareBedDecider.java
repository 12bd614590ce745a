package org.chongshan.eldercare.carebed;

import java.util.TreeSet;

import org.chongshan.core.Actors;
import org.chongshan.core.Context;
import org.chongshan.core.Deadline;
import org.chongshan.core.Decider;
import org.chongshan.core.Decision;
import org.chongshan.core.Decision.Become;
import org.chongshan.core.Facts;
import org.chongshan.core.Status.Sight;
import org.chongshan.core.WorkingDays;
import org.chongshan.eldercare.EldercareParameter;
import org.chongshan.eldercare.carebed.CareBed.Status;
import org.chongshan.eldercare.carebed.CareBed.Verdict;
import org.chongshan.eldercare.carebed.CareBed.Works;
import org.chongshan.events.eldercare.CareBedEvent;
import org.chongshan.events.eldercare.CareBedEvent.CareBedAccepted;
import org.chongshan.events.eldercare.CareBedEvent.CareBedBuilt;
import org.chongshan.events.eldercare.CareBedEvent.CareBedClosed;
import org.chongshan.events.eldercare.CareBedEvent.CareBedElderStated;
import org.chongshan.events.eldercare.CareBedEvent.CareBedRejected;
import org.chongshan.events.eldercare.CareBedEvent.CareBedSurveyed;
import org.chongshan.events.eldercare.ElderEvent.ElderStandingAsked;
import org.chongshan.events.eldercare.EldercareNotice.CareBedAcceptanceOverdue;
import org.chongshan.events.eldercare.EldercareNotice.CareBedVacated;

import static java.util.Objects.requireNonNull;
import static org.chongshan.core.Decision.become;
import static org.chongshan.core.Decision.early;
import static org.chongshan.core.Decision.refuse;
import static org.chongshan.eldercare.carebed.CareBedRule.*;

/** Care beds: surveyed, built at a cost, accepted before they are active, ended with their elder. */
public record CareBedDecider() implements Decider<CareBed, CareBedEvent> {
    @Override
    public String idOf(CareBedEvent event) {
        return event.bed();
    }

    @Override
    public Decision<CareBed> begin(String id, CareBedEvent event, Context context) {
        return event instanceof CareBedSurveyed surveyed
                ? become(
                        new CareBed(id, context.subdistrict(), surveyed.elder(), context.time(),
                                new TreeSet<>(surveyed.needs()), Facts.none(), 0, null, null, null, null, null),
                        SURVEYED).emit(new ElderStandingAsked(surveyed.elder(), id))
                : early(BED_UNKNOWN);
    }

    @Override
    public Decision<CareBed> decide(CareBed bed, CareBedEvent event, Context context) {
        return switch (event) {
            case CareBedSurveyed _ -> refuse(SURVEYED_ONCE);
            case CareBedBuilt _ when bed.works().all().size() >= CareBed.MOST_WORKS -> refuse(BUILT_TOO_OFTEN);
            case CareBedBuilt built -> build(bed, built, context);
            case CareBedElderStated stated -> hear(bed, stated);
            case CareBedClosed _ -> become(bed.closed(context.time()), CLOSED);

            case CareBedEvent _ when bed.status().sight() == Sight.ENDED -> refuse(HAS_ENDED);
            case CareBedEvent _ when bed.status() != Status.BUILT -> refuse(NOTHING_TO_LOOK_AT);
            case CareBedEvent _ when isTheBuilder(bed, context) -> refuse(BUILDER_ACCEPTS);
            case CareBedAccepted _ when !bed.isElderEligible() -> refuse(ELDER_NOT_ELIGIBLE);
            case CareBedAccepted _ -> become(bed.found(verdict(bed, true, context)), ACCEPTED);
            case CareBedRejected _ -> become(bed.found(verdict(bed, false, context)), REJECTED);
        };
    }

    @Override
    public Become<CareBed> reached(CareBed bed, Deadline deadline, Context context) {
        var due = requireNonNull(bed.acceptBy());
        return become(bed.acceptanceLate(due), ACCEPTANCE_OVERDUE).emit(new CareBedAcceptanceOverdue(bed.id(), due));
    }

    /** Officers have their time from when the platform could first know. */
    private static Decision<CareBed> build(CareBed bed, CareBedBuilt built, Context context) {
        var days = context.policy().value(EldercareParameter.CARE_BED_ACCEPTANCE_DAYS);
        var acceptBy = WorkingDays.endOf(WorkingDays.dayOf(context.received()).plusDays(days));
        var fact = context.fact(new Works(built.provider(), context.actor(), built.equipmentFen(),
                built.ageFriendlyFen(), built.smartFen(), acceptBy));
        var isOlder = bed.works().anyAfter(context.time());
        return become(bed.built(fact), isOlder ? BUILT_BEFORE : BUILT);
    }

    private static Decision<CareBed> hear(CareBed bed, CareBedElderStated stated) {
        var after = bed.elderStands(stated);
        if (after.equals(bed)) {
            return become(bed, ELDER_STANDS_SINCE);
        }
        if (after.isVacated() && !bed.isVacated()) {
            return Decision.<CareBed>become(after, VACATED).emit(new CareBedVacated(bed.id(), bed.elder()));
        }
        return become(after, bed.isVacated() && !after.isVacated() ? OCCUPIED_AGAIN : ELDER_STANDS);
    }

    private static boolean isTheBuilder(CareBed bed, Context context) {
        return bed.works().all().stream().anyMatch(fact -> Actors.same(fact.value().builder(), context.actor()));
    }

    private static Verdict verdict(CareBed bed, boolean accepted, Context context) {
        return new Verdict(bed.works().latest().orElseThrow().event(), accepted, context.time(), context.actor());
    }
}
