package org.chongshan.minors.child;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.chongshan.core.Context;
import org.chongshan.core.Deadline;
import org.chongshan.core.Decider;
import org.chongshan.core.Decision;
import org.chongshan.core.Decision.Become;
import org.chongshan.core.Rule;
import org.chongshan.core.WorkingDays;
import org.chongshan.events.Role;
import org.chongshan.events.minors.AlertLevel;
import org.chongshan.events.minors.ChildEvent;
import org.chongshan.events.minors.ChildEvent.ChildCaseOpened;
import org.chongshan.events.minors.ChildEvent.ChildRiskAssessed;
import org.chongshan.events.minors.ChildEvent.ChildVisitRecorded;
import org.chongshan.events.minors.ChildEvent.InterventionAnswered;
import org.chongshan.events.minors.ChildEvent.InterventionClosed;
import org.chongshan.events.minors.ChildEvent.InterventionLinked;
import org.chongshan.events.minors.ChildEvent.ProtectionAlertAcknowledged;
import org.chongshan.events.minors.ChildEvent.ProtectionConcernReported;
import org.chongshan.events.minors.ChildEvent.TierOverridden;
import org.chongshan.events.minors.MinorsNotice.ChildVisitOverdue;
import org.chongshan.events.minors.MinorsNotice.InterventionSought;
import org.chongshan.events.minors.MinorsNotice.ProtectionAlertRaised;
import org.chongshan.events.minors.MinorsNotice.RiskTierChanged;
import org.chongshan.events.minors.MinorsNotice.TierOverrideExpired;
import org.chongshan.events.minors.StationKind;
import org.chongshan.events.minors.Tier;
import org.chongshan.minors.MinorsParameter;
import org.chongshan.minors.child.Child.Alert;
import org.chongshan.minors.child.Child.Axes;
import org.chongshan.minors.child.Child.Due;
import org.chongshan.minors.child.Child.File;
import org.chongshan.minors.child.Child.Help;
import org.chongshan.minors.child.Child.Move;
import org.jspecify.annotations.Nullable;

import static java.util.Objects.requireNonNull;
import static org.chongshan.core.Decision.become;
import static org.chongshan.core.Decision.early;
import static org.chongshan.core.Decision.refuse;
import static org.chongshan.minors.child.ChildRule.*;

/**
 * Children followed by four tiers (四色管理): three axes decide the tier, the tier the next joint visit; harm and high risk are
 * an alert at once. Whatever a phone posts late is decided as of its own time.
 */
public record ChildDecider() implements Decider<Child, ChildEvent> {
    @Override
    public String idOf(ChildEvent event) {
        return event.child();
    }

    @Override
    public Decision<Child> begin(String id, ChildEvent event, Context context) {
        var begun = Child.begun(id, context.subdistrict());
        return switch (event) {
            case ProtectionConcernReported concern -> hear(begun, concern, context);
            case ChildCaseOpened opened -> open(begun, opened, context);
            case ChildEvent _ -> early(CHILD_UNKNOWN);
        };
    }

    @Override
    public Decision<Child> decide(Child child, ChildEvent event, Context context) {
        var override = child.override();
        return override == null || !override.until().isBefore(context.time())
                ? decideNow(child, event, context)
                // An override that ran out before this event happened ends before it, though the clock has not said so.
                : endOverride(child, override.until(), context).then(now -> decideNow(now, event, context));
    }

    private static Decision<Child> decideNow(Child child, ChildEvent event, Context context) {
        return switch (event) {
            case ProtectionConcernReported concern -> hear(child, concern, context);
            case ProtectionAlertAcknowledged _ -> takeOn(child, context);
            case ChildCaseOpened _ when child.file() != null -> refuse(OPENED_ONCE);
            case ChildCaseOpened opened -> open(child, opened, context);
            case ChildEvent _ when child.file() == null -> refuse(CHILD_UNKNOWN);

            case ChildVisitRecorded visit -> visit(child, visit, context);
            case ChildRiskAssessed _ when child.axes() != null && context.time().isBefore(child.axes().at()) ->
                become(child, OLDER_ASSESSMENT);
            case ChildRiskAssessed assessed -> assess(child, assessed, context);
            case TierOverridden overridden -> override(child, overridden, context);

            case InterventionLinked linked when child.interventions().containsKey(linked.intervention()) ->
                refuse(HELP_SOUGHT_ONCE);
            case InterventionLinked linked when !linked.consent() -> refuse(GUARDIAN_CONSENTS);
            case InterventionLinked linked -> {
                var file = requireNonNull(child.file());
                yield become(child.help(linked.intervention(), new Help(linked.kind(), null, false)), HELP_SOUGHT)
                        .emit(new InterventionSought(child.id(), file.household(), file.member(), linked.intervention(),
                                linked.kind(), linked.need()));
            }
            case InterventionAnswered answered -> {
                var help = child.interventions().get(answered.intervention());
                yield help == null
                        ? refuse(NO_SUCH_HELP)
                        : become(child.help(answered.intervention(),
                                new Help(help.kind(), answered.answer(), help.closed())), HELP_ANSWERED);
            }
            case InterventionClosed closed -> {
                var help = child.interventions().get(closed.intervention());
                yield help == null || help.closed()
                        ? refuse(NO_SUCH_HELP)
                        : become(child.help(closed.intervention(), new Help(help.kind(), help.answer(), true)),
                                HELP_ENDED);
            }
        };
    }

    @Override
    public Become<Child> reached(Child child, Deadline deadline, Context context) {
        return switch ((Due) deadline) {
            case OVERRIDE -> endOverride(child, context.time(), context);
            case VISIT -> Decision.<Child>become(child.visitMissed(), VISIT_OVERDUE)
                    .emit(new ChildVisitOverdue(child.id(), context.time()));
            case ALERT -> alertGoesUp(child, context);
        };
    }

    private static Decision<Child> open(Child child, ChildCaseOpened opened, Context context) {
        var file = new File(opened.household(), opened.member(), opened.name(), opened.birthday());
        return become(sooner(child.in(context.subdistrict()).file(file), MinorsParameter.CONCERN_VISIT_DAYS, context),
                CASE_OPENED);
    }

    private static Decision<Child> visit(Child child, ChildVisitRecorded visit, Context context) {
        if (!visit.by().containsAll(List.of(StationKind.values()))) {
            return become(isOlder(child.lastVisitAt(), context) ? child : child.visited(context.time()), VISIT_BY_ONE);
        }
        if (isOlder(child.lastJointVisitAt(), context)) {
            return become(child, OLDER_VISIT);
        }
        var days = child.tier() == null ? MinorsParameter.CONCERN_VISIT_DAYS : Tiers.visitDays(child.tier());
        return become(child.visitedJointly(context.time()).visitBy(inDays(days, context)), JOINT_VISIT).noting("tier",
                child.status().word());
    }

    private static boolean isOlder(@Nullable Instant last, Context context) {
        return last != null && last.isAfter(context.time());
    }

    private static Decision<Child> assess(Child child, ChildRiskAssessed assessed, Context context) {
        var axes = new Axes(assessed.guardianship(), assessed.behaviour(), assessed.physiological(), context.time());
        var line = Tiers.of(axes);
        var kept = child.axes(axes);
        var decision = child.override() == null
                ? move(kept, line.tier(), line.rule(), context.time(), context)
                : Decision.<Child>become(kept, ASSESSED_UNDER_OVERRIDE);
        return decision.noting("guardianship", axes.guardianship()).noting("behaviour", axes.behaviour())
                .noting("physiological", axes.physiological());
    }

    private static Decision<Child> override(Child child, TierOverridden overridden, Context context) {
        var most = context.date().plusDays(context.policy().value(MinorsParameter.OVERRIDE_MOST_DAYS));
        if (overridden.until().isBefore(context.date()) || overridden.until().isAfter(most)) {
            return refuse(OVERRIDE_TOO_LONG);
        }
        var until = WorkingDays.endOf(overridden.until());
        return move(child.override(new Child.Override(overridden.tier(), until)), overridden.tier(), OVERRIDDEN,
                context.time(), context).noting("until", overridden.until());
    }

    private static Become<Child> endOverride(Child child, Instant at, Context context) {
        var axes = child.axes();
        return Decision.<Child>become(child.override(null), OVERRIDE_ENDS).emit(new TierOverrideExpired(child.id()))
                .and(move(child.override(null), axes == null ? null : Tiers.of(axes).tier(), OVERRIDE_ENDS, at,
                        context));
    }

    /** To a tier, or to none; a higher one brings the next visit forward, and the highest is an alert. */
    private static Become<Child> move(Child child, @Nullable Tier to, Rule rule, Instant at, Context context) {
        var from = child.tier();
        if (from == to) {
            return become(child, rule);
        }
        var moved = child.moved(new Move(from, to, at, rule.code()));
        if (to == null) {
            return become(moved, rule);
        }
        var visited = sooner(moved, Tiers.visitDays(to), context);
        Become<Child> decision = Decision.<Child>become(visited, rule).emit(new RiskTierChanged(child.id(), from, to));
        return to == Tier.HIGH && child.alert() == null ? raise(decision, context) : decision;
    }

    private static Decision<Child> hear(Child child, ProtectionConcernReported concern, Context context) {
        var sooner = sooner(child, MinorsParameter.CONCERN_VISIT_DAYS, context);
        if (!concern.harm()) {
            return become(sooner, CONCERN_HEARD);
        }
        return child.alert() == null
                ? raise(become(sooner, ALERT_RAISED), context)
                : become(sooner, CONCERN_JOINS_ALERT);
    }

    private static Become<Child> raise(Become<Child> decision, Context context) {
        return alert(decision, AlertLevel.STATION, context);
    }

    private static Become<Child> alert(Become<Child> decision, AlertLevel level, Context context) {
        var actBy = context.time().plus(Duration.ofHours(context.policy().value(MinorsParameter.ALERT_HOURS)));
        var alerted = decision.state().alert(new Alert(level, actBy, false));
        return new Become<Child>(alerted, decision.rules(), decision.emitted(), decision.facts())
                .emit(new ProtectionAlertRaised(alerted.id(), level, actBy));
    }

    private static Become<Child> alertGoesUp(Child child, Context context) {
        var alert = requireNonNull(child.alert());
        return switch (alert.level()) {
            case STATION -> alert(become(child, ALERT_GOES_UP), AlertLevel.STREET, context);
            case STREET -> alert(become(child, ALERT_GOES_UP), AlertLevel.DISTRICT, context);
            case DISTRICT ->
                Decision.<Child>become(child.alert(new Alert(alert.level(), alert.actBy(), true)), ALERT_LEFT_OPEN)
                        .emit(new ProtectionAlertRaised(child.id(), alert.level(), alert.actBy()));
        };
    }

    private static Decision<Child> takeOn(Child child, Context context) {
        if (child.alert() == null) {
            return refuse(NO_ALERT);
        }
        return levelOf(context.role()).compareTo(child.alert().level()) < 0
                ? refuse(ALERT_LIES_HIGHER)
                : become(child.alert(null), ALERT_TAKEN_ON);
    }

    private static AlertLevel levelOf(Role role) {
        return switch (role) {
            case DISTRICT -> AlertLevel.DISTRICT;
            case STREET -> AlertLevel.STREET;
            default -> AlertLevel.STATION;
        };
    }

    private static Child sooner(Child child, MinorsParameter days, Context context) {
        var by = inDays(days, context);
        return child.visitBy() == null || by.isBefore(child.visitBy()) ? child.visitBy(by) : child;
    }

    private static Instant inDays(MinorsParameter days, Context context) {
        return WorkingDays.endOf(context.date().plusDays(context.policy().value(days)));
    }
}
